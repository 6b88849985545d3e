package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.archive.ArchiveMember;
import nib.engine.binary.ByteView;
import nib.engine.binary.RawText;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import nib.engine.objectfile.elf.PlainElf;

/// Writes libraries as `llvm-nm` does: a heading for each member, its symbols by name, a symbol's
/// value, letter and name on a line.
///
/// Symbols that stand for the file's own layout (sections, source files, the marks that tell code
/// from data) are left out. So is what could not be read, which the caller is told.
public final class NmPrinter {

  /// Room for what stands before a member's symbols.
  private static final int HEADING = 64;

  /// What a line has beside the name.
  private static final int COLUMNS = 20;

  /// Hostile symbols share a name of a megabyte; a text of them grows as it is written.
  private static final int MOST_AT_ONCE = 1 << 22;

  private final OutputStream out;
  private final Style style;

  /// How to write.
  ///
  /// @param several whether more than one file is asked for, so that each gets a heading
  /// @param sorted by name, or in the order of the file's table
  /// @param naming shows names in another way than the file has them; the order stays that of the
  ///   file's names
  /// @param filter which symbols are wanted
  public record Style(
      boolean several,
      boolean sorted,
      Optional<UnaryOperator<String>> naming,
      SymbolFilter filter) {

    public static final Style PLAIN =
        new Style(false, true, Optional.empty(), new SymbolFilter(true, true, true, false));
  }

