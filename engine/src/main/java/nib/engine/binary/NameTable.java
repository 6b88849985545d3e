package nib.engine.binary;

import java.io.IOException;
import java.util.Arrays;

/// Names as bytes, each once, numbered from 0 in the order in which they came.
///
/// Nothing in it changes, and any thread may ask, also while its [Builder] goes on: it only writes
/// behind what was handed out.
public final class NameTable {

  /// What [#find] says of a name that is not there.
  public static final int NONE = -1;

  private final byte[][] pages;
  private final int[] at;
  private final int[] length;
  private final int[] slots;
  private final int count;

  private NameTable(Builder builder) {
    this.pages = builder.pages;
    this.at = builder.at;
    this.length = builder.length;
    this.slots = builder.slots;
    this.count = builder.count;
  }

  /// How many different names there are.
  public int size() {
    return count;
  }

  /// The name as [RawText] has it.
  public String text(int number) {
    return RawText.decode(page(number), offset(number), length[number]);
  }

  /// The number of a name, or [#NONE].
  public int find(String name) {
    byte[] bytes = RawText.encode(name);
    return number(new Piece(bytes, 0, bytes.length)) - 1;
  }

  /// The order of two names' bytes.
  public int compare(int one, int other) {
    return piece(one).compareBytes(piece(other));
  }

  /// Where the bytes of a name are.
  public Piece piece(int number) {
    return new Piece(page(number), offset(number), length[number]);
  }

  private byte[] page(int number) {
    return pages[at[number] >>> Builder.PAGE_BITS];
  }

  private int offset(int number) {
    return at[number] & (Builder.PAGE - 1);
  }

  /// Bytes that are part of others, which nobody may write to.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares pieces as objects
  public record Piece(byte[] bytes, int at, int length) {

    /// The order of the bytes.
    public int compareBytes(Piece other) {
      return Arrays.compareUnsigned(
          bytes, at, at + length, other.bytes, other.at, other.at + other.length);
    }
  }

  /// One more than the name's number; 0 where it is not there.
  private int number(Piece name) {
    int mask = slots.length - 1;
    for (int slot = hash(name) & mask; slots[slot] != 0; slot = slot + 1 & mask) {
      int known = slots[slot] - 1;
      // A higher number is one that the builder gave since.
      if (known < count && same(piece(known), name)) {
        return known + 1;
      }
    }
    return 0;
  }

  private static boolean same(Piece one, Piece other) {
    return one.length() == other.length()
        && Arrays.equals(
            one.bytes(),
            one.at(),
            one.at() + one.length(),
            other.bytes(),
            other.at(),
            other.at() + other.length());
  }

  private static int hash(Piece name) {
    long hash = NameHash.of(name.bytes(), name.at(), name.length());
    return (int) (hash ^ hash >>> 32);
  }

  /// Collects names. For one thread.
  public static final class Builder {

    static final int PAGE_BITS = 20;
    static final int PAGE = 1 << PAGE_BITS;
    private static final int MOST_PAGES = 1 << (32 - PAGE_BITS);

    private byte[][] pages = new byte[16][];
    private int pageCount;
    private int used = PAGE;
    private int[] at = new int[1 << 10];
    private int[] length = new int[1 << 10];
    private int[] slots = new int[1 << 12];
    private int count;

    /// How many different names there are.
    public int size() {
      return count;
    }

    /// The number of a name, which is made where it is new.
    public int number(byte[] bytes, int from, int size) {
      var name = new Piece(bytes, from, size);
      int mask = slots.length - 1;
      int slot = hash(name) & mask;
      while (slots[slot] != 0) {
        if (same(piece(slots[slot] - 1), name)) {
          return slots[slot] - 1;
        }
        slot = slot + 1 & mask;
      }
      append(name);
      slots[slot] = count;
      if (count > slots.length / 2) {
        spread();
      }
      return count - 1;
    }

    /// The number of a name, which is made where it is new.
    public int number(String name) {
      byte[] bytes = RawText.encode(name);
      return number(bytes, 0, bytes.length);
    }

    /// The name as [RawText] has it.
    public String text(int number) {
      var name = piece(number);
      return RawText.decode(name.bytes(), name.at(), name.length());
    }

    private void append(Piece name) {
      if (count == at.length) {
        at = Arrays.copyOf(at, count + (count >> 1));
        length = Arrays.copyOf(length, count + (count >> 1));
      }
      if (pageCount == 0 || PAGE - used < name.length()) {
        addPage(Math.max(PAGE, name.length()));
      }
      System.arraycopy(name.bytes(), name.at(), pages[pageCount - 1], used, name.length());
      at[count] = ((pageCount - 1) << PAGE_BITS) | (used & (PAGE - 1));
      length[count] = name.length();
      // Nothing stands behind a name that is longer than a page.
      used = Math.min(PAGE, used + name.length());
      count++;
    }

    private Piece piece(int number) {
      return new Piece(pages[at[number] >>> PAGE_BITS], at[number] & (PAGE - 1), length[number]);
    }

    private void addPage(int size) {
      if (pageCount == MOST_PAGES) {
        throw new ReadFailedException(
            new IOException("the names of its symbols take more than 4 GiB"));
      }
      if (pageCount == pages.length) {
        pages = Arrays.copyOf(pages, 2 * pageCount);
      }
      pages[pageCount] = new byte[size];
      pageCount++;
      used = 0;
    }

    private void spread() {
      var wider = new int[2 * slots.length];
      for (int i = 0; i < count; i++) {
        int mask = wider.length - 1;
        int slot = hash(piece(i)) & mask;
        while (wider[slot] != 0) {
          slot = slot + 1 & mask;
        }
        wider[slot] = i + 1;
      }
      slots = wider;
    }

    /// The names so far.
    public NameTable soFar() {
      return new NameTable(this);
    }
  }
}
