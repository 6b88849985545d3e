package nib.engine.objectfile.macho;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes Mach-O objects byte by byte, also such as no compiler makes: header, one segment with all
/// sections, the command for the symbols, the symbols, their names.
public final class MachBytes {

  public static final int X86_64 = 0x0100_0007;
  public static final int ARM64 = 0x0100_000c;
  static final int POWERPC = 18;

  private record Section(String segment, String name, int flags) {}

  private record Entry(int name, int type, int section, int description, long value) {}

  private final ByteOrder order;
  private final boolean wide;
  private final int cputype;
  private final int filetype;
  private final List<Section> sections = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();

  private MachBytes(ByteOrder order, int cputype, int filetype) {
    this.order = order;
    this.wide = (cputype & 0x0100_0000) != 0;
    this.cputype = cputype;
    this.filetype = filetype;
    names.write(0);
  }

  public static MachBytes of(int cputype) {
    return new MachBytes(ByteOrder.LITTLE_ENDIAN, cputype, 1);
  }

  static MachBytes big(int cputype) {
    return new MachBytes(ByteOrder.BIG_ENDIAN, cputype, 1);
  }

  public static MachBytes linked(int filetype) {
    return new MachBytes(ByteOrder.LITTLE_ENDIAN, X86_64, filetype);
  }

  public MachBytes section(String segment, String name, int flags) {
    sections.add(new Section(segment, name, flags));
    return this;
  }

  public MachBytes text() {
    return section("__TEXT", "__text", 0x8000_0400);
  }

  /// Adds a symbol of section 1.
  public MachBytes function(String name) {
    return symbol(name, 0x0f, 1, 0, 16);
  }

  MachBytes symbol(String name, int type, int section, int description, long value) {
    entries.add(new Entry(nameAt(name), type, section, description, value));
    return this;
  }

  MachBytes symbolNamedAt(int name) {
    entries.add(new Entry(name, 0x0f, 1, 0, 0));
    return this;
  }

  /// Where the name starts among all names.
  int nameAt(String name) {
    int at = names.size();
    names.writeBytes((name + "\0").getBytes(StandardCharsets.UTF_8));
    return at;
  }

  public byte[] bytes() {
    int segment = (wide ? 72 : 56) + sections.size() * (wide ? 80 : 68);
    int headers = (wide ? 32 : 28) + segment + 24;
    int symbols = entries.size() * (wide ? 16 : 12);
    var out = ByteBuffer.allocate(headers + symbols + names.size()).order(order);
    out.putInt(wide ? 0xfeed_facf : 0xfeed_face).putInt(cputype).putInt(0).putInt(filetype);
    out.putInt(2).putInt(segment + 24).putInt(0).put(new byte[wide ? 4 : 0]);
    int at = out.position();
    out.putInt(wide ? 0x19 : 1).putInt(segment);
    out.position(at + (wide ? 64 : 48));
    out.putInt(sections.size()).putInt(0);
    for (var section : sections) {
      section(out, section);
    }
    out.putInt(2).putInt(24).putInt(headers).putInt(entries.size());
    out.putInt(headers + symbols).putInt(names.size());
    for (var entry : entries) {
      out.putInt(entry.name()).put((byte) entry.type()).put((byte) entry.section());
      out.putShort((short) entry.description());
      if (wide) {
        out.putLong(entry.value());
      } else {
        out.putInt((int) entry.value());
      }
    }
    return out.put(names.toByteArray()).array();
  }

  private void section(ByteBuffer out, Section section) {
    int at = out.position();
    out.put(section.name().getBytes(StandardCharsets.UTF_8)).position(at + 16);
    out.put(section.segment().getBytes(StandardCharsets.UTF_8)).position(at + 32);
    if (wide) {
      out.putLong(0).putLong(24).position(at + 64);
    } else {
      out.putInt(0).putInt(24).position(at + 56);
    }
    out.putInt(section.flags()).position(at + (wide ? 80 : 68));
  }

  /// A fat file around such objects or archives.
  public static byte[] fat(boolean wide, int[] cputypes, List<byte[]> contents) {
    int size = wide ? 32 : 20;
    int at = 8 + size * contents.size();
    var out = ByteBuffer.allocate(at + contents.stream().mapToInt(content -> content.length).sum());
    out.putInt(wide ? 0xcafe_babf : 0xcafe_babe).putInt(contents.size());
    for (int i = 0; i < contents.size(); i++) {
      out.putInt(cputypes[i]).putInt(cputypes[i] == X86_64 ? 3 : 0);
      if (wide) {
        out.putLong(at).putLong(contents.get(i).length).putInt(0).putInt(0);
      } else {
        out.putInt(at).putInt(contents.get(i).length).putInt(0);
      }
      at += contents.get(i).length;
    }
    contents.forEach(out::put);
    return out.array();
  }
}