  public NmPrinter(OutputStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  /// Writes the library member by member and hands `troubled` each one that is not in the listing.
  public void print(OpenLibrary library, MemberSink troubled) throws IOException, FailureException {
    boolean brief = style.naming().isEmpty() && library.kind() == Library.Kind.ARCHIVE;
    var listing = new Listing(library, brief ? Optional.of(new PlainPages()) : Optional.empty());
    print(library, listing, troubled);
  }

  /// The same without a shorter way for plain objects.
  void printAtLength(OpenLibrary library, MemberSink troubled)
      throws IOException, FailureException {
    print(library, new Listing(library, Optional.empty()), troubled);
  }

  private void print(OpenLibrary library, Listing listing, MemberSink troubled)
      throws IOException, FailureException {
    try {
      library.forEach(
          style.filter().briefly(),
          listing::brief,
          listing::of,
          page -> {
            try {
              page.writeTo(out);
              if (page.remarkable().isPresent()) {
                troubled.accept(page.remarkable().get());
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Takes members that need a word of their own.
  @FunctionalInterface
  public interface MemberSink {
    void accept(Member member);
  }

  /// A member's part of the listing.
  ///
  /// @param remarkable the member itself, without its symbols, when it has none or is not read
  /// @param sheet which the text stands on
  private record Page(ByteText text, Optional<Sheets.Sheet> sheet, Optional<Member> remarkable) {

    void writeTo(OutputStream out) throws IOException {
      if (sheet.isPresent()) {
        sheet.get().handOn(text, out);
      } else {
        text.writeTo(out);
      }
    }
  }

  private final class Listing {

    private final OpenLibrary library;
    private final Optional<PlainPages> plain;

    Listing(OpenLibrary library, Optional<PlainPages> plain) {
      this.library = library;
      this.plain = plain;
    }

    /// The page of a plain object in an archive.
    Optional<Page> brief(ArchiveMember member, ByteView content) {
      return plain.isPresent() ? plain.get().page(member, content) : Optional.empty();
    }

    Page of(Member member) {
      if (!(member instanceof Member.Read read)) {
        return new Page(new ByteText(0), Optional.empty(), Optional.of(member));
      }
      var symbols = read.object().symbols();
      long expected = HEADING + symbols.namesLength() + (long) COLUMNS * symbols.size();
      var text = new ByteText((int) Math.min(MOST_AT_ONCE, expected));
      switch (library.kind()) {
        case ARCHIVE -> heading(text, read.name());
        case OBJECT_FILE -> {
          if (style.several()) {
            heading(text, String.valueOf(library.file()));
          }
        }
        case FAT_FILE -> heading(text, inSlice(member));
      }
      lines(text, symbols, new NmMarks(read.object()));
      boolean worthAWord = symbols.isEmpty() || read.object().intermediate();
      return new Page(
          text, Optional.empty(), worthAWord ? Optional.of(read.marked()) : Optional.empty());
    }

    /// As `llvm-nm --arch=all` writes it: the architecture stands there where there are several.
    private String inSlice(Member member) {
      String file = String.valueOf(library.file());
      return library
          .sliceOf(member)
          .map(slice -> {
            String name =
                slice.kind() == Library.Kind.ARCHIVE
                    ? "%s(%s)".formatted(file, member.name())
                    : file;
            return library.slices().size() == 1
                ? name
                : "%s (for architecture %s)".formatted(name, slice.architecture());
          })
          .orElse(file);
    }
  }

  private static void heading(ByteText text, String name) {
    text.add('\n').add(RawText.encode(name)).add(':').add('\n');
  }

  /// Pages of plain objects. Each thread has what it reads them with.
  private final class PlainPages {

    private final Sheets sheets = new Sheets();

    @SuppressWarnings("ThreadLocalUsage") // it lives as long as a listing
    private final ThreadLocal<PlainElf> objects =
        ThreadLocal.withInitial(() -> new PlainElf(style.filter()));

    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<PlainLines> lines =
        ThreadLocal.withInitial(() -> new PlainLines(style.sorted()));

    Optional<Page> page(ArchiveMember member, ByteView content) {
      var object = objects.get();
      if (!object.read(content)) {
        return Optional.empty();
      }
      var sheet = sheets.withRoom((int) Math.min(MOST_AT_ONCE, HEADING + object.length(COLUMNS)));
      var text = sheet.text();
      heading(text, member.name());
      lines.get().add(text, object);
      sheet.keep(text);
      var remarkable =
          object.count() > 0 ? Optional.<Member>empty() : Optional.of(empty(member, object));
      return Optional.of(new Page(text, Optional.of(sheet), remarkable));
    }

    private static Member empty(ArchiveMember member, PlainElf object) {
      var without =
          new ObjectFile(
              ObjectFormat.ELF64,
              object.machineName(),
              object.machine(),
              List.of(),
              SymbolTable.empty());
      return new Member.Read(member.name(), member.offset(), member.size(), without);
    }
  }

  private void lines(ByteText text, SymbolTable symbols, NmMarks marks) {
    boolean plain = style.naming().isEmpty() && marks.plainLines(style.filter());
    if (style.sorted()) {
      for (int index : SymbolOrder.of(symbols, marks)) {
        line(text, symbols, index, marks, plain);
      }
      return;
    }
    for (int index = 0; index < symbols.size(); index++) {
      if (!marks.omits(index)) {
        line(text, symbols, index, marks, plain);
      }
    }
  }

  private void line(ByteText text, SymbolTable symbols, int index, NmMarks marks, boolean plain) {
    if (plain) {
      marks.line(text, index);
      return;
    }
    if (!marks.nameOnly(style.filter())) {
      marks.valueAndLetter(text, index);
    }
    if (style.naming().isPresent() || marks.indirect(index)) {
      String name = symbols.name(index);
      String shown = style.naming().isPresent() ? style.naming().get().apply(name) : name;
      String target = symbols.standsFor(index).map(" (indirect for %s)"::formatted).orElse("");
      text.add(RawText.encode(shown + target)).add('\n');
    } else {
      text.nameLine(symbols, index);
    }
  }

  /// Why members are not in the listing although nothing is wrong with them.
  public static List<String> remarks(OpenLibrary library, List<Member> remarkable) {
    var remarks = new ArrayList<String>();
    for (var member : remarkable) {
      String name = library.nameOf(member);
      if (member instanceof Member.Read read && read.object().symbols().isEmpty()) {
        remarks.add(withoutSymbols(name));
      }
      if (member instanceof Member.Read read && read.object().intermediate()) {
        remarks.add(
            name + " is gcc's intermediate code (-flto), whose symbols llvm-nm does not list");
      }
      if (member instanceof Member.Unopened(_, _, _, var format) && !format.object()) {
        remarks.add("%s is not listed: %s".formatted(name, format.words()));
      }
    }
    return remarks;
  }

  static String withoutSymbols(String name) {
    return name + " has no symbols";
  }
}
