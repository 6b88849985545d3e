package nib.engine.dwarf;

import static nib.engine.dwarf.NotPlainException.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nib.engine.dwarf.DwarfType.Aggregate;
import nib.engine.dwarf.DwarfType.Enumerator;
import nib.engine.dwarf.DwarfType.Members;
import nib.engine.dwarf.DwarfType.Pointer;
import nib.engine.dwarf.DwarfType.Qualifier;

/// Reads types of C as [TypeReader] does, for [PlainSignatures]. Structures that are passed by
/// value are left to others.
final class PlainTypes {

  /// A member's functions rarely speak of more types.
  private static final int MOST = 256;

  private final PlainEntries entries;
  private Map<TypeId, DwarfType> all = new HashMap<>();

  /// The types that were asked for, and for each whether its inside was.
  private final int[] asked = new int[MOST];

  private final boolean[] whole = new boolean[MOST];
  private int askedCount;

  /// Which of them wait to be read; twice where the inside was asked for later.
  private final int[] waiting = new int[2 * MOST];

  private int waitingCount;

  PlainTypes(PlainEntries entries) {
    this.entries = entries;
  }

  /// Begins with another member.
  void clear() {
    all = new HashMap<>();
    askedCount = 0;
    waitingCount = 0;
  }

  /// What was read so far.
  Map<TypeId, DwarfType> all() {
    return all;
  }

  /// As [TypeReader#typeOf].
  TypeId typeOf(boolean inside) throws NotPlainException {
    if (!entries.has(Attribute.TYPE)) {
      return TypeId.VOID;
    }
    int at = entries.reference(Attribute.TYPE);
    int[] known = asked;
    int i = 0;
    while (i < askedCount && known[i] != at) {
      i++;
    }
    if (i == askedCount) {
      unless(i < MOST);
      known[i] = at;
      whole[i] = inside;
      askedCount++;
      waiting[waitingCount++] = i;
    } else if (inside && !whole[i]) {
      whole[i] = true;
      waiting[waitingCount++] = i;
    }
    return new TypeId(entries.offset(at));
  }

  /// As [TypeReader#readWaiting].
  void readWaiting() throws NotPlainException {
    while (waitingCount > 0) {
      int i = waiting[--waitingCount];
      entries.spend(askedCount);
      entries.read(asked[i]);
      all.put(new TypeId(entries.offset(asked[i])), read(whole[i]));
    }
  }

  private DwarfType read(boolean inside) throws NotPlainException {
    return switch (entries.tag()) {
      case Tag.BASE ->
          new DwarfType.Base(
              name(), size(), TypeReader.encoding(entries.number(Attribute.ENCODING, 0)));
      case Tag.POINTER ->
          new Pointer(
              Pointer.Kind.POINTER,
              name(),
              entries.number(Attribute.BYTE_SIZE, Long.BYTES),
              typeOf(false));
      case Tag.TYPEDEF -> new DwarfType.Typedef(name(), typeOf(inside));
      case Tag.CONST -> new DwarfType.Qualified(Qualifier.CONST, typeOf(inside));
      case Tag.VOLATILE -> new DwarfType.Qualified(Qualifier.VOLATILE, typeOf(inside));
      case Tag.RESTRICT -> new DwarfType.Qualified(Qualifier.RESTRICT, typeOf(inside));
      case Tag.ATOMIC -> new DwarfType.Qualified(Qualifier.ATOMIC, typeOf(inside));
      case Tag.STRUCTURE -> aggregate(Aggregate.Kind.STRUCT, inside);
      case Tag.UNION -> aggregate(Aggregate.Kind.UNION, inside);
      case Tag.ENUMERATION -> enumeration(inside);
      case Tag.ARRAY -> array(inside);
      case Tag.SUBROUTINE -> subroutine();
      default -> throw new NotPlainException();
    };
  }

  private String name() throws NotPlainException {
    return entries.string(Attribute.NAME);
  }

  private long size() {
    return entries.number(Attribute.BYTE_SIZE, 0);
  }

  private DwarfType aggregate(Aggregate.Kind kind, boolean inside) throws NotPlainException {
    boolean declared = entries.flag(Attribute.DECLARATION);
    unless(declared || !inside);
    return new Aggregate(
        kind,
        name(),
        size(),
        entries.number(Attribute.ALIGNMENT, 0),
        declared ? new Members.Declared() : new Members.BehindPointer());
  }

  private DwarfType enumeration(boolean inside) throws NotPlainException {
    String name = name();
    long size = size();
    var underlying = typeOf(inside);
    var values = new ArrayList<Enumerator>();
    if (inside && entries.hasChildren()) {
      entries.read(entries.end());
      while (entries.tag() != 0) {
        if (entries.tag() == Tag.ENUMERATOR) {
          values.add(new Enumerator(name(), entries.number(Attribute.CONST_VALUE, 0)));
        }
        entries.read(entries.next());
      }
    }
    return new DwarfType.Enumeration(name, size, underlying, values);
  }

  private DwarfType array(boolean inside) throws NotPlainException {
    long size = size();
    var element = typeOf(inside);
    var counts = new ArrayList<OptionalLong>();
    if (entries.hasChildren()) {
      entries.read(entries.end());
      while (entries.tag() != 0) {
        if (entries.tag() == Tag.SUBRANGE) {
          counts.add(count());
        } else {
          unless(entries.tag() != Tag.ENUMERATION);
        }
        entries.read(entries.next());
      }
    }
    return new DwarfType.ArrayOf(element, counts, false, size);
  }

  private OptionalLong count() {
    if (isNumber(Attribute.COUNT)) {
      return OptionalLong.of(entries.number(Attribute.COUNT, 0));
    }
    if (!isNumber(Attribute.UPPER_BOUND)) {
      return OptionalLong.empty();
    }
    long last = entries.number(Attribute.UPPER_BOUND, 0);
    return TypeReader.count(entries.number(Attribute.LOWER_BOUND, 0), last);
  }

  private boolean isNumber(int attribute) {
    return entries.has(attribute) && TypeReader.isNumber(entries.form(attribute));
  }

  private DwarfType subroutine() throws NotPlainException {
    boolean prototyped = entries.flag(Attribute.PROTOTYPED);
    var result = typeOf(false);
    List<TypeId> parameters = new ArrayList<>();
    boolean variadic = false;
    if (entries.hasChildren()) {
      entries.read(entries.end());
      while (entries.tag() != 0) {
        if (entries.tag() == Tag.FORMAL_PARAMETER) {
          parameters.add(typeOf(false));
        }
        variadic |= entries.tag() == Tag.UNSPECIFIED_PARAMETERS;
        entries.read(entries.next());
      }
    }
    return new DwarfType.Subroutine(result, parameters, variadic, prototyped);
  }
}
