package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import nib.engine.abi.CallRules.Habit;
import nib.engine.abi.Shape.Kind;
import nib.engine.abi.Shape.Word;

/// Gives the arguments of one call their places, one after another.
final class Assigner {

  private final CallRules rules;

  private int integers;
  private int floats;
  private int locals;
  private int stack;

  Assigner(CallRules rules) {
    this.rules = rules;
    this.stack = rules.shadow();
  }

  /// The next argument.
  Passing pass(Shape shape, Shape pointer) {
    if (shape.words().size() == 1) {
      return new Passing.Direct(inWords(shape));
    }
    return switch (rules.structures()) {
      case BY_REFERENCE -> new Passing.Reference(inWords(pointer).getFirst());
      case IN_WORDS -> new Passing.Direct(inWords(shape));
      case WHOLE, WHOLE_THEN_NO_MORE -> new Passing.Direct(whole(shape));
    };
  }

  /// The bytes of the argument area so far.
  int stackBytes() {
    return stack;
  }

  private List<Part> inWords(Shape shape) {
    var parts = new ArrayList<Part>();
    shape.words().forEach(word -> parts.addAll(word(word)));
    return parts;
  }

  private List<Part> whole(Shape shape) {
    if (integers + shape.words().size() <= rules.integers().size()) {
      return inWords(shape);
    }
    if (rules.structures() == CallRules.Structures.WHOLE_THEN_NO_MORE) {
      integers = rules.integers().size();
    }
    int start = reserve(shape.size(), shape.alignment());
    return shape.words().stream()
        .map(word -> new Part(word.offset(), word.size(), new Place.Stack(start + word.offset())))
        .toList();
  }

  /// One word; two parts where the registers are narrower than it.
  private List<Part> word(Word word) {
    if (rules.has(Habit.NUMBERED)) {
      return List.of(new Part(word.offset(), word.size(), new Place.Local(locals++)));
    }
    if (word.kind() == Kind.INTEGER && word.size() > rules.slot()) {
      int half = word.size() / 2;
      return List.of(
          new Part(word.offset(), half, scalar(new Word(Kind.INTEGER, 0, half, half))),
          new Part(word.offset() + half, half, scalar(new Word(Kind.INTEGER, 0, half, half))));
    }
    return List.of(new Part(word.offset(), word.size(), scalar(word)));
  }

  private Place scalar(Word word) {
    if (rules.has(Habit.BY_POSITION)) {
      int position = integers++;
      var registers = word.kind() == Kind.INTEGER ? rules.integers() : rules.floats();
      return position < registers.size()
          ? new Place.Register(registers.get(position))
          : new Place.Stack(reserve(word.size(), word.alignment()));
    }
    if (word.kind() == Kind.FLOATING && floats < rules.floats().size()) {
      return new Place.Register(rules.floats().get(floats++));
    }
    boolean integer = word.kind() == Kind.INTEGER || rules.has(Habit.FLOATS_IN_INTEGERS);
    return integer && integers < rules.integers().size()
        ? new Place.Register(rules.integers().get(integers++))
        : new Place.Stack(reserve(word.size(), alignment(word)));
  }

  private int alignment(Word word) {
    return word.kind() == Kind.FLOATING && rules.has(Habit.FLOATS_ALIGNED)
        ? word.size()
        : word.alignment();
  }

  /// The start of that many bytes on the stack.
  private int reserve(int size, int alignment) {
    int unit = rules.has(Habit.PACKED) ? alignment : Math.max(alignment, rules.slot());
    int start = roundUp(stack, unit);
    stack = rules.has(Habit.PACKED) ? start + size : start + roundUp(size, rules.slot());
    return start;
  }

  static int roundUp(int number, int unit) {
    return (number + unit - 1) / unit * unit;
  }
}
