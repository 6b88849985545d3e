package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.Borders;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names that Pen takes and other languages keep for themselves, each as a function, a parameter, a
/// record and a field.
final class TakenNamesTest {

  private static final String NAMES =
      """
      alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl const
      constexpr const_cast continue decltype default delete do double dynamic_cast enum explicit
      extern false float friend goto inline int long mutable namespace new noexcept not not_eq nullptr
      operator or or_eq private protected public register reinterpret_cast restrict return short signed
      sizeof static static_assert static_cast struct switch template this thread_local throw true try
      typedef typeid typename union unsigned using virtual void volatile while xor xor_eq
      char8_t char16_t char32_t concept requires consteval constinit co_await co_return co_yield typeof
      NULL errno i386 linux unix offsetof main std WIN32
      wchar_t size_t uint8_t uint64_t intptr_t ptrdiff_t max_align_t nullptr_t int_fast16_t uint_least8_t
      abstract async await become box crate dyn fn gen impl let loop macro match mod move mut override
      priv pub ref self Self super trait unsafe unsized use where yield u8 f64 usize core imports ffi
      Option Some None Result Ok Err String Vec str _
      pen_any pen_string pen_first_rest pen_count_state PenAny PenString PenHamt stack k
      """;

  @TempDir private Path scratch;
  private Path folder = Path.of("");

  @BeforeEach
  void writeThePackage() throws Exception {
    folder = Files.createDirectory(scratch.resolve("names"));
    Files.writeString(folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    Files.writeString(
        folder.resolve("Main.pen"),
        Stream.of(
                "import foreign \"c\" %1$s \\(number) boolean",
                "type %1$s {\n  %1$s number\n  other %1$s | none\n}",
                "foreign other_%1$s = \\(%1$s number) %1$s {\n  %1$s{%1$s: 1, other: none}\n}")
            .flatMap(TakenNamesTest::each)
            .collect(Collectors.joining("\n")));
  }

  private static Stream<String> each(String declaration) {
    return Stream.of(NAMES.strip().split("\\s+", -1)).map(declaration::formatted);
  }

  @Test
  void compilersOfCTakeThem() throws Exception {
    Files.writeString(scratch.resolve("pen.h"), PenHeader.text());
    Files.writeString(
        scratch.resolve("border.h"),
        HeaderWriter.c("names", Borders.functions(folder)).orElseThrow());
    Files.writeString(scratch.resolve("use.c"), "#include \"pen.h\"\n#include \"border.h\"\n");
    for (var compiler :
        List.of(
            "gcc -std=c11",
            "gcc -std=gnu17",
            "clang -std=c2x",
            "g++ -std=c++17 -xc++",
            "clang++ -std=c++20 -xc++")) {
      run("%s -Wall -Wextra -Wpedantic -Werror -fsyntax-only use.c".formatted(compiler));
    }
  }

  @Test
  void rustTakesThem() throws Exception {
    Tool.assume("rustc");
    var functions = Borders.functions(folder);
    var sources = Path.of("src/test/resources/rust-ffi").toAbsolutePath();
    String compiler = "rustc --edition=2021 -Dwarnings --crate-type=rlib -L. ";
    run(compiler + "--crate-name=ffi -Adead_code " + sources.resolve("ffi.rs"));
    for (var text :
        List.of(
            HeaderWriter.rust("names", functions).orElseThrow(),
            HeaderWriter.rustFfi("names", functions).orElseThrow())) {
      Files.writeString(scratch.resolve("border.rs"), text);
      run(compiler + "--extern=ffi border.rs");
    }
  }

  private void run(String command) {
    assertEquals("", Tool.run(scratch, command.split(" ", -1)));
  }
}
