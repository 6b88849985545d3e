package nib.engine.trial.worker;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.Optional;

/// A shared library that was linked for one function: that function, under a name that no other
/// library has, and the runtime's functions for strings.
final class TrialLibrary {

  private static final int RTLD_LAZY = 1;

  private final Function target;
  private final Function make;
  private final Function length;
  private final Function bytes;
  private final Function drop;

  private TrialLibrary(NativeLibrary library, Pointer target) {
    this.target = Function.getFunction(target);
    this.make = library.getFunction("nib_string_make");
    this.length = library.getFunction("nib_string_length");
    this.bytes = library.getFunction("nib_string_bytes");
    this.drop = library.getFunction("nib_string_drop");
  }

  static TrialLibrary load(String path, String symbol) throws UnfitException {
    NativeLibrary library;
    try {
      library = NativeLibrary.getInstance(path, Map.of(Library.OPTION_OPEN_FLAGS, RTLD_LAZY));
    } catch (UnsatisfiedLinkError e) {
      throw notLoaded(path, String.valueOf(e.getMessage()));
    }
    var target = library.getGlobalVariableAddress("nib_trial_target").getPointer(0);
    checkPlace(path, symbol, target);
    return new TrialLibrary(library, target);
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
    if (range.isPresent() && !range.get().file().equals(path)) {
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

  Function target() {
    return target;
  }

  /// A Pen string that the caller owns; empty for the empty string, which is NULL.
  Optional<Pointer> makeString(byte[] content) {
    if (content.length == 0) {
      return Optional.empty();
    }
    try (var memory = new Memory(content.length)) {
      memory.write(0, content, 0, content.length);
      return Optional.ofNullable(make.invokePointer(new Object[] {memory, (long) content.length}));
    }
  }

  long lengthOf(Pointer string) {
    return length.invokeLong(new Object[] {string});
  }

  byte[] bytesOf(Pointer string, int count) {
    return bytes.invokePointer(new Object[] {string}).getByteArray(0, count);
  }

  void drop(Pointer string) {
    drop.invokeVoid(new Object[] {string});
  }
}
