package nib.cli;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.binary.RawText;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// The listing of a library for people: a heading for each member, a line for each symbol.
final class SymbolsText {

  private static final Map<Binding, String> BINDINGS = words(Binding.class);
  private static final Map<Kind, String> KINDS = words(Kind.class);

  private final Console console;
  private final SymbolFilter filter;
  private final Optional<UnaryOperator<String>> naming;

  SymbolsText(Console console, SymbolFilter filter, Optional<UnaryOperator<String>> naming) {
    this.console = console;
    this.filter = filter;
    this.naming = naming;
  }

  void print(OpenLibrary library, LibraryTroubles troubles) throws FailureException {
    console.line(
        console.bold(library.file().toString())
            + ": "
            + kind(library)
            + (library.kind() == Library.Kind.OBJECT_FILE
                ? ""
                : ", " + Packages.count(library.memberCount(), "member", "members")));
    library.forEach(
        filter.briefly(),
        member -> new Page(RawText.encode(text(library, member)), unlisted(member)),
        page -> {
          console.out().writeBytes(page.text());
          page.unlisted().ifPresent(troubles::add);
        });
  }

  /// A member's part of the listing.
  ///
  /// @param unlisted the member itself where its symbols are not in it; what is listed is in memory
  ///   no longer than it takes to write it
  @SuppressWarnings("ArrayRecordComponent") // nobody compares pages
  private record Page(byte[] text, Optional<Member> unlisted) {}

  private static Optional<Member> unlisted(Member member) {
    return member instanceof Member.Read ? Optional.empty() : Optional.of(member);
  }

  private static String kind(OpenLibrary library) {
    return switch (library.kind()) {
      case OBJECT_FILE -> "object file";
      case ARCHIVE -> library.thin() ? "thin archive" : "archive";
      case FAT_FILE -> "fat file";
    };
  }

  private String text(OpenLibrary library, Member member) {
    var text = new StringBuilder("\n");
    text.append(console.bold(library.nameOf(member))).append("  ");
    // No `switch`, whose first use makes a class of its own: this is on the way of every listing.
    if (member instanceof Member.Read read) {
      symbols(text, read);
    } else if (member instanceof Member.Unopened unopened) {
      text.append(unopened.format().words()).append('\n');
    } else if (member instanceof Member.Unreadable unreadable) {
      text.append("damaged at 0x%x: ".formatted(unreadable.at()))
          .append(unreadable.what())
          .append('\n');
    }
    return text.toString();
  }

  private void symbols(StringBuilder text, Member.Read read) {
    var symbols = read.object().symbols();
    var rows = new StringBuilder();
    int count = 0;
    for (int i = 0; i < symbols.size(); i++) {
      if (isNamed(symbols.kind(i))) {
        row(rows, symbols, i);
        count++;
      }
    }
    text.append(
            console.dim(
                read.object().format().words()
                    + ", "
                    + read.object().machine()
                    + (read.object().intermediate() ? ", gcc's intermediate code" : "")
                    + ", "
                    + Grouped.of(read.size())
                    + " bytes, "
                    + Grouped.of(count)
                    + (count == 1 ? " symbol" : " symbols")))
        .append('\n')
        .append(rows);
  }

  private static boolean isNamed(Kind kind) {
    return kind != Kind.SECTION && kind != Kind.FILE;
  }

  /// A line. Here as in [Grouped], `String.format` would take most of a small archive's time.
  private void row(StringBuilder text, SymbolTable symbols, int index) {
    text.append("  ").append(symbols.letter(index)).append("  ");
    int column = text.length();
    text.append(BINDINGS.get(symbols.binding(index)));
    pad(text, column + 11);
    boolean defined = symbols.definition(index) != Definition.UNDEFINED;
    column = text.length();
    text.append(defined ? KINDS.get(symbols.kind(index)) : "undefined");
    pad(text, column + 11);
    long size = symbols.sizeOf(index);
    String number = size == 0 ? "" : Grouped.of(size);
    pad(text, text.length() + Math.max(0, 8 - number.length()));
    text.append(number).append("  ").append(name(symbols, index)).append('\n');
  }

  private String name(SymbolTable symbols, int index) {
    String name = symbols.name(index);
    return naming.isPresent() ? naming.get().apply(name) : name;
  }

  private static void pad(StringBuilder text, int end) {
    while (text.length() < end) {
      text.append(' ');
    }
  }

  private static <E extends Enum<E>> Map<E, String> words(Class<E> values) {
    var words = new EnumMap<E, String>(values);
    for (var value : values.getEnumConstants()) {
      words.put(value, word(value));
    }
    return words;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
