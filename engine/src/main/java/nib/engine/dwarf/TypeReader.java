package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nib.engine.binary.MalformedFileException;
import nib.engine.dwarf.DwarfType.Aggregate;
import nib.engine.dwarf.DwarfType.Encoding;
import nib.engine.dwarf.DwarfType.Enumerator;
import nib.engine.dwarf.DwarfType.Member;
import nib.engine.dwarf.DwarfType.Members;
import nib.engine.dwarf.DwarfType.Pointer;
import nib.engine.dwarf.DwarfType.Qualifier;
import org.jspecify.annotations.Nullable;

/// Reads types and those that they are made of. What is passed by value is read to its last member;
/// what only an address is passed of, to its name.
///
/// Types wait in a list to be read and none is read twice, so neither deep nor circular ones
/// matter.
final class TypeReader {

  private final Space space;
  private final Map<TypeId, DwarfType> all = new HashMap<>();

  /// For each type that was asked for: whether its inside was.
  private final Map<Integer, Boolean> asked = new HashMap<>();

  /// Entries that wait, each with whether its inside is wanted.
  private final List<Integer> waiting = new ArrayList<>();

  private final List<Boolean> waitingWhole = new ArrayList<>();

  private @Nullable EntryReader entries;

  TypeReader(Space space) {
    this.space = space;
  }

  /// What was read so far.
  Map<TypeId, DwarfType> all() {
    return all;
  }

  /// The number of the type that an entry has; it is read with [#readWaiting].
  ///
  /// @param whole whether a value of it is passed, so that its inside matters
  TypeId typeOf(EntryReader reader, boolean whole)
      throws MalformedFileException, NoEvidenceException {
    return reader.has(Attribute.TYPE)
        ? wanted(reader.reference(Attribute.TYPE), whole)
        : TypeId.VOID;
  }

  private TypeId wanted(int entry, boolean whole) {
    var before = asked.get(entry);
    if (before == null || (whole && !before)) {
      asked.put(entry, whole);
      waiting.add(entry);
      waitingWhole.add(whole);
    }
    return new TypeId(entry);
  }

  /// Reads what was asked for and everything that it is made of.
  void readWaiting() throws MalformedFileException, NoEvidenceException {
    try {
      while (!waiting.isEmpty()) {
        int entry = waiting.removeLast();
        all.put(new TypeId(entry), read(entry, waitingWhole.removeLast()));
      }
    } catch (MalformedFileException | NoEvidenceException e) {
      // Whoever needs one of these types again has to fail again.
      asked.clear();
      waiting.clear();
      waitingWhole.clear();
      throw e;
    }
  }

  private DwarfType read(int entry, boolean whole)
      throws MalformedFileException, NoEvidenceException {
    var unit = space.unitOf(entry);
    if (entries == null) {
      entries = new EntryReader(space, unit);
    }
    entries.enter(unit);
    entries.read(entry);
    return read(entries, whole);
  }

  private DwarfType read(EntryReader reader, boolean whole)
      throws MalformedFileException, NoEvidenceException {
    long size = reader.number(Attribute.BYTE_SIZE, 0);
    return switch (reader.tag()) {
      case Tag.BASE ->
          new DwarfType.Base(name(reader), size, encoding(reader.number(Attribute.ENCODING, 0)));
      case Tag.POINTER -> pointer(reader, Pointer.Kind.POINTER);
      case Tag.REFERENCE -> pointer(reader, Pointer.Kind.REFERENCE);
      case Tag.RVALUE_REFERENCE -> pointer(reader, Pointer.Kind.RVALUE_REFERENCE);
      case Tag.POINTER_TO_MEMBER ->
          new DwarfType.MemberPointer(
              reader.has(Attribute.CONTAINING_TYPE)
                  ? wanted(reader.reference(Attribute.CONTAINING_TYPE), false)
                  : TypeId.VOID,
              size,
              typeOf(reader, false));
      case Tag.TYPEDEF, Tag.TEMPLATE_ALIAS ->
          new DwarfType.Typedef(name(reader), typeOf(reader, whole));
      case Tag.CONST -> qualified(reader, Qualifier.CONST, whole);
      case Tag.VOLATILE -> qualified(reader, Qualifier.VOLATILE, whole);
      case Tag.RESTRICT -> qualified(reader, Qualifier.RESTRICT, whole);
      case Tag.ATOMIC -> qualified(reader, Qualifier.ATOMIC, whole);
      case Tag.STRUCTURE -> aggregate(reader, Aggregate.Kind.STRUCT, whole);
      case Tag.CLASS -> aggregate(reader, Aggregate.Kind.CLASS, whole);
      case Tag.UNION -> aggregate(reader, Aggregate.Kind.UNION, whole);
      case Tag.ENUMERATION -> enumeration(reader, whole);
      case Tag.ARRAY -> array(reader, whole);
      case Tag.SUBROUTINE -> subroutine(reader);
      case Tag.UNSPECIFIED -> new DwarfType.Unspecified(name(reader));
      default -> new DwarfType.Other(reader.tag(), name(reader), size);
    };
  }

