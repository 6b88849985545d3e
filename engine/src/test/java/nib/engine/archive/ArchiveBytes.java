package nib.engine.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import nib.engine.binary.ByteView;

/// Writes archives byte by byte, also such as no archiver makes.
public final class ArchiveBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// An archive with its magic line.
  public ArchiveBytes() {
    raw("!<arch>\n");
  }

  private ArchiveBytes(String magic) {
    raw(magic);
  }

  /// A thin archive.
  public static ArchiveBytes thin() {
    return new ArchiveBytes("!<thin>\n");
  }

  /// A header and the bytes it stands for, padded.
  public ArchiveBytes member(String name, byte[] content) {
    header(name, String.valueOf(content.length));
    out.writeBytes(content);
    return out.size() % 2 == 0 ? this : raw("\n");
  }

  public ArchiveBytes member(String name, String content) {
    return member(name, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// A header alone, its name and size just as given.
  public ArchiveBytes header(String name, String size) {
    return raw("%-16s%-12s%-6s%-6s%-8s%-10s`\n".formatted(name, "0", "0", "0", "644", size));
  }

  public ArchiveBytes raw(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }

  public ByteView view() {
    return ByteView.of(bytes());
  }
}
