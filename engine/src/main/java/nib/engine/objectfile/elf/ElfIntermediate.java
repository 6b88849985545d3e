package nib.engine.objectfile.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// Symbols that gcc's intermediate code (`-flto`) will have once the linker has it compiled.
///
/// They stand in sections named `.gnu.lto_.symtab.` and a hash, for the linker's plugin: a name and
/// a COMDAT group, each NUL-terminated, a byte for the kind of definition, one for the visibility,
/// 8 for the size, 4 for a number (`produce_symtab` in gcc's `lto-streamer-out.cc`). Since gcc 10
/// `.gnu.lto_.ext_symtab.` has a version and two bytes for each of them: function or variable, and
/// whether it is zeroed.
final class ElfIntermediate {

  private static final String TABLE = ".gnu.lto_.symtab.";
  private static final String MORE = ".gnu.lto_.ext_symtab.";

  /// What follows the two names.
  private static final int ENTRY = 14;

  // `enum gcc_plugin_symbol_kind`
  private static final int GCCPK_WEAKDEF = 1;
  private static final int GCCPK_UNDEF = 2;
  private static final int GCCPK_WEAKUNDEF = 3;
  private static final int GCCPK_COMMON = 4;

  private static final int GCCST_FUNCTION = 1;
  private static final int GCCST_VARIABLE = 2;
  private static final int GCCSSK_BSS = 1;

  private static final int LARGEST = 1 << 28;

  private final ElfSections sections;
  private final SymbolFilter filter;

  /// The names of all symbols, up to `end` so far.
  private final byte[] names;

  private final SymbolTable.Builder table;
  private int end;

  private ElfIntermediate(ElfSections sections, SymbolFilter filter, byte[] names)
      throws MalformedFileException {
    this.sections = sections;
    this.filter = filter;
    this.names = names;
    var sectionNames = filter.detail() ? ElfSectionNames.of(sections) : ElfSectionNames.NONE;
    this.table = new SymbolTable.Builder(names, names.length / (ENTRY + 2), sectionNames);
  }

  /// The object's symbols with those of its intermediate code before them, where that is all it
  /// has. An object with machine code beside it has the same symbols there.
  static SymbolTable with(ElfSections sections, SymbolTable own, SymbolFilter filter)
      throws MalformedFileException {
    // Where only needs are asked for, gcc's mark is not among the symbols.
    if (!ObjectFile.intermediate(own) && (filter.defined() || own.size() > 0)) {
      return own;
    }
    var tables = new ArrayList<ElfSection>();
    long room = 0;
    for (int i = 1; i < sections.count(); i++) {
      var section = sections.at(i);
      if (sections.name(section).startsWith(TABLE)) {
        tables.add(section);
        room += sections.content(section).size();
      }
    }
    if (tables.isEmpty()) {
      return own;
    }
    for (int i = 0; i < own.size(); i++) {
      room += own.nameLength(i);
    }
    if (room > LARGEST) {
      throw sections.content(tables.getFirst()).malformed(0, "%d bytes of names".formatted(room));
    }
    return new ElfIntermediate(sections, filter, new byte[(int) room]).read(tables, own);
  }

  private SymbolTable read(List<ElfSection> tables, SymbolTable own) throws MalformedFileException {
    for (var section : tables) {
      read(section);
    }
    table.intermediate();
    for (int i = 0; i < own.size(); i++) {
      own.copyName(i, names, end);
      table
          .named(end, own.nameLength(i))
          .is(own.kind(i), own.binding(i), own.visibility(i), own.definition(i))
          .in(own.sectionNumber(i), own.comdat(i))
          .add(own.value(i), own.sizeOf(i), own.letter(i));
      end += own.nameLength(i);
    }
    return table.build();
  }

  private void read(ElfSection section) throws MalformedFileException {
    var content = sections.content(section);
    int start = end;
    content.copy(0, names, start, (int) content.size());
    end += (int) content.size();
    var more = more(sections.name(section).substring(TABLE.length()));
    long at = 0;
    for (int number = 0; at < content.size(); number++) {
      int length = content.nameLength(at, Integer.MAX_VALUE - 1);
      long group = at + length + 1;
      int groupLength = content.nameLength(group, Integer.MAX_VALUE - 1);
      long entry = group + groupLength + 1;
      table.named(start + (int) at, length);
      add(section, content.slice(entry, ENTRY), groupLength > 0, kind(more, number));
      at = entry + ENTRY;
    }
  }

  private void add(ElfSection section, ByteView entry, boolean comdat, Variety variety)
      throws MalformedFileException {
    int sort = entry.u8(0);
    boolean weak = sort == GCCPK_WEAKDEF || sort == GCCPK_WEAKUNDEF;
    var definition =
        switch (sort) {
          case GCCPK_UNDEF, GCCPK_WEAKUNDEF -> Definition.UNDEFINED;
          case GCCPK_COMMON -> Definition.COMMON;
          default -> Definition.SECTION;
        };
    if (!filter.keeps(definition != Definition.UNDEFINED, false)) {
      return;
    }
    boolean here = definition == Definition.SECTION;
    table
        .is(variety.kind(), weak ? Binding.WEAK : Binding.GLOBAL, visibility(entry), definition)
        .in(here ? section.index() : SymbolTable.NO_SECTION, comdat)
        .add(0, entry.u64(2), letter(definition, weak, variety));
  }

  /// `enum gcc_plugin_symbol_visibility`.
  private static Visibility visibility(ByteView entry) throws MalformedFileException {
    return switch (entry.u8(1)) {
      case 1 -> Visibility.PROTECTED;
      case 2 -> Visibility.INTERNAL;
      case 3 -> Visibility.HIDDEN;
      default -> Visibility.DEFAULT;
    };
  }

  /// What `nm` prints with gcc's plugin.
  private static char letter(Definition definition, boolean weak, Variety variety) {
    return switch (definition) {
      case UNDEFINED -> weak ? 'w' : 'U';
      case COMMON -> 'C';
      case SECTION, ABSOLUTE ->
          weak ? 'W' : variety.kind() != Kind.DATA ? 'T' : variety.zeroed() ? 'B' : 'D';
    };
  }

  private record Variety(Kind kind, boolean zeroed) {}

  private static Variety kind(Optional<ByteView> more, int number) throws MalformedFileException {
    long at = 1 + 2L * number;
    if (more.isEmpty() || at + 2 > more.get().size()) {
      return new Variety(Kind.UNTYPED, false);
    }
    var kind =
        switch (more.get().u8(at)) {
          case GCCST_FUNCTION -> Kind.FUNCTION;
          case GCCST_VARIABLE -> Kind.DATA;
          default -> Kind.UNTYPED;
        };
    return new Variety(kind, more.get().u8(at + 1) == GCCSSK_BSS);
  }

  private Optional<ByteView> more(String hash) throws MalformedFileException {
    for (int i = 1; i < sections.count(); i++) {
      var section = sections.at(i);
      if (sections.name(section).equals(MORE + hash)) {
        return Optional.of(sections.content(section).loaded());
      }
    }
    return Optional.empty();
  }
}
