package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.Bytes;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.NameSet;
import nib.engine.binary.RawText;
import nib.engine.binary.SoughtNames;
import nib.engine.dwarf.Evidence.Match;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.objectfile.DebugSection;
import nib.engine.objectfile.DebugSections;
import nib.engine.objectfile.DebugSections.Place;

/// Finds the entries of wanted functions: first by the name that the linker sees, or by the
/// author's where there is no other, then by the place of the code, since compilers describe an
/// alias nowhere.
///
/// Only functions are read, and what they may stand in; everything else is stepped over.
final class FunctionSearch {

  /// How many entries may lead from one to the one that has the name.
  static final int MOST_STEPS = 8;

  private static final int FEW = 4;

  private final Space space;
  private final DebugSections sections;
  private final List<Wanted> wanted;
  private final NameSet names;

  /// The names once more where they are few, to turn others away without looking for their ends.
  private final Optional<SoughtNames> sought;

  /// For each name the first wanted function of it, and for each of those the next.
  private final int[] first;

  private final int[] another;
  private final int[] entries;
  private final Match[] matches;
  private final boolean[] settled;
  private final Map<Place, List<Integer>> places = new HashMap<>();
  private int left;
  private boolean byAddress;

  /// Whether functions in functions are looked at too: the methods of local classes.
  private boolean deep;

  /// @param settled which of the wanted are not looked for
  FunctionSearch(Space space, DebugSections sections, List<Wanted> wanted, boolean[] settled) {
    this.space = space;
    this.sections = sections;
    this.wanted = wanted;
    var texts = new ArrayList<String>(wanted.size());
    var bytes = new ArrayList<byte[]>(wanted.size());
    for (var one : wanted) {
      texts.add(one.name());
      bytes.add(RawText.encode(one.name()));
    }
    this.names = new NameSet(texts);
    this.sought = wanted.size() <= FEW ? Optional.of(new SoughtNames(bytes)) : Optional.empty();
    this.first = new int[names.size()];
    this.another = new int[wanted.size()];
    Arrays.fill(first, -1);
    for (int i = wanted.size() - 1; i >= 0; i--) {
      byte[] name = bytes.get(i);
      int position = names.find(name, 0, name.length);
      another[i] = first[position];
      first[position] = i;
    }
    this.entries = new int[wanted.size()];
    this.matches = new Match[wanted.size()];
    this.settled = settled.clone();
    for (boolean one : settled) {
      left += one ? 0 : 1;
    }
  }

  void run() {
    walkAll();
    deep = true;
    walkAll();
    if (left > 0 && !space.split()) {
      findPlaces();
      byAddress = true;
      if (!places.isEmpty()) {
        walkAll();
      }
    }
  }

  /// Where the wanted function's entry is, or 0.
  int entry(int index) {
    return entries[index];
  }

  Match match(int index) {
    return matches[index];
  }

  private void findPlaces() {
    for (int i = 0; i < wanted.size(); i++) {
      var one = wanted.get(i);
      if (!settled[i] && one.section() >= 0) {
        try {
          var code = sections.code(new Place(one.section(), one.offset()));
          places
              .computeIfAbsent(
                  new Place(code.section(), sections.codeOffset(code.offset())),
                  _ -> new ArrayList<>())
              .add(i);
        } catch (MalformedFileException e) {
          space.trouble(new NoEvidence(Reason.DAMAGED, String.valueOf(e.getMessage())));
        }
      }
    }
  }

  private void walkAll() {
    for (var unit : space.units()) {
      if (left == 0) {
        return;
      }
      if (!unit.isType()) {
        try {
          space.open(unit);
          if (unit.children != 0 && (!deep || byAddress || unit.language.nests())) {
            walk(unit);
          }
        } catch (MalformedFileException e) {
          space.trouble(new NoEvidence(Reason.DAMAGED, String.valueOf(e.getMessage())));
        } catch (NoEvidenceException e) {
          space.trouble(e.why());
        }
      }
    }
  }

  private void walk(Unit unit) throws MalformedFileException, NoEvidenceException {
    var reader = new EntryReader(space, unit);
    boolean nests = unit.language.nests();
    int at = unit.children;
    int depth = 1;
    while (depth > 0 && at < unit.end && left > 0) {
      if (!nests) {
        at = reader.find(at, Tag.SUBPROGRAM);
        if (at >= unit.end) {
          return;
        }
      }
      reader.kind(at);
      int tag = reader.tag();
      if (tag == 0) {
        depth--;
        at = reader.end();
      } else if (tag == Tag.SUBPROGRAM) {
        reader.readAttributes();
        if (!reader.flag(Attribute.DECLARATION)) {
          look(reader, at);
        }
        boolean down = deep && nests && reader.hasChildren();
        at = down ? reader.end() : reader.next();
        depth += down ? 1 : 0;
      } else if (nests && (Tag.isScope(tag) || (deep && tag == Tag.LEXICAL_BLOCK))) {
        at = reader.skip();
        depth += reader.hasChildren() ? 1 : 0;
      } else {
        at = reader.skipWhole();
      }
    }
  }

