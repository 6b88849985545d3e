package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.archive.PlainArchive;
import nib.engine.objectfile.elf.PlainElf;

/// The listing of a small archive of plain objects, to the byte as [NmPrinter] writes it.
public final class PlainNm implements PlainReader.Visitor {

  /// Room for the listing of a system library.
  private static final int EXPECTED = 1 << 20;

  private final ByteText text = new ByteText(EXPECTED);
  private final PlainLines lines;

  /// The names of members that have no symbols.
  private final List<String> empty = new ArrayList<>();

  private PlainNm(boolean sorted) {
    this.lines = new PlainLines(sorted);
  }

  /// Lists the file's members; nothing where it is no small archive of plain objects, or names are
  /// to be shown in another way than the file has them.
  public static Optional<PlainNm> of(Path file, NmPrinter.Style style) {
    if (style.naming().isPresent()) {
      return Optional.empty();
    }
    var listing = new PlainNm(style.sorted());
    return PlainReader.read(file, style.filter(), listing)
        ? Optional.of(listing)
        : Optional.empty();
  }

  @Override
  public void member(PlainArchive archive, PlainElf object) {
    if (object.count() == 0) {
      empty.add(archive.name());
    }
    text.add('\n').add(archive).add(':').add('\n');
    lines.add(text, object);
  }

  /// Writes the listing.
  public void writeTo(OutputStream out) throws IOException {
    text.writeTo(out);
  }

  /// Why members have no more than a heading, as [NmPrinter#remarks] says it.
  ///
  /// @param file the archive
  public List<String> remarks(Path file) {
    var remarks = new ArrayList<String>();
    String name = String.valueOf(file.getFileName());
    for (var member : empty) {
      remarks.add(NmPrinter.withoutSymbols(Library.nameOf(name, member)));
    }
    return remarks;
  }
}
