package nib.engine.trial.worker;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The C library's calls that a worker makes around a trial, all looked up before the first one: a
/// function may close every file that this process has open.
///
/// Numbers are those of Linux and macOS, which agree on all that are used here.
final class LibC {

  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;
  private static final int OWN_FILE = 0600;
  private static final int SIGKILL = 9;
  private static final int RLIMIT_DATA = 2;
  private static final int RLIMIT_CORE = 4;
  private static final int UNBUFFERED = 2; // _IONBF

  /// How much memory a trial may take on top of what the worker has when it starts.
  private static final long MOST_MEMORY = 2L << 30;

  private final NativeLibrary process = NativeLibrary.getProcess();
  private final Function chdir = process.getFunction("chdir");
  private final Function creat = process.getFunction("creat");
  private final Function dup2 = process.getFunction("dup2");
  private final Function exit = process.getFunction("_exit");
  private final Function fflush = process.getFunction("fflush");
  private final Function getpid = process.getFunction("getpid");
  private final Function kill = process.getFunction("kill");
  private final Function write = process.getFunction("write");

  private final Memory folder = text(Path.of("").toAbsolutePath().toString());
  private final int output = call(process.getFunction("dup"), STANDARD_OUTPUT);
  private final int id = call(getpid);
  private boolean ownsGroup;

  /// Makes this process the first of a group of its own, so that what it starts can be ended with
  /// it, and keeps it from leaving core dumps and from taking all memory.
  void settle() {
    ownsGroup = call(process.getFunction("setpgid"), 0, 0) == 0;
    limit(RLIMIT_CORE, 0);
    dataSize().ifPresent(size -> limit(RLIMIT_DATA, size + MOST_MEMORY));
    stream("stdout", "__stdoutp")
        .ifPresent(stdout ->
            process.getFunction("setvbuf").invokeInt(new Object[] {stdout, null, UNBUFFERED, 0L}));
  }

  /// Puts back what an earlier call may have changed: the working folder, the standard streams.
  void restore() {
    call(chdir, folder);
    call(dup2, output, STANDARD_OUTPUT);
    call(dup2, output, STANDARD_ERROR);
  }

  void flush() {
    call(fflush, Pointer.NULL);
  }

  /// Writes to what was standard output when the worker started.
  void writeToOutput(Memory bytes) {
    call(write, output, bytes, bytes.size());
  }

  /// Makes a file, and needs nothing of Java for it: when a function has closed every file of this
  /// process, Java cannot load a class any more.
  void makeFile(Memory path, byte[] content) {
    int file = call(creat, path, OWN_FILE);
    try (var bytes = new Memory(content.length)) {
      bytes.write(0, content, 0, content.length);
      call(write, file, bytes, (long) content.length);
    }
  }

  /// Whether this is still the process that started. A function that forks returns twice.
  boolean isFirst() {
    return call(getpid) == id;
  }

  /// Ends this process without any ceremony.
  void exit(int status) {
    call(exit, status);
  }

  /// Ends this process and all that it started.
  void endGroup() {
    if (ownsGroup) {
      call(kill, 0, SIGKILL);
    }
    exit(0);
  }

  private void limit(int resource, long value) {
    var limits = new Memory(2 * Long.BYTES);
    limits.setLong(0, value);
    limits.setLong(Long.BYTES, value);
    call(process.getFunction("setrlimit"), resource, limits);
  }

  /// What counts towards `RLIMIT_DATA`, where the system tells (proc(5)).
  private static Optional<Long> dataSize() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmData:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Pointer> stream(String... names) {
    for (String name : names) {
      try {
        return Optional.of(process.getGlobalVariableAddress(name).getPointer(0));
      } catch (UnsatisfiedLinkError e) {
        // Another C library has another name for it.
      }
    }
    return Optional.empty();
  }

  static Memory text(String text) {
    var memory = new Memory(text.length() * 4L + 1);
    memory.setString(0, text, "UTF-8");
    return memory;
  }

  private static int call(Function function, Object... arguments) {
    return function.invokeInt(arguments);
  }
}
