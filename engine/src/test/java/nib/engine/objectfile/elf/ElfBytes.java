package nib.engine.objectfile.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes ELF objects of 64 bits byte by byte, also such as no assembler makes.
///
/// Section 0 is the reserved one, 1 the section names, 2 the symbols' names, 3 the symbols; those
/// added follow from 4 on. The section headers come last.
public final class ElfBytes {

  private record Section(
      String name, int type, long flags, int link, int info, long entsize, ByteBuffer content) {}

  private final ByteOrder order;
  private final int machine;
  private final List<Section> sections = new ArrayList<>();
  private final ByteArrayOutputStream symbols = new ByteArrayOutputStream();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private int shentsize = 64;
  private int symbolTableType = 2;
  private int stringsLink = 2;
  private long symbolEntry = 24;

  public ElfBytes(ByteOrder order, int machine) {
    this.order = order;
    this.machine = machine;
    symbols.writeBytes(new byte[24]);
    names.write(0);
  }

  public static ElfBytes x64() {
    return new ElfBytes(ByteOrder.LITTLE_ENDIAN, 62);
  }

  public ElfBytes section(String name, int type, long flags) {
    return section(name, type, flags, new byte[0]);
  }

  public ElfBytes section(String name, int type, long flags, byte[] content) {
    sections.add(new Section(name, type, flags, 3, 0, 0, ByteBuffer.wrap(content)));
    return this;
  }

  /// Adds relocations with addends (`SHT_RELA`) of section number `about`.
  public ElfBytes relocations(int about, byte[] content) {
    sections.add(new Section(".rela", 4, 0, 3, about, 24, ByteBuffer.wrap(content)));
    return this;
  }

  /// Adds a symbol of value 0x10 and size 4.
  public ElfBytes symbol(String name, int binding, int type, int shndx) {
    int at = names.size();
    names.writeBytes((name + "\0").getBytes(StandardCharsets.ISO_8859_1));
    return symbolNamedAt(at, binding << 4 | type, shndx);
  }

  /// Adds a local symbol in section 4.
  public ElfBytes local(String name, long value, long size) {
    int at = names.size();
    names.writeBytes((name + "\0").getBytes(StandardCharsets.ISO_8859_1));
    return entry(new Entry(at, 0, 0, 4, value, size));
  }

  public ElfBytes symbolNamedAt(long name, int info, int shndx) {
    return entry(new Entry(name, info, 0, shndx, 0x10, 4));
  }

  /// `Elf64_Sym`.
  private record Entry(
      long st_name, int st_info, int st_other, int st_shndx, long st_value, long st_size) {}

  private ElfBytes entry(Entry symbol) {
    var entry = ByteBuffer.allocate(24).order(order);
    entry.putInt((int) symbol.st_name()).put((byte) symbol.st_info());
    entry.put((byte) symbol.st_other()).putShort((short) symbol.st_shndx());
    symbols.writeBytes(entry.putLong(symbol.st_value()).putLong(symbol.st_size()).array());
    return this;
  }

  public ElfBytes sectionHeadersOf(int bytes) {
    shentsize = bytes;
    return this;
  }

  public ElfBytes symbolsOf(long bytes) {
    symbolEntry = bytes;
    return this;
  }

  public ElfBytes namesInSection(int index) {
    stringsLink = index;
    return this;
  }

  public ElfBytes withoutSymbolTable() {
    symbolTableType = 1;
    return this;
  }

  public byte[] bytes() {
    var all = new ArrayList<Section>();
    all.add(new Section("", 0, 0, 0, 0, 0, ByteBuffer.allocate(0)));
    all.add(new Section(".shstrtab", 3, 0, 0, 0, 0, ByteBuffer.allocate(0)));
    all.add(new Section(".strtab", 3, 0, 0, 0, 0, ByteBuffer.wrap(names.toByteArray())));
    all.add(
        new Section(
            ".symtab",
            symbolTableType,
            0,
            stringsLink,
            0,
            symbolEntry,
            ByteBuffer.wrap(symbols.toByteArray())));
    all.addAll(sections);
    var sectionNames = new ByteArrayOutputStream();
    var nameOffsets = new int[all.size()];
    for (int i = 0; i < all.size(); i++) {
      nameOffsets[i] = sectionNames.size();
      sectionNames.writeBytes((all.get(i).name() + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }
    all.set(
        1, new Section(".shstrtab", 3, 0, 0, 0, 0, ByteBuffer.wrap(sectionNames.toByteArray())));
    int size = 64 + all.stream().mapToInt(section -> section.content().remaining()).sum();
    var out = ByteBuffer.allocate(size + 64 * all.size()).order(order);
    header(out, size, all.size());
    var headers = ByteBuffer.allocate(64 * all.size()).order(order);
    for (int i = 0; i < all.size(); i++) {
      var section = all.get(i);
      headers.putInt(nameOffsets[i]).putInt(section.type()).putLong(section.flags()).putLong(0);
      headers.putLong(out.position()).putLong(section.content().remaining()).putInt(section.link());
      headers.putInt(section.info()).putLong(1).putLong(section.entsize());
      out.put(section.content().duplicate());
    }
    return out.put(headers.array()).array();
  }

  private void header(ByteBuffer out, int sectionHeaders, int count) {
    byte data = (byte) (order.equals(ByteOrder.LITTLE_ENDIAN) ? 1 : 2);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, data, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    out.putShort((short) 1).putShort((short) machine).putInt(1).putLong(0).putLong(0);
    out.putLong(sectionHeaders).putInt(0).putShort((short) 64).putShort((short) 0);
    out.putShort((short) 0).putShort((short) shentsize).putShort((short) count);
    out.putShort((short) 1);
  }
}
