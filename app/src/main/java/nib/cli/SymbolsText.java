package nib.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.binary.RawText;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.ByteText;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// The listing of a library for people: a heading for each member, a line for each symbol.
final class SymbolsText {

  /// Room for what stands above a member's symbols.
  private static final int HEADING = 256;

  /// What a line has beside the name.
  private static final int COLUMNS = 40;

  /// Hostile symbols share a name of a megabyte; a text of them grows as it is written.
  private static final int MOST_AT_ONCE = 1 << 22;

  private final Console console;
  private final SymbolLines lines;
  private final SymbolFilter filter;
  private final Optional<UnaryOperator<String>> naming;

  SymbolsText(Console console, SymbolFilter filter, Optional<UnaryOperator<String>> naming) {
    this.console = console;
    this.lines = new SymbolLines(console);
    this.filter = filter;
    this.naming = naming;
  }

  void print(OpenLibrary library, LibraryTroubles troubles) throws IOException, FailureException {
    console.line(
        library.kind() == Library.Kind.OBJECT_FILE
            ? console.bold(library.file().toString()) + ": object file"
            : SymbolLines.title(console, library.file(), kind(library), library.memberCount()));
    try {
      library.forEach(
          filter.briefly(),
          member -> new Page(text(library, member), unlisted(member)),
          page -> {
            try {
              page.text().writeTo(console.out());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            page.unlisted().ifPresent(troubles::add);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// A member's part of the listing.
  ///
  /// @param unlisted the member itself where its symbols are not in it; what is listed is in memory
  ///   no longer than it takes to write it
  private record Page(ByteText text, Optional<Member> unlisted) {}

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

  private ByteText text(OpenLibrary library, Member member) {
    // No `switch`, whose first use makes a class of its own: this is on the way of every listing.
    if (member instanceof Member.Read read) {
      var symbols = read.object().symbols();
      long expected = HEADING + symbols.namesLength() + (long) COLUMNS * symbols.size();
      var text = new ByteText((int) Math.min(MOST_AT_ONCE, expected));
      heading(text, library, member);
      symbols(text, read);
      return text;
    }
    var text = new ByteText(HEADING);
    heading(text, library, member);
    if (member instanceof Member.Unopened unopened) {
      text.add(RawText.encode(unopened.format().words())).add('\n');
    } else if (member instanceof Member.Unreadable unreadable) {
      String place = "damaged at 0x%x: ".formatted(unreadable.at());
      text.add(RawText.encode(place + unreadable.what())).add('\n');
    }
    return text;
  }

  private void heading(ByteText text, OpenLibrary library, Member member) {
    lines.beginName(text);
    text.add(RawText.encode(library.nameOf(member)));
    lines.endName(text);
  }

  private void symbols(ByteText text, Member.Read read) {
    var symbols = read.object().symbols();
    int count = 0;
    for (int i = 0; i < symbols.size(); i++) {
      if (isNamed(symbols.kind(i))) {
        count++;
      }
    }
    String format =
        read.object().format().words()
            + ", "
            + read.object().machine()
            + (read.object().intermediate() ? ", gcc's intermediate code" : "");
    lines.contents(text, RawText.encode(format), read.size(), count);
    for (int i = 0; i < symbols.size(); i++) {
      if (isNamed(symbols.kind(i))) {
        row(text, symbols, i);
      }
    }
  }

  private static boolean isNamed(Kind kind) {
    return kind != Kind.SECTION && kind != Kind.FILE;
  }

  private void row(ByteText text, SymbolTable symbols, int index) {
    if (symbols.definition(index) == Definition.UNDEFINED) {
      SymbolLines.undefined(text, symbols.letter(index), symbols.binding(index));
    } else {
      SymbolLines.row(text, symbols.letter(index), symbols.binding(index), symbols.kind(index));
    }
    SymbolLines.size(text, symbols.sizeOf(index));
    if (naming.isPresent()) {
      text.add(RawText.encode(naming.get().apply(symbols.name(index)))).add('\n');
    } else {
      text.nameLine(symbols, index);
    }
  }
}
