package nib.engine.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nib.engine.diagnostic.FailureException;
import nib.engine.dwarf.Evidence.Found;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.oracle.Tool;
import nib.engine.symbols.OpenLibrary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signatures from objects that are no ELF files.
@Tag("toolchain")
final class OtherFormatsTest {

  private static final String SOURCE =
      """
      typedef struct pair { double a; char b[3]; } pair;
      enum kind { ONE, TWO };
      int first(void) { return 1; }
      double add(double a, const char *name) { return a + *name; }
      pair made(pair p, enum kind k, int (*f)(long, pair *)) { p.b[0] = k == ONE && f; return p; }
      int printed(const char *format, ...) { return *format; }
      """;

  private static final String ALIAS =
      "int nick(double, const char *) __attribute__((alias(\"add\")));\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "x86_64-w64-mingw32-gcc -g,                        yes, ''",
    "x86_64-w64-mingw32-gcc -gdwarf-4 -O2,             yes, ''",
    "x86_64-w64-mingw32-gcc -g -ffunction-sections,    yes, ''",
    "i686-w64-mingw32-gcc -g,                          yes, _",
    "clang -g --target=x86_64-w64-mingw32,             yes, ''",
    "clang -gdwarf-4 --target=i686-w64-mingw32,        yes, _",
    "clang -g --target=aarch64-w64-mingw32,            yes, ''",
    "clang -g --target=wasm32-unknown-unknown,         no,  ''",
    "clang -gdwarf-5 -O1 --target=wasm32-unknown-unknown, no, ''",
    "clang -gdwarf-4 --target=wasm64-unknown-unknown,  no,  ''",
    "clang -gdwarf-5 --target=x86_64-apple-macos13,    no,  _",
    "clang -gdwarf-4 --target=x86_64-apple-macos13,    no,  _",
    "clang -gdwarf-5 --target=arm64-apple-macos13,     no,  _",
    "clang -gdwarf-4 -O1 --target=arm64-apple-macos13, no,  _",
  })
  void readsSignatures(String command, String aliases, String before) throws IOException {
    Tool.assume(command.substring(0, command.indexOf(' ')));
    boolean alias = aliases.equals("yes");
    Files.writeString(folder.resolve("s.c"), SOURCE + (alias ? ALIAS : ""));
    var all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of("-c", "s.c", "-o", "s.o"));
    Tool.run(folder, all.toArray(String[]::new));
    var expected = new TreeMap<String, String>();
    expected.put(before + "first", "int first(void)");
    expected.put(before + "add", "double add(double a, const char *name)");
    expected.put(before + "made", "pair made(pair p, enum kind k, int (*f)(long, pair *))");
    expected.put(before + "printed", "int printed(const char *format, ...)");
    if (alias) {
      expected.put(before + "nick", "double add(double a, const char *name)");
    }
    assertEquals(expected, signatures());
  }

  private Map<String, String> signatures() {
    var signatures = new TreeMap<String, String>();
    try (var library = OpenLibrary.open(folder.resolve("s.o"))) {
      library.forEachSignature(
          _ -> true,
          member ->
              member
                  .functions()
                  .forEach(one -> signatures.put(one.symbol(), words(one.evidence()))));
    } catch (FailureException e) {
      throw new AssertionError(e);
    }
    return signatures;
  }

  private String words(Evidence evidence) {
    return switch (evidence) {
      case Found(var signature, _) -> {
        String file = signature.origin().file();
        assertTrue(file.endsWith("s.c"), file);
        yield CText.of(signature);
      }
      case NoEvidence none -> none.words();
    };
  }
}
