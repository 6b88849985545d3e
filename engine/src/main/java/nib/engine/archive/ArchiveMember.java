package nib.engine.archive;

import java.util.OptionalLong;
import nib.engine.binary.ByteView;

/// One member of an archive.
///
/// @param offset of its header in the archive; names repeat, offsets do not
/// @param size of its content, which for a member of a thin archive lies in another file
/// @param content empty for a member of a thin archive
/// @param nested for a member of a thin archive that stands in another archive, which `name` tells:
///   the offset of its header in there
public record ArchiveMember(
    String name, long offset, long size, ByteView content, OptionalLong nested) {}
