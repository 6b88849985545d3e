package nib.engine.diagnosis;

import java.util.Optional;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.target.Target;

/// What machines and systems object files are for.
final class Machines {

  private Machines() {}

  /// Whether a linker for the target takes the object. Bitcode has no number for its machine, so
  /// nothing is said against it.
  static boolean fits(ObjectFile object, Target target) {
    return object.format() == ObjectFormat.BITCODE
        || (hasFormat(object, target) && object.machineNumber() == target.machine());
  }

  /// The machine in words, with the format where that is another than the target's.
  static String words(ObjectFile object, Target target) {
    return hasFormat(object, target)
        ? object.machine()
        : "%s (%s)".formatted(object.machine(), object.format().words());
  }

  private static boolean hasFormat(ObjectFile object, Target target) {
    return family(object.format()).equals(Optional.of(target.format()));
  }

  private static Optional<Target.Format> family(ObjectFormat format) {
    return switch (format) {
      case ELF32, ELF64 -> Optional.of(Target.Format.ELF);
      case MACH_O, FAT_MACH_O -> Optional.of(Target.Format.MACH_O);
      case COFF, COFF_IMPORT, MSVC_INTERMEDIATE -> Optional.of(Target.Format.COFF);
      case WASM -> Optional.of(Target.Format.WASM);
      case BITCODE, XCOFF, ARCHIVE, RUST_METADATA, GO_OBJECT, GO_EXPORTS -> Optional.empty();
      case WINDOWS_RESOURCES, JAVA_CLASS, TEXT, EMPTY, UNRECOGNIZED -> Optional.empty();
    };
  }
}
