package nib.engine.trial.worker;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.trial.PenValue;
import nib.engine.trial.SlotKind;
import nib.engine.trial.Wire;
import org.jspecify.annotations.Nullable;

/// Passes values as Pen's "c" convention does, and reads what comes back.
///
/// Numbers are doubles. A boolean is a byte of 0 or 1; it goes into a whole register or stack slot,
/// so that the bits above it are zero. A string is a pointer behind its count word, and moves: the
/// callee drops arguments, and the result is this side's to drop. `none` is not passed at all.
final class NativeCall {

  /// The count word and the length.
  private static final int STRING_HEADER = 2 * Long.BYTES;

  private final TrialLibrary library;
  private final String symbol;

  NativeCall(TrialLibrary library, String symbol) {
    this.library = library;
    this.symbol = symbol;
  }

  /// A result that the function has left, still to be read.
  @FunctionalInterface
  interface Result {
    PenValue read() throws UnfitException;
  }

  Object[] arguments(List<PenValue> values) {
    var arguments = new ArrayList<@Nullable Object>();
    for (var value : values) {
      switch (value) {
        case PenValue.NumberValue(double number) -> arguments.add(number);
        case PenValue.BooleanValue(boolean truth) -> arguments.add(slot(truth));
        case PenValue.StringValue string ->
            arguments.add(library.strings().make(string.bytes()).orElse(Pointer.NULL));
        case PenValue.NoneValue _ -> {}
      }
    }
    return arguments.toArray();
  }

  /// On macOS arguments on the stack take their own size, so there a byte has to stay one.
  private static Object slot(boolean truth) {
    byte value = (byte) (truth ? 1 : 0);
    return Platform.isMac() ? (Object) value : (Object) (long) value;
  }

  /// Calls the function, and nothing else.
  Result invoke(SlotKind kind, Object[] arguments) {
    var target = library.target();
    return switch (kind) {
      case NUMBER -> {
        double number = target.invokeDouble(arguments);
        yield () -> new PenValue.NumberValue(number);
      }
      case BOOLEAN -> {
        int low = target.invokeInt(arguments) & 0xff;
        yield () -> truth(low);
      }
      case STRING -> {
        var string = Optional.ofNullable(target.invokePointer(arguments));
        yield () -> string(string);
      }
      case NONE -> {
        target.invokeVoid(arguments);
        yield PenValue.NoneValue::new;
      }
      case UNSUPPORTED -> throw new IllegalArgumentException("refused before it came here");
    };
  }

  private PenValue truth(int value) throws UnfitException {
    if (value > 1) {
      throw new UnfitException(
          "%s returned a boolean of %d, which is neither 0 nor 1".formatted(symbol, value),
          "return a bool, or compare: return value != 0");
    }
    return new PenValue.BooleanValue(value == 1);
  }

  private PenValue string(Optional<Pointer> returned) throws UnfitException {
    if (returned.isEmpty()) {
      return new PenValue.StringValue(new byte[0]);
    }
    var string = returned.get();
    checkReadable(string, 0);
    long length = library.strings().lengthOf(string);
    if (length < 0 || length > Wire.LONGEST_STRING) {
      throw new UnfitException(
          "%s returned a string that says it is %s bytes long, and trials show no more than %d"
              .formatted(symbol, Long.toUnsignedString(length), Wire.LONGEST_STRING),
          "return a pointer to a Pen string: a count word, the length, the bytes; a char * is none");
    }
    checkReadable(string, length);
    var content = library.strings().bytesOf(string, (int) length);
    library.strings().drop(string);
    return new PenValue.StringValue(content);
  }

  private void checkReadable(Pointer string, long length) throws UnfitException {
    long address = Pointer.nativeValue(string);
    if (address % Native.POINTER_SIZE != 0
        || !isReadable(address - Long.BYTES, STRING_HEADER + length)) {
      throw new UnfitException(
          "%s returned 0x%x for a string, and no Pen string lies there".formatted(symbol, address),
          "return a pointer to a Pen string: a count word, the length, the bytes; a char * is none");
    }
  }

  private static boolean isReadable(long address, long length) {
    return Mappings.now().map(mappings -> mappings.isReadable(address, length)).orElse(true);
  }
}
