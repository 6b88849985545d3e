package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.MalformedFileException;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.objectfile.DebugSection;
import nib.engine.objectfile.DebugSections;
import org.jspecify.annotations.Nullable;

/// The entries of one member and what they refer to. The units of `.debug_types` (DWARF 4) follow
/// those of `.debug_info`, so that each entry has one offset.
///
/// A member may have several spaces: what `-gsplit-dwarf=single` splits off stays in the same file,
/// in sections with `.dwo` behind their names, and GCC puts `.gnu.debuglto_` before those that wait
/// for the optimization of the whole program.
final class Space {

  private static final DebugSection EMPTY = DebugSection.of(new byte[0], 0);

  private final DebugSections sections;
  private final String prefix;
  private final String suffix;
  private final boolean big;
  private final DebugSection info;
  private final DebugSection types;
  private final byte[] bytes;
  private final Budget budget;
  private final DebugSection abbrev;
  private final Map<String, DebugSection> others = new HashMap<>();
  private final Map<Long, Abbreviations> tables = new HashMap<>();
  private final Map<Long, Unit> typeUnits = new HashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private Optional<NoEvidence> trouble = Optional.empty();
  private DebugSection str = EMPTY;
  private boolean strRead;
  private final Cursor.Complaints complaints = this::malformed;
  private @Nullable DebugSection strOffsets;

  /// Reads first entries.
  private @Nullable EntryReader roots;

  private Space(DebugSections sections, String prefix, String suffix)
      throws MalformedFileException, NoEvidenceException {
    this.sections = sections;
    this.prefix = prefix;
    this.suffix = suffix;
    this.big = sections.order().equals(java.nio.ByteOrder.BIG_ENDIAN);
    this.info = section(".debug_info");
    this.types = section(".debug_types");
    this.bytes = both(info.bytes(), types.bytes());
    this.abbrev = section(".debug_abbrev");
    this.budget = new Budget(info, (long) bytes.length + abbrev.bytes().length);
    scan(0, info.bytes().length, false);
    scan(info.bytes().length, bytes.length, true);
  }

  /// The entries in sections with these additions to their names; empty where there are none.
  static Optional<Space> of(DebugSections sections, String prefix, String suffix)
      throws MalformedFileException, NoEvidenceException {
    return sections.has(prefix + ".debug_info" + suffix)
        ? Optional.of(new Space(sections, prefix, suffix))
        : Optional.empty();
  }

  private static byte[] both(byte[] info, byte[] types) throws MalformedFileException {
    if (types.length == 0) {
      return info;
    }
    if ((long) info.length + types.length > Integer.MAX_VALUE - 8) {
      throw new MalformedFileException(0, "more than 2 GiB of debug information in one member");
    }
    var both = Arrays.copyOf(info, info.length + types.length);
    System.arraycopy(types, 0, both, info.length, types.length);
    return both;
  }

  private DebugSection section(String name) throws MalformedFileException, NoEvidenceException {
    var found = sections.section(prefix + name + suffix);
    if (found.isEmpty()) {
      return EMPTY;
    }
    if (found.get().obstacle().isPresent()) {
      throw new NoEvidenceException(
          Reason.UNREADABLE_SECTION, found.get().obstacle().get() + " in " + name);
    }
    return found.get();
  }

  private void scan(int from, int to, boolean inTypes) {
    int at = from;
    try {
      while (at < to) {
        int end = Unit.end(bytes, at, big, section());
        add(at, inTypes);
        at = end;
      }
    } catch (MalformedFileException e) {
      trouble(new NoEvidence(Reason.DAMAGED, String.valueOf(e.getMessage())));
    }
  }

  private void add(int at, boolean inTypes) throws MalformedFileException {
    try {
      var unit = Unit.read(this, at, inTypes);
      units.add(unit);
      if (unit.isType()) {
        typeUnits.putIfAbsent(unit.signature, unit);
      }
    } catch (NoEvidenceException e) {
      trouble(e.why());
    }
  }

  /// Notes what kept a part from being read; the first counts.
  void trouble(NoEvidence why) {
    if (trouble.isEmpty()) {
      trouble = Optional.of(why);
    }
  }

