package nib.engine.objectfile.elf;

import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// Undoes the compression of sections: `Elf32_Chdr` or `Elf64_Chdr` and a zlib stream, or, in
/// sections called `.zdebug_…`, the word `ZLIB`, the size in 8 bytes, big-endian, and the stream.
final class ElfCompression {

  /// What a section may become; a few compressed bytes can stand for a thousand times as many.
  static final long LARGEST = 1L << 28;

  private static final int ELFCOMPRESS_ZLIB = 1;
  private static final int ELFCOMPRESS_ZSTD = 2;
  private static final int OLD_HEADER = 12;

  /// deflate packs no tighter than this (RFC 1951).
  private static final long BEST_RATIO = 1032;

  private ElfCompression() {}

  /// A section's bytes once they are unpacked.
  static final class Unpacked {
    private final byte[] bytes;
    private final boolean compressed;
    private final String obstacle;

    private Unpacked(byte[] bytes, boolean compressed, String obstacle) {
      this.bytes = bytes;
      this.compressed = compressed;
      this.obstacle = obstacle;
    }

    /// A copy, which may be written to.
    byte[] bytes() {
      return bytes;
    }

    boolean compressed() {
      return compressed;
    }

    /// Why there are none although there should be, otherwise empty.
    String obstacle() {
      return obstacle;
    }
  }

  static Unpacked unpacked(ElfSections sections, ElfSection section) throws MalformedFileException {
    var content = sections.content(section);
    String obstacle = obstacle(content, section);
    if (!obstacle.isEmpty()) {
      return new Unpacked(new byte[0], true, obstacle);
    }
    int header = header(sections, section, content);
    long size = header == 0 ? content.size() : inflatedSize(sections, section, content);
    if (size > LARGEST) {
      throw content.malformed(0, "%,d bytes in one section".formatted(size));
    }
    return header == 0
        ? new Unpacked(content.copy(0, (int) size), false, "")
        : new Unpacked(inflated(content, header, (int) size), true, "");
  }

  private static String obstacle(ByteView content, ElfSection section)
      throws MalformedFileException {
    if (!section.has(ElfSection.SHF_COMPRESSED)) {
      return "";
    }
    long type = content.u32(0);
    if (type == ELFCOMPRESS_ZLIB) {
      return "";
    }
    return type == ELFCOMPRESS_ZSTD
        ? "compression with zstd, which is not read"
        : "compression of unknown kind %d".formatted(type);
  }

  static long unpackedSize(ElfSections sections, ElfSection section) throws MalformedFileException {
    var content = sections.content(section);
    return header(sections, section, content) == 0
        ? content.size()
        : inflatedSize(sections, section, content);
  }

  private static long inflatedSize(ElfSections sections, ElfSection section, ByteView content)
      throws MalformedFileException {
    boolean old = !section.has(ElfSection.SHF_COMPRESSED);
    boolean wide = sections.header().elfClass().wide();
    long size =
        old ? content.ordered(ByteOrder.BIG_ENDIAN).u64(4) : wide ? content.u64(8) : content.u32(4);
    if (size < 0 || size > BEST_RATIO * content.size()) {
      throw content.malformed(
          0,
          "%s bytes out of %d compressed ones"
              .formatted(Long.toUnsignedString(size), content.size()));
    }
    return size;
  }

  /// The size of the header before the compressed bytes; 0 where nothing is compressed.
  private static int header(ElfSections sections, ElfSection section, ByteView content)
      throws MalformedFileException {
    if (section.has(ElfSection.SHF_COMPRESSED)) {
      return sections.header().elfClass().wide() ? 24 : 12;
    }
    return content.has(0, "ZLIB") && sections.name(section).startsWith(".zdebug_") ? OLD_HEADER : 0;
  }

  private static byte[] inflated(ByteView content, int header, int size)
      throws MalformedFileException {
    byte[] packed = content.copy(0, (int) content.size());
    var bytes = new byte[size];
    try (var inflater = new Inflater()) {
      inflater.setInput(packed, header, packed.length - header);
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(bytes, done, size - done);
        if (more == 0) {
          throw content.malformed(
              header, "%d bytes come out of a compressed section of %d".formatted(done, size));
        }
        done += more;
      }
      return bytes;
    } catch (DataFormatException e) {
      throw content.malformed(header, "a compressed section that cannot be unpacked");
    }
  }
}
