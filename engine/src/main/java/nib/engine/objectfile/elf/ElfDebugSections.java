package nib.engine.objectfile.elf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.objectfile.DebugSection;
import nib.engine.objectfile.DebugSections;

/// Debugging information of an ELF object. Compressed sections are `SHF_COMPRESSED` ones or, from
/// before that flag, those called `.zdebug_…` (System V ABI, "Section Compression").
final class ElfDebugSections implements DebugSections {

  private static final int EM_ARM = 40;
  private static final int EM_PPC64 = 21;

  private final ElfSections sections;

  /// The numbers of the sections of each name, which is DWARF's.
  private final Map<String, List<Integer>> byName = new LinkedHashMap<>();

  private final BitSet debug = new BitSet();

  /// For each section of relocations the number of the section that it is about, in pairs.
  private int[] relocations = new int[16];

  private int relocationCount;

  /// How many bytes of relocations may still be read: section headers may share them, and honest
  /// ones do not.
  private long relocationBytes;

  private Optional<ElfRelocator> relocator = Optional.empty();

  ElfDebugSections(ByteView bytes) throws MalformedFileException {
    this.sections = new ElfSections(ElfHeader.read(bytes));
    this.relocationBytes = 8 * bytes.size();
    byte[] names = sections.count() == 0 ? new byte[0] : sections.names().bytes();
    for (int i = 1; i < sections.count(); i++) {
      switch (sections.type(i)) {
        case ElfSection.SHT_REL, ElfSection.SHT_RELA, ElfSection.SHT_CREL ->
            addRelocations(i, sections.info(i));
        case ElfSection.SHT_NOBITS -> {}
        default -> addNamed(i, names, sections.nameAt(i));
      }
    }
  }

  private void addRelocations(int index, long about) {
    if (relocationCount + 2 > relocations.length) {
      relocations = Arrays.copyOf(relocations, 2 * relocations.length);
    }
    relocations[relocationCount] = index;
    relocations[relocationCount + 1] = about < sections.count() ? (int) about : 0;
    relocationCount += 2;
  }

  private void addNamed(int index, byte[] names, long at) throws MalformedFileException {
    if (at < 0 || at > names.length - 3 || names[(int) at] != '.') {
      return;
    }
    byte second = names[(int) at + 1];
    if (second == 't' || second == 'r') {
      return; // .text.… and .rela.…, of which there may be thousands
    }
    int end = CString.end(names, (int) at, (int) Math.min(names.length, at + 64));
    String name = RawText.decode(names, (int) at, end - (int) at);
    boolean packed = name.startsWith(".zdebug_");
    if (packed || name.startsWith(".debug_") || name.startsWith(".gnu.debuglto_")) {
      debug.set(index);
    } else if (!name.startsWith(".stab") && !name.equals(".ctf") && !name.equals(".opd")) {
      return;
    }
    String plain = packed ? ".debug_" + name.substring(8) : name;
    var others = byName.get(plain);
    if (others == null) {
      byName.put(plain, List.of(index)); // as a rule there is one
    } else {
      var all = new ArrayList<>(others);
      all.add(index);
      byName.put(plain, all);
    }
  }