  private void look(EntryReader reader, int entry)
      throws MalformedFileException, NoEvidenceException {
    if (byAddress) {
      address(reader, entry);
    } else if (reader.has(Attribute.LINKAGE_NAME)) {
      named(reader, Attribute.LINKAGE_NAME, entry);
    } else if (reader.has(Attribute.ABSTRACT_ORIGIN) || reader.has(Attribute.SPECIFICATION)) {
      follow(reader, entry);
    } else if (reader.flag(Attribute.EXTERNAL) && reader.has(Attribute.NAME)) {
      named(reader, Attribute.NAME, entry);
    }
  }

  /// Looks whether the entry's name is wanted.
  private void named(EntryReader reader, int attribute, int entry)
      throws MalformedFileException, NoEvidenceException {
    boolean possible = sought.isEmpty() || reader.startsText(attribute, sought.get());
    if (possible && reader.text(attribute)) {
      found(reader, entry, attribute == Attribute.NAME ? Match.NAME : Match.LINKAGE_NAME);
    }
  }

  /// Looks for the name where this entry says that the rest is told.
  private void follow(EntryReader first, int entry)
      throws MalformedFileException, NoEvidenceException {
    var reader = new EntryReader(space, first.unit());
    int target = next(first);
    boolean external = first.flag(Attribute.EXTERNAL);
    for (int i = 0; target != 0 && i < MOST_STEPS; i++) {
      reader.enter(space.unitOf(target));
      reader.read(target);
      external |= reader.flag(Attribute.EXTERNAL);
      if (reader.text(Attribute.LINKAGE_NAME)) {
        found(reader, entry, Match.LINKAGE_NAME);
        return;
      }
      target = next(reader);
      if (target == 0 && external && reader.text(Attribute.NAME)) {
        found(reader, entry, Match.NAME);
      }
    }
  }

  /// The entry that tells the rest of what this one describes; 0 where nothing else does.
  static int next(EntryReader reader) throws MalformedFileException, NoEvidenceException {
    if (reader.has(Attribute.ABSTRACT_ORIGIN)) {
      return reader.reference(Attribute.ABSTRACT_ORIGIN);
    }
    return reader.has(Attribute.SPECIFICATION) ? reader.reference(Attribute.SPECIFICATION) : 0;
  }

  private void found(EntryReader reader, int entry, Match match) {
    var text = reader.text();
    int position = names.find(text.bytes(), text.at(), text.length());
    for (int i = position < 0 ? -1 : first[position]; i >= 0; i = another[i]) {
      found(i, entry, match);
    }
  }

  private void found(int index, int entry, Match match) {
    if (!settled[index]) {
      settled[index] = true;
      entries[index] = entry;
      matches[index] = match;
      left--;
    }
  }

  private void address(EntryReader reader, int entry)
      throws MalformedFileException, NoEvidenceException {
    int attribute =
        reader.has(Attribute.LOW_PC)
            ? Attribute.LOW_PC
            : Attribute.ENTRY_PC; // where the code is in pieces
    if (!reader.has(attribute)) {
      return;
    }
    var place = place(reader, attribute);
    for (int index : places.getOrDefault(place, List.of())) {
      found(index, entry, wanted.get(index).indirect() ? Match.RESOLVER : Match.ADDRESS);
    }
  }

  private Place place(EntryReader reader, int attribute)
      throws MalformedFileException, NoEvidenceException {
    long value = reader.number(attribute, 0);
    return switch (reader.form(attribute)) {
      case Form.ADDR ->
          new Place(space.targetSection(reader.place(attribute)), sections.codeOffset(value));
      case Form.ADDRX, Form.ADDRX1, Form.ADDRX2, Form.ADDRX3, Form.ADDRX4, Form.GNU_ADDR_INDEX ->
          indexed(reader.unit(), value);
      default -> new Place(DebugSection.NO_SECTION, value);
    };
  }

  private Place indexed(Unit unit, long index) throws MalformedFileException, NoEvidenceException {
    var table = space.other(".debug_addr");
    int size = unit.shape.addressSize();
    long room = (table.bytes().length - unit.addrBase) / size;
    if (index < 0 || unit.addrBase < 0 || index >= room || (size != 4 && size != 8)) {
      throw space.malformed(unit.start, "address number %d of %d".formatted(index, room));
    }
    int at = (int) (unit.addrBase + index * size);
    long value =
        size == 8
            ? Bytes.i64(table.bytes(), at, space.big())
            : Bytes.u32(table.bytes(), at, space.big());
    return new Place(table.targetSection(at), sections.codeOffset(value));
  }
}
