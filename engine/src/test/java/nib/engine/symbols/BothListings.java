package nib.engine.symbols;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;

/// Holds the short ways of listing symbols, [PlainNm] and that of [NmPrinter], against the long
/// one, which knows every file there is.
public final class BothListings {

  private static final List<SymbolFilter> FILTERS =
      List.of(
          NmPrinter.Style.PLAIN.filter(),
          new SymbolFilter(true, false, false, false),
          new SymbolFilter(false, true, true, false),
          new SymbolFilter(true, true, false, false));

  private BothListings() {}

  /// Compares all listings of a file.
  ///
  /// @return how many of them are plain ones
  /// @throws AssertionError where one is not what the other is, or there is a plain one of a file
  ///   that something is wrong with
  public static int compare(Path file) throws IOException {
    int plain = 0;
    for (var filter : FILTERS) {
      for (boolean sorted : new boolean[] {true, false}) {
        var style = new NmPrinter.Style(false, sorted, Optional.empty(), filter);
        compare(file, style);
        var listing = PlainNm.of(file, style);
        if (listing.isPresent()) {
          compare(file, style, listing.get());
          plain++;
        }
      }
    }
    return plain;
  }

  private static void compare(Path file, NmPrinter.Style style, PlainNm listing)
      throws IOException {
    var expected = new ByteArrayOutputStream();
    var plain = new ByteArrayOutputStream();
    listing.writeTo(plain);
    try (var library = OpenLibrary.open(file)) {
      var remarkable = new ArrayList<Member>();
      new NmPrinter(expected, style).printAtLength(library, remarkable::add);
      if (library.damage().isPresent()) {
        throw new AssertionError("plain, but " + library.damage().get());
      }
      for (var member : remarkable) {
        if (!(member instanceof Member.Read)) {
          throw new AssertionError("plain, but there is " + member);
        }
      }
      equal(NmPrinter.remarks(library, remarkable), listing.remarks(file), "remarks");
    } catch (FailureException e) {
      throw new AssertionError("plain, but " + e.failure(), e);
    }
    equal(text(expected), text(plain), style.toString());
  }

  /// Compares the long way with the one that is shorter where a member is plain.
  private static void compare(Path file, NmPrinter.Style style) throws IOException {
    var expected = new ByteArrayOutputStream();
    var shorter = new ByteArrayOutputStream();
    try (var library = OpenLibrary.open(file)) {
      var remarkable = new ArrayList<Member>();
      new NmPrinter(expected, style).printAtLength(library, remarkable::add);
      var shorterRemarkable = new ArrayList<Member>();
      new NmPrinter(shorter, style).print(library, shorterRemarkable::add);
      equal(
          NmPrinter.remarks(library, remarkable),
          NmPrinter.remarks(library, shorterRemarkable),
          "remarks");
      equal(unread(remarkable), unread(shorterRemarkable), "members");
    } catch (FailureException e) {
      return; // no library at all
    }
    equal(text(expected), text(shorter), style.toString());
  }

  private static List<Member> unread(List<Member> members) {
    return members.stream().filter(member -> !(member instanceof Member.Read)).toList();
  }

  private static void equal(Object expected, Object plain, String what) {
    if (!expected.equals(plain)) {
      throw new AssertionError("%s:%nplain: %s%nother: %s".formatted(what, plain, expected));
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
