package nib.engine.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nib.engine.archive.ArchiveMember;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.binary.Scratch;
import nib.engine.binary.SoughtNames;
import nib.engine.dwarf.Evidence;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.dwarf.Signatures;
import nib.engine.dwarf.Wanted;
import nib.engine.objectfile.DebugSections;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import nib.engine.objectfile.coff.CoffReader;
import nib.engine.objectfile.elf.ElfReader;
import nib.engine.objectfile.macho.MachReader;
import nib.engine.objectfile.wasm.WasmReader;

/// Reads members' definitions together with their debugging information.
final class SignatureMembers {

  /// Members up to this size are read in one go; of larger ones the sections that matter.
  private static final int SMALL = 1 << 20;

  private static final Scratch MEMBERS = new Scratch();

  private final MemberReader reader;
  private final Predicate<String> named;

  /// The names, where nothing but those symbols is kept of a member; empty otherwise.
  private final List<byte[]> sought;

  private SignatureMembers(
      Path archive, SymbolFilter filter, Predicate<String> named, List<byte[]> sought) {
    this.reader = new MemberReader(archive, filter);
    this.named = named;
    this.sought = sought;
  }

  /// A reader of all that members define.
  ///
  /// @param named which symbols are asked about
  static SignatureMembers all(Path archive, Predicate<String> named) {
    return new SignatureMembers(archive, SymbolFilter.DEFINITIONS, named, List.of());
  }

  /// A reader of what members define of some names, and of nothing else.
  static SignatureMembers sought(Path archive, List<byte[]> names) {
    var texts = new ArrayList<String>(names.size());
    for (byte[] name : names) {
      texts.add(RawText.decode(name));
    }
    var filter = SymbolFilter.DEFINITIONS.named(new SoughtNames(names)).briefly();
    return new SignatureMembers(archive, filter, texts::contains, names);
  }

  /// Reads a member; safe to call from several threads.
  MemberSignatures read(Batches.Item item) {
    return reader.open(item, this::opened, member -> new MemberSignatures(member, List.of()));
  }

  private MemberSignatures opened(ArchiveMember member, ByteView content)
      throws MalformedFileException {
    if (sought.isEmpty() || content.size() > SMALL) {
      return openedWhole(member, content.size() > SMALL ? content : content.loaded());
    }
    var bytes = MEMBERS.load(content);
    var plain = PlainFunctions.read(member, MEMBERS.bytes(bytes), sought);
    return plain.isPresent() ? plain.get() : openedWhole(member, bytes);
  }

  /// Reads any member.
  private MemberSignatures openedWhole(ArchiveMember member, ByteView bytes)
      throws MalformedFileException {
    var opened = reader.opened(member, bytes);
    if (!(opened instanceof Member.Read read)) {
      return new MemberSignatures(opened, List.of());
    }
    var functions = functions(read, bytes);
    return new MemberSignatures(sought.isEmpty() ? read : read.only(named(read)), functions);
  }

  /// The rows of named symbols.
  private int[] named(Member.Read member) {
    var symbols = member.object().symbols();
    var rows = new int[symbols.size()];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (named.test(symbols.name(i))) {
        rows[count++] = i;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private List<MemberSignatures.Function> functions(Member.Read member, ByteView bytes) {
    var symbols = member.object().symbols();
    var asked = new ArrayList<Integer>();
    var names = new ArrayList<String>();
    for (int i = 0; i < symbols.size(); i++) {
      String name = symbols.name(i);
      if (isFunction(symbols, i) && named.test(name)) {
        asked.add(i);
        names.add(name);
      }
    }
    if (asked.isEmpty()) {
      return List.of();
    }
    var evidence = evidence(member, bytes, symbols, asked);
    var functions = new ArrayList<MemberSignatures.Function>(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      functions.add(new MemberSignatures.Function(names.get(i), evidence.get(i)));
    }
    return functions;
  }

  /// Whether a symbol stands for code. Assemblers say nothing of what they define, but where it is.
  static boolean isFunction(SymbolTable symbols, int index) {
    var kind = symbols.kind(index);
    char letter = symbols.letter(index);
    return kind == Kind.FUNCTION
        || kind == Kind.INDIRECT_FUNCTION
        || (kind == Kind.UNTYPED && (letter == 'T' || letter == 'W'));
  }

  private static List<Evidence> evidence(
      Member.Read member, ByteView bytes, SymbolTable symbols, List<Integer> asked) {
    try {
      var sections = debugSections(member.object().format(), bytes);
      if (sections.isEmpty()) {
        return unread(
            asked.size(), new NoEvidence(Reason.NOT_AN_OBJECT, member.object().format().words()));
      }
      var wanted = new ArrayList<Wanted>(asked.size());
      for (int index : asked) {
        wanted.add(wanted(sections.get(), symbols, index));
      }
      return Signatures.of(sections.get(), wanted);
    } catch (MalformedFileException e) {
      return unread(asked.size(), new NoEvidence(Reason.DAMAGED, String.valueOf(e.getMessage())));
    }
  }

  private static List<Evidence> unread(int count, NoEvidence why) {
    return java.util.Collections.nCopies(count, why);
  }

  private static Wanted wanted(DebugSections sections, SymbolTable symbols, int index) {
    String name = sections.sourceName(symbols.name(index));
    return symbols.definition(index) == Definition.SECTION
        ? new Wanted(
            name,
            symbols.sectionNumber(index),
            symbols.value(index),
            symbols.kind(index) == Kind.INDIRECT_FUNCTION)
        : Wanted.named(name);
  }

  /// The debugging information of an object, in the formats of which it is read.
  private static Optional<DebugSections> debugSections(ObjectFormat format, ByteView bytes)
      throws MalformedFileException {
    return switch (format) {
      case ELF32, ELF64 -> Optional.of(ElfReader.debugSections(bytes));
      case COFF -> Optional.of(CoffReader.debugSections(bytes));
      case MACH_O -> Optional.of(MachReader.debugSections(bytes));
      case WASM -> Optional.of(WasmReader.debugSections(bytes));
      case COFF_IMPORT, FAT_MACH_O, MSVC_INTERMEDIATE, BITCODE, XCOFF -> Optional.empty();
      case ARCHIVE, RUST_METADATA, GO_OBJECT, GO_EXPORTS -> Optional.empty();
      case WINDOWS_RESOURCES, JAVA_CLASS, TEXT, EMPTY, UNRECOGNIZED -> Optional.empty();
    };
  }
}
