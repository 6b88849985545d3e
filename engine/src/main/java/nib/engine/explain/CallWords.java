package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nib.engine.abi.CallSequence;
import nib.engine.abi.CountState;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Part;
import nib.engine.abi.Passing;
import nib.engine.abi.Place;
import nib.engine.abi.Returned;
import nib.engine.prototype.CDeclaration;

/// Words for where values travel.
public final class CallWords {

  private CallWords() {}

  /// `rdi`, `stack + 8`, `parameter 2`.
  public static String place(Place place) {
    return switch (place) {
      case Place.Register(var name) -> name;
      case Place.Stack(int offset) -> "stack + " + offset;
      case Place.Local(int index) -> "parameter " + index;
      case Place.Operand() -> "the function's result";
    };
  }

  /// Where an argument travels: `rdi`, `rdx, rcx`, `stack + 0 to 15`.
  public static String passing(Passing passing) {
    return switch (passing) {
      case Passing.Direct(var parts) -> parts(parts);
      case Passing.Reference(var pointer) -> "its address in " + place(pointer.place());
    };
  }

  private static String where(Passing passing) {
    return switch (passing) {
      case Passing.Direct _ -> "in " + passing(passing);
      case Passing.Reference _ -> passing(passing);
    };
  }

  /// Where the result travels.
  public static String returned(Returned returned) {
    return switch (returned) {
      case Returned.Nothing() -> "nothing";
      case Returned.Direct(var parts) -> parts(parts);
      case Returned.Memory(var pointer, var again) ->
          "memory whose address the caller passes in "
              + place(pointer.place())
              + again.map(one -> " and gets back in " + place(one)).orElse("");
    };
  }

  /// That a trial did not come back.
  ///
  /// @param end what happened instead
  static String end(String end) {
    return "the last trial did not come back: " + end;
  }

  /// Who has a block whose count word is in this state.
  static String owner(CountState state) {
    return switch (state) {
      case ONE_THREAD -> "one thread has it";
      case SEVERAL_THREADS -> "several threads have it";
      case STATIC -> "static";
    };
  }

  /// What the count word says in this state.
  static String count(CountState state) {
    return switch (state) {
      case ONE_THREAD -> "0: one reference, each more adds 1";
      case SEVERAL_THREADS -> "-1: one reference, each more takes 1";
      case STATIC -> "only the sign: never counted or freed";
    };
  }

  /// What differs, and what follows from it.
  public static String disagreement(Disagreement disagreement) {
    return switch (disagreement) {
      case Disagreement.OfArgument(var parameter, var c, var pen) ->
          "argument `%s`: for C %s, for Pen's compiler %s"
              .formatted(
                  parameter.name().isEmpty()
                      ? CDeclaration.declarator(parameter.type(), "").strip()
                      : parameter.name(),
                  where(c),
                  where(pen));
      case Disagreement.OfCallback(var callback, var part) ->
          "when `%s` is called, %s".formatted(callback, disagreement(part));
      case Disagreement.OfStack(int c, int pen) ->
          "the stack: C functions take %d bytes off it, Pen's take %d; so a chain of continuations that C begins has to end in C"
              .formatted(c, pen);
      case Disagreement.OfResult(var c, var pen) ->
          "the result: for C in %s, for Pen's compiler in %s".formatted(returned(c), returned(pen));
    };
  }

  /// Names of registers, with `r12 to r15` for three and more that follow each other.
  public static String registers(List<String> names) {
    var words = new ArrayList<String>();
    for (int from = 0; from < names.size(); ) {
      int to = from;
      while (to + 1 < names.size() && follows(names.get(to), names.get(to + 1))) {
        to++;
      }
      if (to - from >= 2) {
        words.add(names.get(from) + " to " + names.get(to));
        from = to + 1;
      } else {
        words.add(names.get(from));
        from++;
      }
    }
    return String.join(", ", words);
  }

  private static boolean follows(String name, String next) {
    String stem = name.replaceFirst("\\d+$", "");
    String number = name.substring(stem.length());
    return !number.isEmpty() && next.equals(stem + (Integer.parseInt(number) + 1));
  }

  /// What a function that is passed as an argument gets when it is called.
  static String callback(CallSequence callback) {
    return "then `%s` is called with %s"
        .formatted(
            callback.function().name(),
            callback.arguments().stream()
                .map(one ->
                    "%s in %s"
                        .formatted(
                            CDeclaration.declarator(one.parameter().type(), one.parameter().name())
                                .strip(),
                            passing(one.passing())))
                .collect(Collectors.joining(", ")));
  }

  /// What a call does with the stack, in one line.
  static String frame(CallSequence.Frame frame) {
    var rules = frame.rules();
    var words = new ArrayList<String>();
    rules
        .stackPointer()
        .ifPresent(pointer ->
            words.add("%s is a multiple of %d at the call".formatted(pointer, rules.alignment())));
    if (rules.returnAddress() > 0) {
      words.add("which pushes %d bytes".formatted(rules.returnAddress()));
    }
    if (frame.argumentBytes() > frame.shadowBytes()) {
      words.add(
          "%d bytes of arguments on the stack"
              .formatted(frame.argumentBytes() - frame.shadowBytes()));
    }
    if (frame.shadowBytes() > 0) {
      words.add("shadow space of %d bytes".formatted(frame.shadowBytes()));
    }
    if (frame.calleePops() > 0) {
      words.add("the function takes %d bytes off again".formatted(frame.calleePops()));
    }
    words.add(
        rules.redZone() > 0
            ? "red zone of %d bytes below".formatted(rules.redZone())
            : "no red zone");
    return String.join(", ", words);
  }

  private static String parts(List<Part> parts) {
    var first = parts.getFirst();
    boolean together =
        parts.stream()
            .allMatch(part ->
                part.place() instanceof Place.Stack(int offset)
                    && first.place() instanceof Place.Stack(int start)
                    && offset - start == part.offset() - first.offset());
    if (together && parts.size() > 1) {
      var last = parts.getLast();
      int start = ((Place.Stack) first.place()).offset();
      return "stack + %d to %d".formatted(start, start + last.offset() + last.size() - 1);
    }
    return parts.stream().map(Part::place).map(CallWords::place).collect(Collectors.joining(", "));
  }
}