  private static String name(EntryReader reader)
      throws MalformedFileException, NoEvidenceException {
    return reader.string(Attribute.NAME);
  }

  private DwarfType pointer(EntryReader reader, Pointer.Kind kind)
      throws MalformedFileException, NoEvidenceException {
    int usual = reader.unit().shape.addressSize();
    return new Pointer(
        kind, name(reader), reader.number(Attribute.BYTE_SIZE, usual), typeOf(reader, false));
  }

  private DwarfType qualified(EntryReader reader, Qualifier qualifier, boolean whole)
      throws MalformedFileException, NoEvidenceException {
    return new DwarfType.Qualified(qualifier, typeOf(reader, whole));
  }

  private DwarfType aggregate(EntryReader reader, Aggregate.Kind kind, boolean whole)
      throws MalformedFileException, NoEvidenceException {
    if (reader.has(Attribute.SIGNATURE)) {
      // A declaration that stands for a type in a unit of its own.
      int real = reader.reference(Attribute.SIGNATURE);
      var there = new EntryReader(space, reader.unit());
      there.enter(space.unitOf(real));
      there.read(real);
      if (!there.has(Attribute.SIGNATURE)) {
        return read(there, whole);
      }
    }
    String name = name(reader);
    long size = reader.number(Attribute.BYTE_SIZE, 0);
    long alignment = reader.number(Attribute.ALIGNMENT, 0);
    Members members;
    if (reader.flag(Attribute.DECLARATION)) {
      members = new Members.Declared();
    } else if (whole) {
      members = new Members.Known(members(reader));
    } else {
      members = new Members.BehindPointer();
    }
    return new Aggregate(kind, name, size, alignment, members);
  }

  /// The members in an aggregate and in the variants that it may hold.
  private List<Member> members(EntryReader reader)
      throws MalformedFileException, NoEvidenceException {
    var members = new ArrayList<Member>();
    int depth = reader.hasChildren() ? 1 : 0;
    int at = reader.end();
    while (depth > 0) {
      reader.read(at);
      switch (reader.tag()) {
        case 0 -> {
          depth--;
          at = reader.end();
        }
        case Tag.VARIANT_PART, Tag.VARIANT -> {
          depth += reader.hasChildren() ? 1 : 0;
          at = reader.end();
        }
        case Tag.MEMBER, Tag.INHERITANCE -> {
          // A static one is no part of the value.
          if (!reader.flag(Attribute.DECLARATION) && !reader.flag(Attribute.EXTERNAL)) {
            members.add(member(reader));
          }
          at = reader.next();
        }
        default -> at = reader.next();
      }
    }
    return members;
  }

  private Member member(EntryReader reader) throws MalformedFileException, NoEvidenceException {
    String name = reader.tag() == Tag.MEMBER ? name(reader) : "";
    long bits = reader.number(Attribute.BIT_SIZE, 0);
    long offset = 8 * reader.constantExpression(Attribute.DATA_MEMBER_LOCATION, 0);
    if (reader.has(Attribute.DATA_BIT_OFFSET)) {
      offset += reader.number(Attribute.DATA_BIT_OFFSET, 0);
    } else if (reader.has(Attribute.BIT_OFFSET)) {
      // Before DWARF 4: counted from the most significant bit of what the field is stored in.
      long from = reader.number(Attribute.BIT_OFFSET, 0);
      offset += space.big() ? from : 8 * storage(reader) - from - bits;
    }
    return new Member(name, typeOf(reader, true), offset, bits);
  }

  /// The size in bytes of what a bit-field is stored in: its own, or that of its type.
  private long storage(EntryReader reader) throws MalformedFileException, NoEvidenceException {
    if (reader.has(Attribute.BYTE_SIZE) || !reader.has(Attribute.TYPE)) {
      return reader.number(Attribute.BYTE_SIZE, 0);
    }
    int target = reader.reference(Attribute.TYPE);
    var type = new EntryReader(space, reader.unit());
    for (int i = 0; i < FunctionSearch.MOST_STEPS; i++) {
      type.enter(space.unitOf(target));
      type.read(target);
      if (type.has(Attribute.BYTE_SIZE) || !type.has(Attribute.TYPE)) {
        break;
      }
      target = type.reference(Attribute.TYPE);
    }
    return type.number(Attribute.BYTE_SIZE, 0);
  }

