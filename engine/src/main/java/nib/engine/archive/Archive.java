package nib.engine.archive;

import java.util.List;
import java.util.Optional;
import nib.engine.binary.MalformedFileException;

/// The members of an archive in their order, without its own tables.
///
/// @param thin whether it holds only the names of files that lie elsewhere
/// @param index what a linker looks symbols up in; empty where the archiver wrote none
/// @param damage what kept the reader from going on; the members before it are in `members`
public record Archive(
    boolean thin,
    Optional<ArchiveIndex> index,
    List<ArchiveMember> members,
    Optional<MalformedFileException> damage) {

  public Archive {
    members = List.copyOf(members);
  }
}
