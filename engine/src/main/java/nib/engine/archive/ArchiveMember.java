package nib.engine.archive;

import nib.engine.binary.ByteView;

/// One member of an archive.
///
/// @param offset of its header in the archive; names repeat, offsets do not
/// @param size of its content, which for a member of a thin archive lies in another file
/// @param content empty for a member of a thin archive
public record ArchiveMember(String name, long offset, long size, ByteView content) {}