  private DwarfType enumeration(EntryReader reader, boolean whole)
      throws MalformedFileException, NoEvidenceException {
    String name = name(reader);
    long size = reader.number(Attribute.BYTE_SIZE, 0);
    var underlying = typeOf(reader, whole);
    var values = new ArrayList<Enumerator>();
    if (whole && reader.hasChildren()) {
      int at = reader.end();
      reader.read(at);
      while (reader.tag() != 0) {
        if (reader.tag() == Tag.ENUMERATOR) {
          values.add(new Enumerator(name(reader), reader.number(Attribute.CONST_VALUE, 0)));
        }
        reader.read(reader.next());
      }
    }
    return new DwarfType.Enumeration(name, size, underlying, values);
  }

  private DwarfType array(EntryReader reader, boolean whole)
      throws MalformedFileException, NoEvidenceException {
    long size = reader.number(Attribute.BYTE_SIZE, 0);
    boolean vector = reader.flag(Attribute.GNU_VECTOR);
    var element = typeOf(reader, whole);
    var counts = new ArrayList<OptionalLong>();
    if (reader.hasChildren()) {
      reader.read(reader.end());
      while (reader.tag() != 0) {
        if (reader.tag() == Tag.SUBRANGE || reader.tag() == Tag.ENUMERATION) {
          counts.add(count(reader));
        }
        reader.read(reader.next());
      }
    }
    return new DwarfType.ArrayOf(element, counts, vector, size);
  }

  private static OptionalLong count(EntryReader reader) {
    if (isNumber(reader, Attribute.COUNT)) {
      return OptionalLong.of(reader.number(Attribute.COUNT, 0));
    }
    if (!isNumber(reader, Attribute.UPPER_BOUND)) {
      return OptionalLong.empty();
    }
    long usual = reader.unit().language == Language.FORTRAN ? 1 : 0;
    long last = reader.number(Attribute.UPPER_BOUND, 0);
    return count(reader.number(Attribute.LOWER_BOUND, usual), last);
  }

  /// How many elements there are from `first` to `last`.
  static OptionalLong count(long first, long last) {
    long count = last - first + 1;
    // All bits set in fewer than eight bytes, as GCC writes the bound of an array of nothing.
    return OptionalLong.of(count == 1L << 32 ? 0 : count);
  }

  /// Whether a bound is told as a number and not by a variable that holds it.
  private static boolean isNumber(EntryReader reader, int attribute) {
    return reader.has(attribute) && isNumber(reader.form(attribute));
  }

  static boolean isNumber(int form) {
    return switch (form) {
      case Form.REF1, Form.REF2, Form.REF4, Form.REF8, Form.REF_UDATA, Form.REF_ADDR -> false;
      default -> !Form.isBlock(form);
    };
  }

  private DwarfType subroutine(EntryReader reader)
      throws MalformedFileException, NoEvidenceException {
    boolean prototyped = reader.flag(Attribute.PROTOTYPED) || !reader.unit().language.tagged();
    var result = typeOf(reader, false);
    var parameters = new ArrayList<TypeId>();
    boolean variadic = false;
    if (reader.hasChildren()) {
      reader.read(reader.end());
      while (reader.tag() != 0) {
        if (reader.tag() == Tag.FORMAL_PARAMETER) {
          parameters.add(typeOf(reader, false));
        }
        variadic |= reader.tag() == Tag.UNSPECIFIED_PARAMETERS;
        reader.read(reader.next());
      }
    }
    return new DwarfType.Subroutine(result, parameters, variadic, prototyped);
  }

  /// `DW_ATE_*`.
  static Encoding encoding(long code) {
    return switch ((int) code) {
      case 0x01 -> Encoding.ADDRESS;
      case 0x02 -> Encoding.BOOLEAN;
      case 0x03 -> Encoding.COMPLEX_FLOAT;
      case 0x04 -> Encoding.FLOAT;
      case 0x05 -> Encoding.SIGNED;
      case 0x06 -> Encoding.SIGNED_CHAR;
      case 0x07 -> Encoding.UNSIGNED;
      case 0x08 -> Encoding.UNSIGNED_CHAR;
      case 0x09 -> Encoding.IMAGINARY_FLOAT;
      case 0x0f -> Encoding.DECIMAL_FLOAT;
      case 0x10, 0x11, 0x12 -> Encoding.CHARACTER; // UTF, UCS, ASCII
      default -> Encoding.OTHER;
    };
  }
}
