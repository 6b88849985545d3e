package nib.engine.objectfile.macho;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.Bytes;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSection;
import nib.engine.objectfile.DebugSections;

/// Debugging information of a Mach-O object: the sections of the segment `__DWARF`, whose names are
/// cut to 16 bytes. Only addresses are relocated; all of the object's sections have addresses in
/// one space, and those of symbols are in it too, so no section is told.
final class MachDebugSections implements DebugSections {

  private static final String STR_OFFSETS = "__debug_str_offs";
  private static final int RELOCATION = 8;
  private static final int EXTERNAL = 0x0800_0000;
  private static final int EXTERNAL_BIG = 0x10;

  private final MachHeader header;
  private final Optional<ByteView> symtab;
  private final Map<String, MachSection> byName = new LinkedHashMap<>();

  /// @param symtab the command `LC_SYMTAB`
  MachDebugSections(MachHeader header, List<MachSection> sections, Optional<ByteView> symtab) {
    this.header = header;
    this.symtab = symtab;
    for (var section : sections) {
      if (section.segment().equals("__DWARF") && section.name().startsWith("__debug")) {
        byName.putIfAbsent(
            section.name().equals(STR_OFFSETS)
                ? ".debug_str_offsets"
                : "." + section.name().substring(2),
            section);
      }
    }
  }

  @Override
  public ByteOrder order() {
    return header.file().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  @Override
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  @Override
  public Place code(Place symbol) {
    return new Place(DebugSection.NO_SECTION, symbol.offset());
  }

  @Override
  public String sourceName(String symbol) {
    return symbol.startsWith("_") ? symbol.substring(1) : symbol;
  }

  @Override
  public Optional<DebugSection> section(String name) throws MalformedFileException {
    var section = byName.get(name);
    if (section == null) {
      return Optional.empty();
    }
    var content = header.file().slice(section.offset(), section.size());
    if (content.size() > Integer.MAX_VALUE - 8) {
      throw content.malformed(0, "%,d bytes in one section".formatted(content.size()));
    }
    var builder = new DebugSection.Builder(content.copy(0, (int) content.size()), content.base());
    relocate(builder, section);
    return Optional.of(builder.build());
  }

  /// Adds the values of symbols. A relocation that names a section instead needs nothing: the
  /// address in place is complete.
  private void relocate(DebugSection.Builder builder, MachSection section)
      throws MalformedFileException {
    boolean big = header.file().bigEndian();
    var table = header.file().slice(section.relocationsAt(), section.relocations() * RELOCATION);
    byte[] entries = table.bytes();
    for (int at = 0; at < entries.length; at += RELOCATION) {
      int word = Bytes.i32(entries, at + 4, big);
      boolean external = (word & (big ? EXTERNAL_BIG : EXTERNAL)) != 0;
      int size = 1 << (big ? word >>> 5 & 3 : word >>> 25 & 3);
      if (external && size >= 4) {
        long place = Bytes.u32(entries, at, big);
        if (place > builder.bytes().length - size) {
          throw table.malformed(at, "a relocation at 0x%x".formatted(place));
        }
        long value = symbol(big ? word >>> 8 : word & 0xff_ffff);
        byte[] bytes = builder.bytes();
        long addend =
            size == 8 ? Bytes.i64(bytes, (int) place, big) : Bytes.i32(bytes, (int) place, big);
        Bytes.put(bytes, (int) place, size, addend + value, big);
      }
    }
  }

  private long symbol(int number) throws MalformedFileException {
    var command = symtab.orElseThrow(() -> header.file().malformed(0, "relocations, no symbols"));
    int size = header.wide() ? 16 : 12;
    var entry = header.file().slice(command.u32(8) + (long) number * size, size);
    return header.wide() ? entry.u64(8) : entry.u32(8);
  }
}
