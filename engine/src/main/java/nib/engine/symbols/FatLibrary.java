package nib.engine.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nib.engine.archive.Archive;
import nib.engine.archive.ArchiveMember;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.macho.FatFile;

/// A fat file's objects and archives as one run of members.
///
/// @param archive all members, slice by slice; it has no index, since each slice has its own
record FatLibrary(Archive archive, List<Library.Slice> slices) {

  static FatLibrary of(Path path, ByteView bytes) throws MalformedFileException {
    var members = new ArrayList<ArchiveMember>();
    var slices = new ArrayList<Library.Slice>();
    Optional<MalformedFileException> damage = Optional.empty();
    for (var slice : FatFile.slices(bytes)) {
      var content = slice.content();
      boolean holdsArchive = ArchiveReader.isArchive(content);
      if (holdsArchive) {
        var archive = ArchiveReader.read(content);
        members.addAll(archive.members());
        damage = damage.or(archive::damage);
      } else {
        members.add(
            new ArchiveMember(
                String.valueOf(path.getFileName()),
                content.base(),
                content.size(),
                content,
                OptionalLong.empty()));
      }
      slices.add(
          new Library.Slice(
              slice.architecture(),
              holdsArchive ? Library.Kind.ARCHIVE : Library.Kind.OBJECT_FILE,
              content.base(),
              content.size()));
    }
    return new FatLibrary(new Archive(false, Optional.empty(), members, damage), slices);
  }
}
