package nib.engine.catalog;

import java.util.Arrays;
import java.util.stream.IntStream;
import nib.engine.binary.NameTable;
import nib.engine.binary.NameTable.Piece;
import nib.engine.binary.RawText;

/// The names of a catalog as people read them, made once, so that all of them can be searched and
/// sorted. A name that needed no work is not kept twice.
public final class ReadableNames {

  private static final int BLOCK = 1 << 12;
  private static final int SAME = -1;

  private final NameTable raw;
  private final Block[] blocks;

  /// The texts of up to [#BLOCK] names in a row; `at` is where each begins, or [#SAME].
  @SuppressWarnings("ArrayRecordComponent") // nobody compares blocks
  private record Block(byte[] bytes, int[] at, int[] length) {}

  private ReadableNames(NameTable raw, Block[] blocks) {
    this.raw = raw;
    this.blocks = blocks;
  }

  /// Makes all names of a catalog readable, on as many threads as there are.
  ///
  /// @throws InterruptedException when this thread was interrupted
  public static ReadableNames of(SymbolCatalog catalog) throws InterruptedException {
    var names = catalog.names();
    var caller = Thread.currentThread();
    var blocks = new Block[(names.size() + BLOCK - 1) / BLOCK];
    IntStream.range(0, blocks.length)
        .parallel()
        .forEach(number -> {
          if (!caller.isInterrupted()) {
            blocks[number] = block(catalog, number * BLOCK);
          }
        });
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return new ReadableNames(names, blocks);
  }

  private static Block block(SymbolCatalog catalog, int from) {
    var names = catalog.names();
    int count = Math.min(BLOCK, names.size() - from);
    var at = new int[count];
    var length = new int[count];
    var bytes = new byte[64 * count];
    int end = 0;
    for (int i = 0; i < count; i++) {
      String name = names.text(from + i);
      String readable = catalog.demangle(name);
      at[i] = SAME;
      if (!readable.equals(name)) {
        byte[] text = RawText.encode(readable);
        if (bytes.length - end < text.length) {
          bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + text.length));
        }
        System.arraycopy(text, 0, bytes, end, text.length);
        at[i] = end;
        length[i] = text.length;
        end += text.length;
      }
    }
    return new Block(Arrays.copyOf(bytes, end), at, length);
  }

  /// The name for people.
  public String text(int number) {
    var piece = piece(number);
    return RawText.decode(piece.bytes(), piece.at(), piece.length());
  }

  /// Whether the name for people has these bytes and the raw one need not.
  boolean contains(int number, byte[] lower) {
    var block = blocks[number / BLOCK];
    int i = number % BLOCK;
    return block.at()[i] != SAME
        && ByteSearch.contains(block.bytes(), block.at()[i], block.length()[i], lower);
  }

  int compare(int one, int other) {
    return piece(one).compareBytes(piece(other));
  }

  private Piece piece(int number) {
    var block = blocks[number / BLOCK];
    int i = number % BLOCK;
    return block.at()[i] == SAME
        ? raw.piece(number)
        : new Piece(block.bytes(), block.at()[i], block.length()[i]);
  }
}
