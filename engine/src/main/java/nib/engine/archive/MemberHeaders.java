package nib.engine.archive;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// Reads the headers of an archive's members one after the other. Where members are small several
/// headers come with one call of the system; where they are large what lies between is not read.
final class MemberHeaders {

  /// Reading this many bytes takes no longer than calling the system for two headers.
  private static final int PIECE = 1 << 14;

  private final ByteView file;
  private ByteView piece;

  /// Where the piece starts in the archive, which may itself lie within a file.
  private long pieceAt;

  private long last;

  MemberHeaders(ByteView file) {
    this.file = file;
    this.piece = ByteView.of(new byte[0]);
  }

  /// The header at `at`, in memory.
  ByteView at(long at) throws MalformedFileException {
    long inPiece = at - pieceAt;
    if (inPiece < 0 || inPiece + ArchiveReader.HEADER_SIZE > piece.size()) {
      boolean near = at >= last && at - last < PIECE / 2;
      long length = near ? Math.min(PIECE, file.size() - at) : ArchiveReader.HEADER_SIZE;
      piece = file.slice(at, Math.max(length, ArchiveReader.HEADER_SIZE)).loaded();
      pieceAt = at;
      inPiece = 0;
    }
    last = at;
    return piece.slice(inPiece, ArchiveReader.HEADER_SIZE);
  }
}
