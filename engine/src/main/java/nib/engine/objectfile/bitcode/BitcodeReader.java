package nib.engine.objectfile.bitcode;

import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// Reads the symbols of LLVM bitcode, those of inline assembly included.
///
/// LLVM writes them into a block of their own, for linkers: a header of 32-bit words, and for each
/// symbol six (`llvm/Object/IRSymtab.h`, "storage"). The layout has stayed since LLVM 5 while the
/// code's own form changes with every release.
public final class BitcodeReader {

  // Places in the header: pairs of an offset and a count or size.
  private static final int SYMBOLS = 28;
  private static final int TRIPLE = 44;
  private static final int HEADER = 52;

  private static final int SYMBOL = 24;
  private static final int FLAGS = 20;

  // Bits of a symbol's flags; the lowest two are its visibility.
  private static final int UNDEFINED = 1 << 3;
  private static final int WEAK = 1 << 4;
  private static final int COMMON = 1 << 5;
  private static final int THREAD_LOCAL = 1 << 8;
  private static final int GLOBAL = 1 << 10;
  private static final int FORMAT_SPECIFIC = 1 << 11;
  private static final int EXECUTABLE = 1 << 13;

  private final ByteView names;
  private final ByteView table;
  private final SymbolFilter filter;

  private BitcodeReader(BitcodeBlobs blobs, SymbolFilter filter) {
    this.names = blobs.names();
    this.table = blobs.symbols();
    this.filter = filter;
  }

  /// Reads a file whose format is [ObjectFormat#BITCODE]; empty where it has no table of symbols or
  /// one that is not understood.
  public static Optional<ObjectFile> read(ByteView file, SymbolFilter filter)
      throws MalformedFileException {
    var blobs = BitcodeBlobs.of(file);
    if (blobs.isEmpty() || blobs.get().symbols().size() < HEADER) {
      return Optional.empty();
    }
    var reader = new BitcodeReader(blobs.get(), filter);
    return reader.understood() ? Optional.of(reader.object()) : Optional.empty();
  }

  /// Whether all that the table points to is there.
  private boolean understood() throws MalformedFileException {
    long at = table.u32(SYMBOLS);
    long count = table.u32(SYMBOLS + 4);
    if (at + count * SYMBOL > table.size() || !isName(TRIPLE)) {
      return false;
    }
    for (long i = 0; i < count; i++) {
      if (!isName(at + i * SYMBOL)) {
        return false;
      }
    }
    return true;
  }

  private boolean isName(long at) throws MalformedFileException {
    return table.u32(at) + table.u32(at + 4) <= names.size();
  }

  private ObjectFile object() throws MalformedFileException {
    String triple = names.ascii(table.u32(TRIPLE), (int) table.u32(TRIPLE + 4));
    int end = triple.indexOf('-');
    String architecture = end < 0 ? triple : triple.substring(0, end);
    return new ObjectFile(
        ObjectFormat.BITCODE,
        Architecture.name(architecture),
        Architecture.addressBits(architecture),
        List.of(),
        symbols());
  }

  private SymbolTable symbols() throws MalformedFileException {
    long first = table.u32(SYMBOLS);
    int count = (int) table.u32(SYMBOLS + 4);
    var symbols = new SymbolTable.Builder(names.bytes(), count, _ -> "");
    for (int i = 0; i < count; i++) {
      long at = first + (long) i * SYMBOL;
      int flags = (int) table.u32(at + FLAGS);
      boolean wanted = filter.keeps((flags & UNDEFINED) == 0, (flags & GLOBAL) == 0);
      if (wanted && (flags & FORMAT_SPECIFIC) == 0) {
        symbols
            .named((int) table.u32(at), (int) table.u32(at + 4))
            .is(kind(flags), binding(flags), visibility(flags), definition(flags))
            .in(SymbolTable.NO_SECTION, false)
            .add(0, 0, letter(flags));
      }
    }
    return symbols.build();
  }

  private static Kind kind(int flags) {
    return (flags & EXECUTABLE) != 0
        ? Kind.FUNCTION
        : (flags & THREAD_LOCAL) != 0 ? Kind.THREAD_LOCAL : Kind.DATA;
  }

  private static Binding binding(int flags) {
    return (flags & GLOBAL) == 0
        ? Binding.LOCAL
        : (flags & WEAK) != 0 ? Binding.WEAK : Binding.GLOBAL;
  }

  private static Visibility visibility(int flags) {
    return switch (flags & 3) {
      case 1 -> Visibility.HIDDEN;
      case 2 -> Visibility.PROTECTED;
      default -> Visibility.DEFAULT;
    };
  }

  private static Definition definition(int flags) {
    return (flags & UNDEFINED) != 0
        ? Definition.UNDEFINED
        : (flags & COMMON) != 0 ? Definition.COMMON : Definition.SECTION;
  }

  private static char letter(int flags) {
    boolean weak = (flags & WEAK) != 0;
    if ((flags & UNDEFINED) != 0) {
      return weak ? 'w' : 'U';
    }
    if (weak) {
      return 'W';
    }
    if ((flags & COMMON) != 0) {
      return 'C';
    }
    char letter = (flags & EXECUTABLE) != 0 ? 't' : 'd';
    return (flags & GLOBAL) == 0 ? letter : Character.toUpperCase(letter);
  }
}
