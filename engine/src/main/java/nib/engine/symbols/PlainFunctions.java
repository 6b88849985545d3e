package nib.engine.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.archive.ArchiveMember;
import nib.engine.binary.RawText;
import nib.engine.dwarf.PlainSignatures;
import nib.engine.objectfile.elf.PlainDebug;

/// The short way to signatures: of a common object that describes each of a few functions as
/// compilers usually do. [SignatureMembers] goes the long way with all others.
final class PlainFunctions {

  @SuppressWarnings("ThreadLocalUsage") // one for each thread, for as long as it runs
  private static final ThreadLocal<PlainFunctions> READERS =
      new ThreadLocal<>() {
        @Override
        protected PlainFunctions initialValue() {
          return new PlainFunctions();
        }
      };

  private final PlainDebug objects = new PlainDebug();
  private final PlainSignatures signatures = new PlainSignatures();

  private PlainFunctions() {}

  /// What there is about functions of these names, and the object without its symbols; nothing
  /// where the long way has to be gone.
  ///
  /// @param bytes begins with the member's content
  static Optional<MemberSignatures> read(ArchiveMember member, byte[] bytes, List<byte[]> names) {
    return READERS.get().functions(member, bytes, names);
  }

  private Optional<MemberSignatures> functions(
      ArchiveMember member, byte[] bytes, List<byte[]> names) {
    int size = (int) member.content().size();
    if (!objects.read(bytes, size, names)) {
      return Optional.empty();
    }
    var evidence = signatures.read(objects.debug(), names);
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    var functions = new ArrayList<MemberSignatures.Function>(names.size());
    for (int i = 0; i < names.size(); i++) {
      int which = objects.order()[i];
      functions.add(
          new MemberSignatures.Function(RawText.decode(names.get(which)), evidence.get(which)));
    }
    var read = new Member.Read(member.name(), member.offset(), size, objects.object());
    return Optional.of(new MemberSignatures(read, functions));
  }
}
