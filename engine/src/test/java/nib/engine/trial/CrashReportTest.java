package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Lines as a JVM writes them.
final class CrashReportTest {

  private static final String HEAD =
      """
      #
      # A fatal error has been detected by the Java Runtime Environment:
      #
      #  %s at pc=0x00007fcbc003e1e1, pid=8810, tid=8831
      #
      """;

  private static void check(String signal, String meaning, String frame, String report) {
    assertEquals(
        new CrashReport(Signal.named(signal), meaning, frame),
        CrashReport.of(report, "trial-1.so"));
  }

  @Test
  void readsTheAddress() {
    check(
        "SIGSEGV",
        "invalid memory access at address 0xffffffffffffff10",
        "",
        HEAD.formatted("SIGSEGV (0xb)")
            + "siginfo: si_signo: 11 (SIGSEGV), si_code: 1 (SEGV_MAPERR), si_addr:"
            + " 0xffffffffffffff10\n");
  }

  @Test
  void readsNoAddressThatTheProcessorDidNotTell() {
    check(
        "SIGSEGV",
        "invalid memory access",
        "",
        HEAD.formatted("SIGSEGV (0xb)")
            + "siginfo: si_signo: 11 (SIGSEGV), si_code: 128 (SI_KERNEL), si_addr:"
            + " 0x0000000000000000\n");
  }

  @Test
  void tellsASignalThatWasSent() {
    check(
        "SIGILL",
        "illegal instruction, by a signal that the program sent itself",
        "",
        HEAD.formatted("SIGILL (0x4)")
            + "siginfo: si_signo: 4 (SIGILL), si_code: -6 (SI_TKILL), si_pid: 9000 (current"
            + " process), si_uid: 0\n");
  }

  @Test
  void takesTheFirstFrameOfTheLibrary() {
    check(
        "SIGBUS",
        "misaligned memory access, or one past the end of a mapped file at address 0x7000",
        "in parse+0x26  (parse.c:31)",
        HEAD.formatted("SIGBUS (0x7)")
            + """
            # C  [libc.so.6+0x8aeec]
            siginfo: si_signo: 7 (SIGBUS), si_code: 2 (BUS_ADRERR), si_addr: 0x0000000000007000
            Native frames: (J=compiled Java code, j=interpreted, Vv=VM code, C=native code)
            C  [libc.so.6+0x8aeec]
            C  [trial-1.so+0x11e1]  parse+0x26  (parse.c:31)
            C  [trial-1.so+0x12e1]  read+0x16
            C  [libjnidispatch.so+0x16052]
            """);
  }

  @Test
  void knowsTheEndsThatNoSignalBrought() {
    assertEquals(
        new CrashReport(Optional.empty(), "no memory was left", ""),
        CrashReport.of(
            "#\n# There is insufficient memory for the Java Runtime Environment to continue.\n",
            "trial-1.so"));
    assertEquals(
        new CrashReport(Optional.empty(), "the memory of the process was damaged", ""),
        CrashReport.of(HEAD.formatted("Internal Error (x.cpp:3)"), "trial-1.so"));
  }
}
