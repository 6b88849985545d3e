package nib.engine.dwarf.passing;

import java.util.List;

/// A value as a calling convention sees it; sizes are in bytes. Two types that come out equal are
/// passed alike on every machine.
public sealed interface Passed {

  /// No value: `void`.
  record Nothing() implements Passed {}

  record Whole(long size, boolean signed) implements Passed {}

  /// A binary floating-point number.
  record Floating(long size) implements Passed {}

  /// Two floating-point numbers, which conventions treat unlike a structure of two.
  record Complex(long size) implements Passed {}

  record Address(long size) implements Passed {}

  record Vector(long size, Passed element) implements Passed {}

  record BitField(long bits, boolean signed) implements Passed {}

  /// A structure, a union or an array in one: its scalars, wherever they stand; those of a union
  /// share places.
  record Aggregate(long size, List<Part> parts) implements Passed {
    public Aggregate {
      parts = List.copyOf(parts);
    }
  }

  /// An aggregate with more parts than any convention passes in registers.
  record Large(long size) implements Passed {}

  /// One that is not understood, and why.
  record Unknown(String why) implements Passed {}

  /// A scalar in an aggregate.
  ///
  /// @param bitOffset from the aggregate's start
  record Part(long bitOffset, Passed value) {}

  /// The one scalar that an aggregate consists of, as a newtype does: `struct { double value; }` is
  /// a `double`. Not every C convention passes the two alike, which is for those to say who
  /// compare.
  default Passed unwrapped() {
    return switch (this) {
      case Aggregate(var size, var parts)
          when parts.size() == 1
              && parts.getFirst().bitOffset() == 0
              && size == parts.getFirst().value().bytes() ->
          parts.getFirst().value();
      case Nothing _,
          Whole _,
          Floating _,
          Complex _,
          Address _,
          Vector _,
          BitField _,
          Aggregate _,
          Large _,
          Unknown _ ->
          this;
    };
  }

  /// The value's size in bytes; 0 where it has none of its own.
  default long bytes() {
    return switch (this) {
      case Nothing _, BitField _, Unknown _ -> 0;
      case Whole(var size, _) -> size;
      case Floating(var size) -> size;
      case Complex(var size) -> size;
      case Address(var size) -> size;
      case Vector(var size, _) -> size;
      case Aggregate(var size, _) -> size;
      case Large(var size) -> size;
    };
  }
}
