package nib.engine.objectfile.coff;

import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSections;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SymbolFilter;

/// Reads COFF objects of all machines, big objects, and the short members of import libraries.
///
/// An object is a header, a table of sections, and far behind it a table of symbols of 18 or 20
/// bytes, some followed by auxiliary records of the same size; then come the names that have more
/// than eight bytes.
public final class CoffReader {

  private CoffReader() {}

  /// Reads a file whose format is [ObjectFormat#COFF] or [ObjectFormat#COFF_IMPORT].
  public static ObjectFile read(ByteView bytes, ObjectFormat format, SymbolFilter filter)
      throws MalformedFileException {
    if (format == ObjectFormat.COFF_IMPORT) {
      return CoffImport.read(bytes, filter);
    }
    var header = CoffHeader.read(bytes);
    var symbols = new CoffSymbols(header, filter);
    return new ObjectFile(
        ObjectFormat.COFF,
        CoffMachine.name(header.machine()),
        header.machine(),
        filter.detail() ? symbols.sections().totals() : List.of(),
        symbols.read());
  }

  /// The debugging information of an object whose format is [ObjectFormat#COFF].
  public static DebugSections debugSections(ByteView bytes) throws MalformedFileException {
    return new CoffDebugSections(bytes);
  }
}
