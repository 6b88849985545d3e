package nib.engine.dwarf.passing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.dwarf.DwarfType;
import nib.engine.dwarf.DwarfType.Aggregate;
import nib.engine.dwarf.DwarfType.ArrayOf;
import nib.engine.dwarf.DwarfType.Base;
import nib.engine.dwarf.DwarfType.Enumeration;
import nib.engine.dwarf.DwarfType.MemberPointer;
import nib.engine.dwarf.DwarfType.Members;
import nib.engine.dwarf.DwarfType.Other;
import nib.engine.dwarf.DwarfType.Pointer;
import nib.engine.dwarf.DwarfType.Qualified;
import nib.engine.dwarf.DwarfType.Subroutine;
import nib.engine.dwarf.DwarfType.Typedef;
import nib.engine.dwarf.DwarfType.Unspecified;
import nib.engine.dwarf.TypeId;
import nib.engine.dwarf.Types;

/// Takes the names off a type: typedefs and qualifiers go, an enumeration is what it is stored as,
/// an aggregate is the scalars in it.
///
/// Objects of C++ classes with a copy constructor or destructor of their own are passed by address,
/// which debugging information need not tell: for classes this is how they are laid out.
public final class Passing {

  /// The largest aggregate in registers is four vectors (AArch64); a record of Rust or a union has
  /// more scalars than that has bytes only by design.
  private static final int MOST_PARTS = 64;

  private static final int DEEPEST = 64;
  private static final String CIRCLE = "a type inside itself";

  private final Types types;

  private Passing(Types types) {
    this.types = types;
  }

  /// The type of a parameter or result as it is passed.
  public static Passed of(Types types, TypeId type) {
    return new Passing(types).passed(type, 0);
  }

  private Passed passed(TypeId id, int depth) {
    if (depth > DEEPEST) {
      return new Passed.Unknown(CIRCLE);
    }
    return switch (types.at(id)) {
      case DwarfType.Nothing() -> new Passed.Nothing();
      case Base base -> scalar(base);
      case Pointer(_, _, var size, _) -> new Passed.Address(size);
      case MemberPointer _ -> new Passed.Unknown("a pointer to a member");
      case Typedef(_, var target) -> passed(target, depth + 1);
      case Qualified(_, var target) -> passed(target, depth + 1);
      case Aggregate aggregate -> aggregate(aggregate, id, depth);
      case Enumeration enumeration -> enumeration(enumeration, depth);
      case ArrayOf(var element, _, var vector, var size) when vector && size > 0 ->
          new Passed.Vector(size, passed(element, depth + 1));
      case ArrayOf(var element, var counts, var vector, _) when vector && counts.size() == 1 -> {
        var one = passed(element, depth + 1);
        yield new Passed.Vector(counts.getFirst().orElse(0) * one.bytes(), one);
      }
      case ArrayOf _ -> new Passed.Unknown("an array by itself");
      case Subroutine _ -> new Passed.Unknown("a function by itself");
      case Unspecified(var name) ->
          name.contains("nullptr")
              ? new Passed.Address(types.addressSize())
              : new Passed.Unknown(name);
      case Other(var tag, var name, _) ->
          new Passed.Unknown(name.isEmpty() ? "a type of kind 0x%02x".formatted(tag) : name);
    };
  }

  private static Passed scalar(Base base) {
    return switch (base.encoding()) {
      case SIGNED, SIGNED_CHAR -> new Passed.Whole(base.size(), true);
      case BOOLEAN, UNSIGNED, UNSIGNED_CHAR, CHARACTER -> new Passed.Whole(base.size(), false);
      case FLOAT -> new Passed.Floating(base.size());
      case COMPLEX_FLOAT -> new Passed.Complex(base.size());
      case ADDRESS -> new Passed.Address(base.size());
      case IMAGINARY_FLOAT, DECIMAL_FLOAT, OTHER -> new Passed.Unknown(base.name());
    };
  }

  private Passed enumeration(Enumeration enumeration, int depth) {
    if (!enumeration.underlying().equals(TypeId.VOID)) {
      return passed(enumeration.underlying(), depth + 1);
    }
    boolean negative = enumeration.values().stream().anyMatch(one -> one.value() < 0);
    return new Passed.Whole(enumeration.size(), negative);
  }

