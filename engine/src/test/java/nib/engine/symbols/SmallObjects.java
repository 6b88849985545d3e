package nib.engine.symbols;

import java.util.List;
import nib.engine.archive.ArchiveBytes;
import nib.engine.objectfile.coff.CoffBytes;

/// Small files of every format, written byte by byte.
final class SmallObjects {

  private SmallObjects() {}

  static List<byte[]> all() {
    var coff =
        CoffBytes.x64()
            .section(".text$a_function", CoffBytes.CODE)
            .section(".data", CoffBytes.DATA)
            .function("a_function")
            .function("short")
            .bytes();
    var imported = CoffBytes.shortImport(0x8664, 0, "imported");
    return List.of(
        coff, imported, new ArchiveBytes().member("a.o/", coff).member("k.dll/", imported).bytes());
  }
}
