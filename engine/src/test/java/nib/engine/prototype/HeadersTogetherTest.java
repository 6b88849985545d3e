package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.Borders;
import nib.engine.Golden;
import nib.engine.oracle.PenCheckout;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Headers of several packages, and `pen.h`, in one file of C or C++.
final class HeadersTogetherTest {

  private static final String SHARED =
      """
      type shared {
        next shared | none
        size number
        text string
        lazy \\() any
      }
      """;

  @TempDir private Path scratch;

  @Test
  void aPackagesHeaderAndPenHGoInAnyOrder() throws Exception {
    Files.copy(Golden.folder("border/layouts").resolve("border.h"), scratch.resolve("border.h"));
    for (var headers : orders("border.h", "pen.h")) {
      compile(headers);
    }
  }

  @Test
  void whatPackagesHaveInCommonIsDefinedOnce() throws Exception {
    header(
        "one",
        SHARED
            + """
            type own {
              shared shared
            }
            import foreign "c" one \\(shared, own) none
            import foreign "c" double \\(shared) own
            """);
    header("other", SHARED + "import foreign other \\(shared) shared\n");
    for (var headers : orders("one/border.h", "other/border.h", "pen.h")) {
      compile(headers);
      compile(Stream.concat(headers.stream(), headers.stream()).toList());
    }
  }

  /// Also in packages whose folders have one name.
  @Test
  void recordsOfOneNameAndOtherFieldsAreRefused() throws Exception {
    header("one", "type options {\n  a number\n}\nimport foreign \"c\" one \\(options) none\n");
    header("other", "type options {\n  b number\n}\nimport foreign \"c\" other \\(options) none\n");
    for (var headers : orders("one/border.h", "other/border.h")) {
      var error = assertThrows(AssertionError.class, () -> compile(headers));
      assertTrue(
          String.valueOf(error.getMessage())
              .contains(
                  "`struct options` has other fields in another package's header: include that in"
                      + " another file"),
          error::toString);
    }
  }

  @Test
  void aCommentDoesNotEndInAModulesName() throws Exception {
    var folder = Files.createDirectories(scratch.resolve("one/Odd*"));
    Files.writeString(folder.resolve("Main.pen"), SHARED + "import foreign f \\(shared) none\n");
    assertTrue(header("one", "").contains("`shared` of Odd* /Main.pen"));
    compile(List.of("one/border.h"));
  }

  @Test
  void penHHasTheRecordOfPensOwnPackage() throws Exception {
    String text =
        header(
            "ffi",
            """
            type firstRest {
              ok boolean
              first \\() any
              rest [any]
            }
            foreign pen_ffi_list_first_rest = \\(xs [any]) firstRest {
              firstRest{ok: false, first: \\() any { none }, rest: [any]}
            }
            """);
    String begin = "#ifndef PEN_RECORD_firstRest\n";
    String structure = text.substring(text.indexOf(begin));
    structure = structure.substring(0, structure.indexOf("#endif\n"));
    assertTrue(PenHeader.text().contains(structure), structure);
    for (var headers : orders("ffi/border.h", "pen.h")) {
      compile(headers);
    }
  }

  /// All but `os-sync`, which stands in for `os`.
  @Test
  @Tag("checkout")
  void thoseOfPensOwnPackagesGoTogether() throws Exception {
    var names = new ArrayList<>(List.of("pen.h"));
    for (var folder : Borders.packages(PenCheckout.root().resolve("packages"))) {
      String name = String.valueOf(folder.getFileName());
      var text = HeaderWriter.c("border", Borders.functions(folder));
      if (text.isPresent() && !name.equals("os-sync")) {
        Files.createDirectories(scratch.resolve(name));
        Files.writeString(scratch.resolve(name + "/border.h"), text.get());
        names.add(name + "/border.h");
      }
    }
    assertTrue(names.size() >= 8, names::toString);
    compile(names);
    compile(names.reversed());
  }

  private String header(String name, String module) throws Exception {
    var folder = Files.createDirectories(scratch.resolve(name));
    Files.writeString(folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    Files.writeString(folder.resolve("Main.pen"), module);
    String text = HeaderWriter.c("border", Borders.functions(folder)).orElseThrow();
    Files.writeString(folder.resolve("border.h"), text);
    return text;
  }

  private static List<List<String>> orders(String... headers) {
    var order = List.of(headers);
    return List.of(order, order.reversed());
  }

  private void compile(List<String> headers) throws IOException {
    Files.writeString(scratch.resolve("pen.h"), PenHeader.text());
    Files.writeString(
        scratch.resolve("use.c"),
        headers.stream().map("#include \"%s\"\n"::formatted).collect(Collectors.joining()));
    for (var compiler :
        List.of(
            "gcc -std=c11", "clang -std=c11", "g++ -std=c++17 -xc++", "clang++ -std=c++17 -xc++")) {
      var command = new ArrayList<>(List.of(compiler.split(" ", -1)));
      command.addAll(List.of("-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"));
      command.add("use.c");
      assertEquals("", Tool.run(scratch, command.toArray(String[]::new)));
    }
  }
}
