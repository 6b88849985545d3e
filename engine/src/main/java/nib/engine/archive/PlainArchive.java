package nib.engine.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.binary.RawText;

/// The members of a small archive as `ar` of GNU and LLVM writes it on Linux, one after the other:
/// names of GNU's dialect, every header in its place, nothing missing at the end. [ArchiveReader]
/// reads every archive; this goes through the common ones in one loop, and stops where something
/// else comes.
///
/// It takes no archive for plain of which [ArchiveReader] would say anything else. For one thread.
public final class PlainArchive implements AutoCloseable {

  /// A larger archive takes longer to read than to compile what reads it.
  private static final int LARGEST = 8 << 20;

  /// What is in memory at a time, unless a member is larger. Memory that was used before is faster
  /// than as much as the file has.
  private static final int WINDOW = 1 << 17;

  /// A larger read goes through memory outside the heap that the system has to give anew.
  private static final int PIECE = 1 << 16;

  private static final byte[] MAGIC = {'!', '<', 'a', 'r', 'c', 'h', '>', '\n'};
  private static final int NAME_SIZE = 16;
  private static final int SIZE_AT = 48;
  private static final int SIZE_END = 58;

  private final RandomAccessFile file;
  private final int fileSize;

  private byte[] window = new byte[WINDOW];

  /// Where the window starts in the file, and how much of it is filled.
  private int windowAt;

  private int windowSize;

  private byte[] longNames = {};
  private boolean hasLongNames;

  /// How much of the long names may yet be used; see [LongNames].
  private long lettersLeft;

  /// Where the next member's header stands in the file.
  private int next = MAGIC.length;

  private boolean plain = true;
  private int members;

  private byte[] nameBytes = {};
  private int nameAt;
  private int nameLength;
  private int contentAt;
  private int size;

  private PlainArchive(RandomAccessFile file, int fileSize) {
    this.file = file;
    this.fileSize = fileSize;
  }

  /// Opens the archive; nothing where the file is another one, or is not to be read.
  public static Optional<PlainArchive> open(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      var file = new RandomAccessFile(path.toFile(), "r");
      long size = file.length();
      if (size <= LARGEST && size > MAGIC.length) {
        var archive = new PlainArchive(file, (int) size);
        if (archive.begins()) {
          return Optional.of(archive);
        }
      }
      file.close();
    } catch (IOException e) {
      return Optional.empty(); // whoever reads every archive says why
    }
    return Optional.empty();
  }

  private boolean begins() throws IOException {
    if (!has(0, MAGIC.length)) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (window[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /// Makes sure that a piece of the file is in the window.
  private boolean has(int at, int length) throws IOException {
    if (length > fileSize - at) {
      return false;
    }
    if (at >= windowAt && at + length <= windowAt + windowSize) {
      return true;
    }
    if (window.length < length) {
      window = new byte[Math.max(length, 2 * window.length)];
    }
    file.seek(at);
    windowAt = at;
    windowSize = 0;
    int wanted = Math.min(window.length, fileSize - at);
    while (windowSize < wanted) {
      int read = file.read(window, windowSize, Math.min(PIECE, wanted - windowSize));
      if (read < 0) {
        break; // it became shorter
      }
      windowSize += read;
    }
    return windowSize >= length;
  }

  /// Goes on to the next member. At the end, and where something comes that is not plain, there is
  /// none.
  public boolean next() {
    try {
      while (plain && next < fileSize) {
        int before = members;
        plain = member();
        if (members > before) {
          return plain;
        }
      }
    } catch (IOException e) {
      plain = false;
    }
    return false;
  }

  /// Whether all that was read so far is plain, and there was a member.
  public boolean plain() {
    return plain && members > 0;
  }

  private boolean member() throws IOException {
    if (!has(next, ArchiveReader.HEADER_SIZE)) {
      return false;
    }
    int at = next - windowAt;
    if (window[at + SIZE_END] != '`' || window[at + SIZE_END + 1] != '\n') {
      return false;
    }
    size = number(at + SIZE_AT, at + SIZE_END);
    if (size < 0 || !has(next, ArchiveReader.HEADER_SIZE + size)) {
      return false;
    }
    at = next - windowAt; // the window may have moved
    contentAt = at + ArchiveReader.HEADER_SIZE;
    next += ArchiveReader.HEADER_SIZE + size;
    next += next & 1;
    return named(at);
  }

  /// The decimal number that fills a field from its start, with nothing but blanks behind it; -1
  /// where it is something else, or larger than any place here.
  private int number(int from, int end) {
    int at = from;
    int number = 0;
    while (at < end && window[at] >= '0' && window[at] <= '9' && number <= LARGEST) {
      number = number * 10 + window[at] - '0';
      at++;
    }
    return at > from && number <= LARGEST && blank(at, end) ? number : -1;
  }

  private boolean blank(int from, int end) {
    for (int at = from; at < end; at++) {
      if (window[at] != ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean named(int at) {
    int end = at + NAME_SIZE;
    if (window[at] != '/') {
      return shortName(at, end);
    }
    if (window[at + 1] == '/' && blank(at + 2, end)) {
      boolean first = !hasLongNames;
      hasLongNames = true;
      longNames = new byte[size];
      System.arraycopy(window, contentAt, longNames, 0, size);
      lettersLeft = LongNames.OVERLAP * size;
      return first;
    }
    if (window[at + 1] >= '0' && window[at + 1] <= '9') {
      return longName(number(at + 1, end));
    }
    return members == 0 && blank(at + 1, end); // the index comes first; the other kind is rarer
  }

  private boolean shortName(int at, int end) {
    int slash = at;
    while (slash < end && window[slash] != '/') {
      slash++;
    }
    boolean ends = slash > at && slash < end && blank(slash + 1, end);
    boolean another = window[at] == '#' || (window[at] == '_' && window[at + 2] == '.'); // BSD's
    return ends && !another && name(window, at, slash - at);
  }

  private boolean longName(int offset) {
    if (offset < 0 || offset >= longNames.length) {
      return false;
    }
    int end = offset;
    int limit = Math.min(longNames.length, offset + LongNames.LONGEST);
    while (end < limit && longNames[end] != '\n' && longNames[end] != 0) {
      end++;
    }
    if (end == limit || end == offset || longNames[end] != '\n' || longNames[end - 1] != '/') {
      return false;
    }
    lettersLeft += LongNames.SHARE - (end - 1 - offset);
    return lettersLeft >= 0 && name(longNames, offset, end - 1 - offset);
  }

  private boolean name(byte[] bytes, int at, int length) {
    nameBytes = bytes;
    nameAt = at;
    nameLength = length;
    members++;
    return true;
  }

  /// How many members there were so far.
  public int members() {
    return members;
  }

  /// Has the member's content in it, until the next member.
  public byte[] bytes() {
    return window;
  }

  /// Where the member's content begins in [#bytes()].
  public int contentAt() {
    return contentAt;
  }

  /// The content's size in bytes.
  public int size() {
    return size;
  }

  /// Copies the member's name and says where it ends.
  public int copyName(byte[] into, int at) {
    System.arraycopy(nameBytes, nameAt, into, at, nameLength);
    return at + nameLength;
  }

  /// The length of the name in bytes.
  public int nameLength() {
    return nameLength;
  }

  /// The member's name.
  public String name() {
    return RawText.decode(nameBytes, nameAt, nameLength);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      plain = false; // nothing was written, so nothing is lost
    }
  }
}
