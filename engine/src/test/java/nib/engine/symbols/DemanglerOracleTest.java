package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.objectfile.Symbol;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds every name that a library has against two demanglers that others wrote. A name left raw is
/// fine now and then; a text that neither of the two gives is a mistake.
@Tag("toolchain")
final class DemanglerOracleTest {

  @TempDir private Path folder;

  @Test
  void agreesAboutTheStandardLibraryOfCpp() throws Exception {
    check(Tool.compilerLibrary("libstdc++.a"), 5_000, 0.99);
  }

  @Test
  void agreesAboutSampleTemplatesAndLambdas() throws Exception {
    check(Samples.mixed(folder), 50, 0.99);
  }

  @Test
  void agreesAboutRustLibraries() throws Exception {
    Tool.assume("rustc");
    check(Samples.rust(folder), 1_000, 0.99);
  }

  private void check(Path library, int fewest, double share) throws Exception {
    var names = mangled(LibraryReader.read(library));
    assertTrue(names.size() >= fewest, () -> "only " + names.size() + " names");
    var file = Files.write(folder.resolve("names"), names);
    var gnu = demangled(file, "c++filt", "-i");
    var llvm = demangled(file, "llvm-cxxfilt");
    var different = new ArrayList<String>();
    int understood = 0;
    for (int i = 0; i < names.size(); i++) {
      var ours = MangledName.of(names.get(i)).map(MangledName::readable).map(this::normal);
      if (ours.isPresent()) {
        understood++;
        if (!ours.get().equals(normal(gnu.get(i))) && !ours.get().equals(normal(llvm.get(i)))) {
          different.add(String.join("\n  ", names.get(i), ours.get(), gnu.get(i), llvm.get(i)));
        }
      }
    }
    assertEquals(List.of(), different);
    double reached = (double) understood / names.size();
    assertTrue(reached >= share, () -> "%.4f of the names are understood".formatted(reached));
  }

  private static List<String> mangled(Library library) {
    return library.members().stream()
        .flatMap(member ->
            member instanceof Member.Read read ? read.object().symbols().stream() : Stream.of())
        .map(Symbol::name)
        .filter(name -> name.startsWith("_Z") || name.startsWith("_R"))
        .distinct()
        .toList();
  }

  private List<String> demangled(Path names, String... command) {
    String text = Tool.run(folder, names, command);
    return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  /// Differences of taste: blanks between closing brackets, how GNU tells clones and hashes, and
  /// the number that LLVM gives to what it has made visible.
  private String normal(String text) {
    String previous;
    String now =
        text.replaceAll("\\] \\[clone ", "")
            .replaceAll("\\[clone (\\S+)\\]", "($1)")
            .replaceAll("::h[0-9a-f]{16}(?= |$)", "")
            .replaceAll("\\.llvm\\.[0-9]+\\)$", ")");
    do {
      previous = now;
      now = now.replace("> >", ">>");
    } while (!now.equals(previous));
    return now;
  }
}
