package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import nib.engine.binary.RawText;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;

/// Writes libraries as `llvm-nm` does: a heading for each member, its symbols by name, a symbol's
/// value, letter and name on a line.
///
/// Symbols that stand for the file's own layout (sections, source files, the marks that tell code
/// from data) are left out. So is what could not be read, which the library itself tells.
public final class NmPrinter {

  private static final int EM_MIPS = 8;
  private static final int EM_ARM = 40;
  private static final int EM_AARCH64 = 183;
  private static final int EM_RISCV = 243;
  private static final int EM_CSKY = 252;
  private static final int EM_LOONGARCH = 258;

  private static final String BLANK_VALUE = " ".repeat(16);

  private final OutputStream out;
  private final boolean several;
  private final UnaryOperator<String> naming;

  /// A printer of names as they are in the file.
  ///
  /// @param several whether more than one file is asked for, so that each gets a heading
  public NmPrinter(OutputStream out, boolean several) {
    this(out, several, UnaryOperator.identity());
  }

  /// A printer that shows each name as `naming` gives it; the order stays that of the file's names.
  public NmPrinter(OutputStream out, boolean several, UnaryOperator<String> naming) {
    this.out = out;
    this.several = several;
    this.naming = naming;
  }

  public void print(Library library) throws IOException {
    for (var member : library.members()) {
      if (member instanceof Member.Read read) {
        switch (library.kind()) {
          case ARCHIVE -> heading(read.name());
          case OBJECT_FILE -> {
            if (several) {
              heading(library.file().toString());
            }
          }
        }
        symbols(read.object());
      }
    }
  }

  /// Why members are not in the listing although nothing is wrong with them.
  public static List<String> remarks(Library library) {
    var remarks = new ArrayList<String>();
    for (var member : library.members()) {
      String name = library.nameOf(member);
      if (member instanceof Member.Read read && read.object().symbols().isEmpty()) {
        remarks.add(name + " has no symbols");
      }
      if (member instanceof Member.Unopened(_, _, _, var format)
          && format == ObjectFormat.UNRECOGNIZED) {
        remarks.add("%s is not listed: %s".formatted(name, format.words()));
      }
    }
    return remarks;
  }

  private void heading(String name) throws IOException {
    out.write(RawText.encode("\n" + name + ":\n"));
  }

  private void symbols(ObjectFile object) throws IOException {
    var lines = new ArrayList<Line>();
    for (var symbol : object.symbols()) {
      if (!isHidden(symbol, object.elfMachine())) {
        lines.add(new Line(symbol, value(symbol, object.elfMachine())));
      }
    }
    lines.sort(Line.BY_NAME);
    var text = new StringBuilder();
    for (var line : lines) {
      text.setLength(0);
      if (line.symbol().defined()) {
        hexadecimal(text, line.value());
      } else {
        text.append(BLANK_VALUE);
      }
      text.append(' ').append(line.symbol().letter()).append(' ');
      text.append(naming.apply(line.symbol().name())).append('\n');
      out.write(RawText.encode(text.toString()));
    }
  }

  private static void hexadecimal(StringBuilder text, long value) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((int) (value >>> shift) & 0xf, 16));
    }
  }

  /// What is shown as the value: of a common symbol its size, of ARM and MIPS code its address
  /// without the bit that tells the instruction set.
  private static long value(Symbol symbol, int machine) {
    if (symbol.definition() == Definition.UNDEFINED) {
      return 0;
    }
    if (symbol.definition() == Definition.COMMON) {
      return symbol.size();
    }
    boolean marked =
        (machine == EM_MIPS || machine == EM_ARM)
            && symbol.kind() == Kind.FUNCTION
            && symbol.definition() == Definition.SECTION;
    return marked ? symbol.value() & ~1L : symbol.value();
  }

  private static boolean isHidden(Symbol symbol, int machine) {
    return symbol.kind() == Kind.SECTION
        || symbol.kind() == Kind.FILE
        || isMark(symbol.name(), machine);
  }

  /// Mapping symbols, which tell code from data in one section (each processor's ELF supplement),
  /// and the nameless labels that RISC-V and LoongArch assemblers leave behind.
  private static boolean isMark(String name, int machine) {
    return switch (machine) {
      case EM_AARCH64 -> name.startsWith("$d") || name.startsWith("$x");
      case EM_ARM ->
          name.isEmpty() || name.startsWith("$d") || name.startsWith("$t") || name.startsWith("$a");
      case EM_CSKY -> name.startsWith("$d") || name.startsWith("$t");
      case EM_RISCV -> name.equals(".L0 ") || name.startsWith("$d") || name.startsWith("$x");
      case EM_LOONGARCH -> name.equals(".L0 ");
      default -> false;
    };
  }

  /// A symbol and the value to show for it.
  private record Line(Symbol symbol, long value) {

    private static final Comparator<Line> BY_NAME =
        Comparator.comparing((Line line) -> line.symbol().name(), RawText.BY_BYTES)
            .thenComparing(line -> line.symbol().size(), Long::compareUnsigned)
            .thenComparing(Line::value, Long::compareUnsigned);
  }
}