  private Passed aggregate(Aggregate aggregate, TypeId id, int depth) {
    var parts = new ArrayList<Passed.Part>();
    var trouble = add(parts, id, 0, depth);
    if (trouble.isPresent()) {
      return new Passed.Unknown(trouble.get());
    }
    return parts.size() > MOST_PARTS
        ? new Passed.Large(aggregate.size())
        : new Passed.Aggregate(aggregate.size(), parts);
  }

  /// Adds the scalars of a type that stands at `bitOffset` of an aggregate; the trouble with it, if
  /// there is any.
  private Optional<String> add(List<Passed.Part> parts, TypeId id, long bitOffset, int depth) {
    if (depth > DEEPEST) {
      return Optional.of(CIRCLE);
    }
    if (parts.size() > MOST_PARTS) {
      return Optional.empty();
    }
    return switch (types.at(id)) {
      case Typedef(_, var target) -> add(parts, target, bitOffset, depth + 1);
      case Qualified(_, var target) -> add(parts, target, bitOffset, depth + 1);
      case ArrayOf array when !array.vector() -> elements(parts, array, bitOffset, depth);
      case Aggregate(_, var name, _, _, Members.Known(var members)) -> {
        Optional<String> trouble = Optional.empty();
        for (var member : members) {
          long at = bitOffset + member.bitOffset();
          if (trouble.isEmpty() && member.bits() > 0) {
            parts.add(new Passed.Part(at, bits(member.type(), member.bits(), depth)));
          } else if (trouble.isEmpty()) {
            trouble = add(parts, member.type(), at, depth + 1);
          }
        }
        yield trouble;
      }
      case Aggregate(_, var name, _, _, _) -> Optional.of("the inside of " + name);
      case DwarfType.Nothing _,
          Base _,
          Pointer _,
          MemberPointer _,
          Enumeration _,
          ArrayOf _,
          Subroutine _,
          Unspecified _,
          Other _ -> {
        parts.add(new Passed.Part(bitOffset, passed(id, depth + 1)));
        yield Optional.empty();
      }
    };
  }

  private Optional<String> elements(
      List<Passed.Part> parts, ArrayOf array, long bitOffset, int depth) {
    long count = 1;
    for (var one : array.counts()) {
      count *= Math.clamp(one.orElse(0), 0, MOST_PARTS + 1); // a flexible array has no part in it
      count = Math.min(count, MOST_PARTS + 1);
    }
    var element = new ArrayList<Passed.Part>();
    var trouble = add(element, array.element(), 0, depth + 1);
    long stride = 8 * size(array.element());
    for (long i = 0; i < count && parts.size() <= MOST_PARTS; i++) {
      for (var part : element) {
        parts.add(new Passed.Part(bitOffset + i * stride + part.bitOffset(), part.value()));
      }
    }
    return trouble;
  }

  private Passed bits(TypeId type, long bits, int depth) {
    return passed(type, depth + 1) instanceof Passed.Whole(_, var signed)
        ? new Passed.BitField(bits, signed)
        : new Passed.Unknown("a bit-field of no whole number");
  }

  /// The size of an array's element.
  private long size(TypeId id) {
    var type = types.at(id);
    for (int i = 0; i < DEEPEST; i++) {
      if (type instanceof Typedef(_, var target)) {
        type = types.at(target);
      } else if (type instanceof Qualified(_, var target)) {
        type = types.at(target);
      } else {
        break;
      }
    }
    return switch (type) {
      case Base(_, var size, _) -> size;
      case Pointer(_, _, var size, _) -> size;
      case MemberPointer(_, var size, _) -> size;
      case Aggregate(_, _, var size, _, _) -> size;
      case Enumeration(_, var size, _, _) -> size;
      case Other(_, _, var size) -> size;
      case ArrayOf(var element, var counts, _, var size) -> {
        long all = size > 0 ? size : 1;
        for (int i = 0; size == 0 && i < counts.size(); i++) {
          all *= counts.get(i).orElse(0);
        }
        yield size > 0 || element.equals(id) ? all : all * bounded(element);
      }
      case DwarfType.Nothing _, Typedef _, Qualified _, Subroutine _, Unspecified _ -> 0;
    };
  }

  /// The size of the element of an array of arrays, which C describes as one with two counts.
  private long bounded(TypeId element) {
    return types.at(element) instanceof ArrayOf ? 0 : size(element);
  }
}
