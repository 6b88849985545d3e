package nib.cli;

import java.io.IOException;
import java.nio.file.Path;
import nib.engine.archive.PlainArchive;
import nib.engine.binary.RawText;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.elf.PlainElf;
import nib.engine.symbols.ByteText;
import nib.engine.symbols.PlainReader;

/// The listing of a small archive of plain objects for people, to the byte as [SymbolsText] writes
/// it.
final class PlainText implements PlainReader.Visitor {

  /// Room for the listing of a system library.
  private static final int EXPECTED = 1 << 21;

  private final ByteText text = new ByteText(EXPECTED);
  private final SymbolLines lines;
  private final byte[] fileName;

  private String machine = "";
  private byte[] format = {};
  private int members;

  private PlainText(Console console, Path file) {
    this.lines = new SymbolLines(console);
    this.fileName = RawText.encode(String.valueOf(file.getFileName()));
  }

  /// Lists the file.
  ///
  /// @return false where it is no small archive of plain objects; then nothing was written
  static boolean print(Console console, Path file, SymbolFilter filter) throws IOException {
    var listing = new PlainText(console, file);
    if (!PlainReader.read(file, filter, listing)) {
      return false;
    }
    console.line(SymbolLines.title(console, file, "archive", listing.members));
    listing.text.writeTo(console.out());
    return true;
  }

  @Override
  public void member(PlainArchive archive, PlainElf object) {
    members = archive.members();
    lines.beginName(text);
    text.add(fileName).add('(').add(archive).add(')');
    lines.endName(text);
    lines.contents(text, format(object), archive.size(), count(object));
    for (int row = 0; row < object.count(); row++) {
      if (!object.isLayout(row)) {
        row(object, row);
      }
    }
  }

  /// What the object is in words; as a rule all members are the same.
  private byte[] format(PlainElf object) {
    String name = object.machineName();
    if (!name.equals(machine)) {
      machine = name;
      format = RawText.encode(ObjectFormat.ELF64.words() + ", " + name);
    }
    return format;
  }

  private static int count(PlainElf object) {
    int count = 0;
    for (int row = 0; row < object.count(); row++) {
      if (!object.isLayout(row)) {
        count++;
      }
    }
    return count;
  }

  private void row(PlainElf object, int row) {
    if (object.undefined(row)) {
      SymbolLines.undefined(text, (char) object.letter(row), object.binding(row));
    } else {
      SymbolLines.row(text, (char) object.letter(row), object.binding(row), object.kind(row));
    }
    SymbolLines.size(text, object.sizeOf(row));
    text.add(object.nameBytes(), object.nameAt(row), object.nameLength(row)).add('\n');
  }
}
