package nib.engine.objectfile.coff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

/// A member of an import library in its short form: the names of one function or variable of a DLL
/// and of the DLL ("PE Format", "Import Library Format"). A linker makes the sections and symbols
/// of it: `__imp_f`, the address of `f`, and for code `f`, a jump to it.
final class CoffImport {

  private static final int SIZE = 20;
  private static final int DATA = 1;
  private static final int CONSTANT = 2;
  private static final int LONGEST = 1 << 20;

  private final ByteView file;
  private final int machine;
  private final int type;
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();

  private CoffImport(ByteView file) throws MalformedFileException {
    this.file = file;
    this.machine = file.u16(6);
    this.type = file.u16(18) & 3;
  }

  static ObjectFile read(ByteView file, SymbolFilter filter) throws MalformedFileException {
    var one = new CoffImport(file);
    return new ObjectFile(
        ObjectFormat.COFF_IMPORT,
        CoffMachine.name(one.machine),
        one.machine,
        List.of(),
        one.symbols(filter));
  }

  private SymbolTable symbols(SymbolFilter filter) throws MalformedFileException {
    byte[] name = file.copy(SIZE, file.nameLength(SIZE, LONGEST));
    boolean emulated = machine == CoffMachine.ARM64EC || machine == CoffMachine.ARM64X;
    byte[] plain = emulated ? withoutMark(name).orElse(name) : name;
    if (!filter.defined()) {
      return SymbolTable.of(List.of());
    }
    var parts = new int[5];
    int count = 0;
    parts[++count] = put("__imp_", plain);
    if (type != DATA) {
      parts[++count] = put("", plain);
      if (emulated) {
        parts[++count] = put("__imp_aux_", plain);
        parts[++count] = put("", name);
      }
    }
    var table = new SymbolTable.Builder(names.toByteArray(), count, _ -> "");
    for (int i = 1; i <= count; i++) {
      boolean address = i % 2 == 1;
      table
          .named(parts[i - 1], parts[i] - parts[i - 1])
          .is(
              address || type == CONSTANT ? Kind.DATA : Kind.FUNCTION,
              Binding.GLOBAL,
              Visibility.DEFAULT,
              Definition.SECTION)
          .in(SymbolTable.NO_SECTION, false)
          .add(0, 0, letter());
    }
    return table.build();
  }

  /// Adds a name and says where it ends.
  private int put(String prefix, byte[] name) {
    names.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
    names.writeBytes(name);
    return names.size();
  }

  private char letter() {
    return switch (type) {
      case 0 -> 'T';
      case DATA -> 'D';
      case CONSTANT -> 'R';
      default -> '?';
    };
  }

  /// The name without what tells ARM64EC code from x86-64 code: a `#` before a C name, `$$h` in a
  /// C++ one.
  static Optional<byte[]> withoutMark(byte[] name) {
    String text = new String(name, StandardCharsets.ISO_8859_1);
    if (text.startsWith("#")) {
      return Optional.of(text.substring(1).getBytes(StandardCharsets.ISO_8859_1));
    }
    int mark = text.indexOf("$$h");
    return text.startsWith("?") && mark >= 0 && mark + 3 < text.length()
        ? Optional.of(
            (text.substring(0, mark) + text.substring(mark + 3))
                .getBytes(StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }
}
