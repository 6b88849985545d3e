package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.cli.Console.ColourChoice;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.OpenLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds [PlainText] against [SymbolsText].
final class PlainTextTest {

  private static final List<SymbolFilter> FILTERS =
      List.of(
          new SymbolFilter(true, true, true, false),
          new SymbolFilter(true, false, false, false),
          new SymbolFilter(true, true, false, false));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"ALWAYS", "NEVER"})
  void listsTheLibraryOfCAsEveryOther(ColourChoice colour) throws Exception {
    for (String name : List.of("libc.a", "libstdc++.a")) {
      for (var filter : FILTERS) {
        compare(library(name), filter, colour);
      }
    }
  }

  @Test
  void listsSizesAndWordsOfAllLengths() throws Exception {
    Files.writeString(
        folder.resolve("a.c"),
        """
        char large[1 << 30]; char most[12345]; char some[999]; char more[1000];
        _Thread_local int of_thread = 5; static int kept = 3; int undefined(void);
        static int (*choose(void))(void) { return undefined; }
        int chosen(void) __attribute__((ifunc("choose")));
        int *pointer(void) { return &kept; }
        """);
    Files.writeString(folder.resolve("empty.c"), "");
    Files.writeString(folder.resolve("one.c"), "int one;");
    for (String source : List.of("a", "empty", "one")) {
      run("gcc", "-c", source + ".c");
    }
    run("ar", "rcs", "liball.a", "a.o", "empty.o", "one.o");
    for (var filter : FILTERS) {
      compare(folder.resolve("liball.a"), filter, ColourChoice.NEVER);
    }
    assertTrue(
        plain(folder.resolve("liball.a"), FILTERS.getFirst(), ColourChoice.NEVER)
            .orElseThrow()
            .contains("  B  global     data       1,073,741,824  large\n"));
  }

  @Test
  void writesNothingOfOtherArchives() throws Exception {
    var file = folder.resolve("libtext.a");
    Files.writeString(folder.resolve("text"), "no object\n");
    run("ar", "rcs", "libtext.a", "text");
    assertFalse(plain(file, FILTERS.getFirst(), ColourChoice.NEVER).isPresent());
  }

  private void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(List.of(command)).directory(folder.toFile()).inheritIO();
    assertEquals(0, process.start().waitFor(), () -> String.join(" ", command));
  }

  /// Where the compiler has a library that it links with.
  private static Path library(String name) throws IOException, InterruptedException {
    var process = new ProcessBuilder("gcc", "-print-file-name=" + name).start();
    String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return Path.of(path.strip());
  }

  private static void compare(Path file, SymbolFilter filter, ColourChoice colour)
      throws IOException, FailureException {
    var expected = new ByteArrayOutputStream();
    var console = console(expected, colour);
    try (var library = OpenLibrary.open(file)) {
      new SymbolsText(console, filter, Optional.empty())
          .print(library, new LibraryTroubles(library));
    }
    console.out().flush();
    assertEquals(
        expected.toString(StandardCharsets.ISO_8859_1), plain(file, filter, colour).orElseThrow());
  }

  private static Optional<String> plain(Path file, SymbolFilter filter, ColourChoice colour)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var console = console(out, colour);
    boolean plain = PlainText.print(console, file, filter);
    console.out().flush();
    String text = out.toString(StandardCharsets.ISO_8859_1);
    assertTrue(plain || text.isEmpty());
    return plain ? Optional.of(text) : Optional.empty();
  }

  private static Console console(ByteArrayOutputStream out, ColourChoice colour) {
    var stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    var console = new Console(stream, stream, Path.of(""));
    console.colour(colour);
    return console;
  }
}
