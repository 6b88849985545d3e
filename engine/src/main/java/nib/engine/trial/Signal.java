package nib.engine.trial;

import java.util.Arrays;
import java.util.Optional;

/// Signals that end a process.
///
/// Numbers are Linux's on most machines; those that macOS numbers otherwise have both (signal(7),
/// signal(3)).
enum Signal {
  SIGHUP(1, 1, "its terminal hung up"),
  SIGINT(2, 2, "interrupted"),
  SIGQUIT(3, 3, "asked to quit"),
  SIGILL(4, 4, "illegal instruction"),
  SIGTRAP(5, 5, "trap"),
  SIGABRT(6, 6, "the program stopped itself (abort)"),
  SIGBUS(7, 10, "misaligned memory access, or one past the end of a mapped file"),
  SIGFPE(8, 8, "arithmetic error, such as a whole number divided by zero"),
  SIGKILL(9, 9, "ended from outside, as the system does with programs that use too much memory"),
  SIGUSR1(10, 30, "user signal 1"),
  SIGSEGV(11, 11, "invalid memory access"),
  SIGUSR2(12, 31, "user signal 2"),
  SIGPIPE(13, 13, "wrote to a pipe that nobody reads"),
  SIGALRM(14, 14, "an alarm went off"),
  SIGTERM(15, 15, "asked to end"),
  SIGXCPU(24, 24, "too much processor time"),
  SIGXFSZ(25, 25, "too large a file"),
  SIGSYS(31, 12, "a system call that does not exist");

  private static final int STATUS_BASE = 128;

  private final int linux;
  private final int mac;
  private final String meaning;

  Signal(int linux, int mac, String meaning) {
    this.linux = linux;
    this.mac = mac;
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }

  /// The signal that a process's exit status tells of.
  static Optional<Signal> ofStatus(int status) {
    return Arrays.stream(values())
        .filter(one -> status == STATUS_BASE + (Platform.IS_MAC ? one.mac : one.linux))
        .findFirst();
  }

  static Optional<Signal> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
