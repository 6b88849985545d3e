package nib.engine.hostile;

import java.util.List;
import nib.engine.archive.ArchiveBytes;
import nib.engine.objectfile.coff.CoffBytes;
import nib.engine.objectfile.macho.MachBytes;
import nib.engine.objectfile.wasm.WasmBytes;

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
    var mach =
        MachBytes.of(MachBytes.ARM64).text().function("_a_function").function("_other").bytes();
    var machs = new ArchiveBytes().member("a.o/", mach).member("b.o/", mach).bytes();
    var imported = CoffBytes.shortImport(0x8664, 0, "imported");
    return List.of(
        coff,
        mach,
        WasmBytes.sample().function(0, 1, "defined").function(0x10, 0, "").bytes(),
        MachBytes.fat(false, new int[] {MachBytes.ARM64, MachBytes.X86_64}, List.of(mach, machs)),
        MachBytes.fat(true, new int[] {MachBytes.ARM64}, List.of(machs)),
        imported,
        new ArchiveBytes().member("a.o/", coff).member("k.dll/", imported).bytes());
  }
}