  @Override
  public ByteOrder order() {
    return sections.header().file().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  @Override
  public List<String> names() {
    return byName.keySet().stream().filter(name -> !name.equals(".opd")).toList();
  }

  @Override
  public boolean has(String name) {
    return byName.containsKey(name) && !name.equals(".opd");
  }

  @Override
  public long codeOffset(long value) {
    return sections.header().e_machine() == EM_ARM ? value & ~1L : value;
  }

  /// A function descriptor's first doubleword is the address of the code (64-bit PowerPC ELF ABI
  /// supplement, "Function Descriptors").
  @Override
  public Place code(Place symbol) throws MalformedFileException {
    var descriptors = byName.getOrDefault(".opd", List.of());
    if (sections.header().e_machine() != EM_PPC64 || !descriptors.contains(symbol.section())) {
      return symbol;
    }
    var opd = section(".opd");
    if (opd.isEmpty() || symbol.offset() < 0 || symbol.offset() > opd.get().bytes().length - 8L) {
      return symbol;
    }
    int at = (int) symbol.offset();
    long address = ByteView.of(opd.get().bytes()).ordered(order()).u64(at);
    return new Place(opd.get().targetSection(at), address);
  }

  @Override
  public Optional<DebugSection> section(String name) throws MalformedFileException {
    var numbers = byName.getOrDefault(name, List.of());
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    if (numbers.size() == 1) {
      var section = sections.at(numbers.getFirst());
      var unpacked = ElfCompression.unpacked(sections, section);
      var builder = new DebugSection.Builder(unpacked.bytes(), sections.content(section).base());
      if (unpacked.compressed()) {
        builder.unpacked();
      }
      if (unpacked.obstacle().isEmpty()) {
        relocate(section.index(), builder, 0, unpacked.bytes().length);
      } else {
        builder.obstacle(unpacked.obstacle());
      }
      return Optional.of(builder.build());
    }
    return Optional.of(joined(numbers));
  }

  private DebugSection joined(List<Integer> numbers) throws MalformedFileException {
    var pieces = new ArrayList<byte[]>();
    String obstacle = "";
    long size = 0;
    var first = sections.content(sections.at(numbers.getFirst()));
    for (int number : numbers) {
      size += ElfCompression.unpackedSize(sections, sections.at(number));
      if (size > ElfCompression.LARGEST) {
        throw first.malformed(0, "%,d bytes and more in sections of one name".formatted(size));
      }
    }
    for (int number : numbers) {
      var unpacked = ElfCompression.unpacked(sections, sections.at(number));
      if (!unpacked.obstacle().isEmpty()) {
        obstacle = unpacked.obstacle();
      }
      pieces.add(unpacked.bytes());
    }
    var builder = new DebugSection.Builder(new byte[(int) size], first.base());
    builder.unpacked();
    if (!obstacle.isEmpty()) {
      builder.obstacle(obstacle);
      return builder.build();
    }
    int at = 0;
    for (int i = 0; i < pieces.size(); i++) {
      byte[] piece = pieces.get(i);
      System.arraycopy(piece, 0, builder.bytes(), at, piece.length);
      relocate(numbers.get(i), builder, at, piece.length);
      at += piece.length;
    }
    return builder.build();
  }

  private void relocate(int number, DebugSection.Builder builder, int from, int length)
      throws MalformedFileException {
    for (int i = 0; i < relocationCount; i += 2) {
      if (relocations[i + 1] == number) {
        var relocation = sections.at(relocations[i]);
        if (relocation.sh_type() == ElfSection.SHT_CREL) {
          builder.obstacle("relocations in a section of type SHT_CREL");
        } else {
          var content = sections.content(relocation);
          relocationBytes -= content.size();
          if (relocationBytes < 0) {
            throw content.malformed(0, "relocations that overlap more than any producer's do");
          }
          relocator().apply(relocation, builder, from, length);
        }
      }
    }
  }

  private ElfRelocator relocator() throws MalformedFileException {
    if (relocator.isEmpty()) {
      relocator = Optional.of(new ElfRelocator(sections, debug, joinedAt()));
    }
    return relocator.get();
  }

  /// Where each section begins in the joined one; empty where every name has one section.
  private int[] joinedAt() throws MalformedFileException {
    boolean any = false;
    for (var numbers : byName.values()) {
      any |= numbers.size() > 1;
    }
    if (!any) {
      return new int[0];
    }
    var starts = new int[sections.count()];
    for (var numbers : byName.values()) {
      long at = 0;
      for (int number : numbers) {
        starts[number] = (int) at; // what is too long is refused when the section is read
        at += ElfCompression.unpackedSize(sections, sections.at(number));
      }
    }
    return starts;
  }
}