  Optional<NoEvidence> trouble() {
    return trouble;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean big() {
    return big;
  }

  /// The section of the entries, to complain about.
  DebugSection section() {
    return info;
  }

  /// What [#malformed] says, for readers of the entries.
  Cursor.Complaints complaints() {
    return complaints;
  }

  MalformedFileException malformed(long at, String what) {
    int length = info.bytes().length;
    return at < length ? info.malformed(at, what) : types.malformed(at - length, what);
  }

  /// The section that the address at `at` of the entries lies in.
  int targetSection(int at) {
    int length = info.bytes().length;
    return at < length ? info.targetSection(at) : types.targetSection(at - length);
  }

  Budget budget() {
    return budget;
  }

  /// Whether these are entries that were split off: their addresses are somewhere else.
  boolean split() {
    return !suffix.isEmpty();
  }

  /// The end of what references by offset may reach.
  int infoEnd() {
    return info.bytes().length;
  }

  List<Unit> units() {
    return units;
  }

  /// The unit that has the entry at `at`.
  Unit unitOf(int at) throws MalformedFileException {
    int low = 0;
    int high = units.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var unit = units.get(middle);
      if (at < unit.start) {
        high = middle - 1;
      } else if (at >= unit.end) {
        low = middle + 1;
      } else if (at >= unit.first) {
        return unit;
      } else {
        break;
      }
    }
    throw malformed(0, "a reference to 0x%x, where no entry is".formatted(at));
  }

  /// Where the type with this signature is.
  int typeEntry(long signature) throws MalformedFileException {
    var unit = typeUnits.get(signature);
    if (unit == null) {
      throw malformed(0, "a reference to type %016x, which is not here".formatted(signature));
    }
    long at = unit.start + unit.typeAt;
    if (unit.typeAt < 0 || at < unit.first || at >= unit.end) {
      throw malformed(unit.start, "a type unit whose type is not in it");
    }
    return (int) at;
  }

  /// Reads what the unit's first entry tells about the others.
  void open(Unit unit) throws MalformedFileException, NoEvidenceException {
    if (unit.opened) {
      return;
    }
    unit.opened = true;
    var root = root(unit);
    unit.language = Language.of(root.number(Attribute.LANGUAGE, 0));
    unit.strOffsetsBase = root.number(Attribute.STR_OFFSETS_BASE, unit.strOffsetsBase);
    unit.addrBase = root.number(Attribute.ADDR_BASE, unit.addrBase);
    unit.lineTable = root.number(Attribute.STMT_LIST, -1);
    unit.children = root.hasChildren() ? root.end() : 0;
  }

  /// A text that the unit's first entry has; empty where it has none.
  String rootText(Unit unit, int attribute) throws MalformedFileException, NoEvidenceException {
    open(unit);
    return root(unit).string(attribute);
  }

  /// The unit's first entry, until somebody asks for another unit's.
  private EntryReader root(Unit unit) throws MalformedFileException, NoEvidenceException {
    if (roots == null) {
      roots = new EntryReader(this, unit);
    }
    roots.enterClosed(unit);
    roots.read(unit.first);
    return roots;
  }

  Abbreviations abbreviations(Unit unit) throws MalformedFileException {
    long key = unit.abbreviationsAt << 20 ^ unit.shape.number();
    var known = tables.get(key);
    if (known == null) {
      known = Abbreviations.read(abbrev, unit.abbreviationsAt, unit.shape, budget);
      tables.put(key, known);
    }
    return known;
  }

  DebugSection str() throws MalformedFileException, NoEvidenceException {
    if (!strRead) {
      str = section(".debug_str");
      budget.allow(str.bytes().length);
      strRead = true;
    }
    return str;
  }

  DebugSection strOffsets() throws MalformedFileException, NoEvidenceException {
    if (strOffsets == null) {
      strOffsets = other(".debug_str_offsets");
    }
    return strOffsets;
  }

  /// Another section; an empty one where there is none.
  DebugSection other(String name) throws MalformedFileException, NoEvidenceException {
    var known = others.get(name);
    if (known == null) {
      known = section(name);
      budget.allow(known.bytes().length);
      others.put(name, known);
    }
    return known;
  }
}
