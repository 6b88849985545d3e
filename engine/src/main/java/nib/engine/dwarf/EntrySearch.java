package nib.engine.dwarf;

import nib.engine.binary.Bytes;
import nib.engine.binary.MalformedFileException;

/// Passes over the entries of a unit that nobody asked for, which are most of them.
///
/// It looks at each before anything is compiled, so that it does by itself what [EntryReader#kind]
/// and [EntryReader#skip] do, in one loop, and asks those where an entry is unusual or damaged.
final class EntrySearch {

  private static final int UNUSUAL = -1;

  private final EntryReader reader;
  private final Budget budget;
  private final Abbreviations table;
  private final byte[] bytes;
  private final boolean big;

  /// Where the unit starts and ends.
  private final int start;

  private final int limit;

  EntrySearch(EntryReader reader, Space space) throws MalformedFileException {
    this.reader = reader;
    this.budget = space.budget();
    this.table = reader.table();
    this.bytes = space.bytes();
    this.big = space.big();
    this.start = reader.unit().start;
    this.limit = reader.unit().end;
  }

  /// Where in the list that starts at `from` the first entry of kind `wanted` is, or the one
  /// without a kind that ends the list, or else the end of the unit. What is inside of others is
  /// passed over.
  int find(int from, int wanted) throws MalformedFileException, NoEvidenceException {
    int[] numbers = table.numbers();
    int here = from;
    int depth = 0;
    int passed = 0;
    while (here < limit) {
      passed++;
      byte code = bytes[here];
      if (code == 0) {
        if (depth == 0) {
          break;
        }
        depth--;
        here++;
        continue;
      }
      int row = table.shortRow(code);
      int next = row < 0 ? UNUSUAL : behind(here + 1, row);
      if (next < 0) {
        budget.spend(passed);
        passed = 0;
        reader.kind(here);
        if (depth == 0 && (reader.tag() == wanted || reader.tag() == Tag.NONE)) {
          break;
        }
        next = reader.skip();
        if (row < 0) {
          here = next;
          depth += reader.tag() == Tag.NONE ? -1 : reader.hasChildren() ? 1 : 0;
          continue;
        }
      } else if (depth == 0 && numbers[row + Abbreviations.TAG] == wanted) {
        break;
      }
      if (numbers[row + Abbreviations.CHILDREN] == 0) {
        here = next;
      } else if (numbers[row + Abbreviations.SIBLING_AT] < 0) {
        here = next;
        depth++;
      } else {
        int at = here + 1 + numbers[row + Abbreviations.SIBLING_AT];
        long sibling = start + Bytes.u32(bytes, at, big);
        if (sibling < next || sibling > limit) {
          budget.spend(passed);
        }
        here = reader.sibling(next, sibling);
      }
    }
    budget.spend(passed);
    return here;
  }

  /// Where the attributes of this row end that start at `at`; [#UNUSUAL] where that is beyond the
  /// unit, or takes more than a look to tell.
  private int behind(int at, int row) {
    int[] numbers = table.numbers();
    int size = numbers[row + Abbreviations.SIZE];
    if (size >= 0) {
      return size <= limit - at ? at + size : UNUSUAL;
    }
    int here = at;
    int attribute = row + Abbreviations.ATTRIBUTES;
    int last = attribute + 2 * numbers[row + Abbreviations.COUNT];
    while (attribute < last) {
      size = numbers[attribute + 1];
      if (size < 0) {
        size = size(numbers[attribute] & Abbreviations.FORM, here);
      }
      if (size < 0 || size > limit - here) {
        return UNUSUAL;
      }
      here += size;
      attribute += 2;
    }
    return here;
  }

  /// The size of a value whose form does not tell it, where its first byte does; otherwise
  /// [#UNUSUAL].
  private int size(int form, int at) {
    if (form == Form.IMPLICIT_CONST) {
      return 0;
    }
    int first = at < limit ? bytes[at] : UNUSUAL;
    if (first < 0) {
      return UNUSUAL;
    }
    if (form == Form.EXPRLOC || form == Form.BLOCK1 || form == Form.BLOCK) {
      return 1 + first;
    }
    if (form == Form.STRING) {
      int end = at;
      while (end < limit && bytes[end] != 0) {
        end++;
      }
      return 1 + end - at;
    }
    return Form.isNumber(form) ? 1 : UNUSUAL;
  }
}
