package nib.engine.trial.worker;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;

/// A shared library that was linked for one function: that function, under a name that no other
/// library has, and the runtime's functions for strings.
record TrialLibrary(Function target, PenStrings strings) {

  private static final int RTLD_LAZY = 1;

  static TrialLibrary load(String path, String symbol) throws UnfitException {
    NativeLibrary library;
    try {
      library = NativeLibrary.getInstance(path, Map.of(Library.OPTION_OPEN_FLAGS, RTLD_LAZY));
    } catch (UnsatisfiedLinkError e) {
      throw notLoaded(path, String.valueOf(e.getMessage()));
    }
    var target = library.getGlobalVariableAddress("nib_trial_target").getPointer(0);
    checkPlace(path, symbol, target);
    return new TrialLibrary(Function.getFunction(target), new PenStrings(library::getFunction));
  }

  /// One that leads nowhere: every function takes no arguments and changes nothing.
  static TrialLibrary rehearsal() {
    var harmless = NativeLibrary.getProcess().getFunction("getpid");
    try {
      checkPlace("", "rehearsal", harmless);
    } catch (UnfitException e) {
      // It is the system's, as it has to be.
    }
    return new TrialLibrary(harmless, new PenStrings(_ -> harmless));
  }

  /// JNA tells of each place where it looked, one a line; the lines of the file itself begin with
  /// its path.
  private static UnfitException notLoaded(String path, String message) {
    String reason =
        message
            .lines()
            .filter(line -> line.startsWith(path + ":"))
            .map(line -> line.substring(path.length() + 1).strip())
            .findFirst()
            .orElse(message.lines().findFirst().orElse(""));
    return new UnfitException(
        "the library that was linked for the trial does not load: " + reason,
        reason.contains("failed to map segment")
            ? "let the cache folder lie on a file system that allows programs (not noexec)"
            : "take what it asks for out of the foreign code, or link it into the archive");
  }

  /// The linker takes a function from the C library when no archive has it, and takes data for a
  /// function when its name is right.
  private static void checkPlace(String path, String symbol, Pointer target) throws UnfitException {
    var range = Mappings.now().flatMap(mappings -> mappings.at(Pointer.nativeValue(target)));
    if (range.isPresent() && !isFile(range.get().file(), path)) {
      throw new UnfitException(
          "no archive defines %s; what has that name is in the system's own %s"
              .formatted(symbol, range.get().file()),
          "define it in the foreign code, or call it from a function of another name");
    }
    if (range.isPresent() && !range.get().isExecutable()) {
      throw new UnfitException(
          "%s is data, not a function".formatted(symbol),
          "define a function of that name in the foreign code");
    }
  }

  /// Whether a range is of this file, which another trial of the same function may have linked anew
  /// since it was loaded (proc(5) marks a file without a name).
  private static boolean isFile(String mapped, String path) {
    return mapped.equals(path) || mapped.equals(path + " (deleted)");
  }
}
