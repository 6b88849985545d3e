package nib.engine.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nib.engine.diagnostic.FailureException;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Members pulled in, their order and the reasons are what GNU ld and lld say.
final class LinkOracleTest {

  private static final int LINKS = Integer.getInteger("links", 25);
  private static final int FIRST = Integer.getInteger("firstLink", 0);

  /// What a member can say about a symbol; `#` stands for the name.
  private static final List<String> SAYINGS =
      List.of(
          ".globl #\n.type #,@function\n.text\n#: ret\n",
          ".globl #\n.type #,@function\n.text\n#: ret\n",
          ".globl #\n.type #,@object\n.data\n#: .long 1\n.size #,4\n",
          ".weak #\n.type #,@function\n.text\n#: ret\n",
          ".weak #\n.type #,@object\n.data\n#: .long 2\n.size #,4\n",
          ".comm #,4,4\n",
          ".data\n#: .long 3\n",
          ".data\n.quad #\n",
          ".data\n.quad #\n",
          ".data\n.quad #\n",
          ".data\n.quad #\n",
          ".weak #\n.data\n.quad #\n");

  @TempDir private Path folder;

  @Test
  void randomArchives() throws IOException, FailureException {
    int pulled = 0;
    int different = 0;
    for (int seed = FIRST; seed < FIRST + LINKS; seed++) {
      var random = new Random(seed);
      var files = archives(folder.resolve("seed" + seed), random);
      var wanted = List.of("s0", "s" + (1 + random.nextInt(5)));
      check(folder.resolve("seed" + seed), wanted, files);
      var graph = LinkGraph.read(paths(folder.resolve("seed" + seed), files), LibraryWatch.NONE);
      var gnu = Linkers.words(LinkQuestion.ask(graph, Linker.GNU, wanted));
      pulled += gnu.size();
      different += gnu.equals(Linkers.words(LinkQuestion.ask(graph, Linker.LLD, wanted))) ? 0 : 1;
    }
    assertTrue(pulled > LINKS, "the archives are too small: " + pulled);
    assertTrue(different > 0, "the linkers never differ");
  }

  @Test
  void theCLibrary() throws IOException, FailureException {
    var library = Tool.compilerLibrary("libc.a").normalize().toString();
    for (String symbol : List.of("printf", "qsort", "getaddrinfo", "strlen", "no_such_function")) {
      check(folder, List.of(symbol), List.of(library));
    }
  }

  @Test
  void theCppLibraryOverTheCLibrary() throws IOException, FailureException {
    var files = new ArrayList<String>();
    for (String name : List.of("libstdc++.a", "libgcc_eh.a", "libgcc.a", "libc.a")) {
      files.add(Tool.compilerLibrary(name).normalize().toString());
    }
    check(folder, List.of("_ZSt4cout", "_ZNSt6thread6_StateD2Ev"), files);
  }

  @Test
  void aDefaultVersionDefinesThePlainName() throws IOException, FailureException {
    assemble("user.s", ".data\n.quad f\n");
    assemble("old.s", ".globl o\n.text\no: ret\n.symver o,f@V1\n");
    assemble("new.s", ".globl n\n.text\nn: ret\n.symver n,f@@V2\n");
    Tool.run(folder, "ar", "rcs", "l.a", "old.o", "new.o");
    var files = List.of("user.o", "l.a");
    var graph = LinkGraph.read(paths(folder, files), LibraryWatch.NONE);
    var expected = List.of("l.a(new.o) for f of user.o");
    assertEquals(expected, Linkers.words(LinkQuestion.ask(graph, Linker.LLD, List.of())));
    assertEquals(expected, Linkers.words(LinkQuestion.ask(graph, Linker.GNU, List.of())));
    assertEquals(List.of("l.a(new.o)"), Linkers.lld(folder, List.of(), files).members());
    // GNU ld says the whole name of the definition, and so not who needs it.
    assertEquals(List.of("l.a(new.o) for f@@V2 of nobody"), Linkers.gnu(folder, List.of(), files));
  }

  private List<String> archives(Path place, Random random) throws IOException {
    Files.createDirectory(place);
    var files = new ArrayList<String>();
    int member = 0;
    if (random.nextBoolean()) {
      Files.writeString(place.resolve("main.s"), source(random));
      Tool.run(place, "as", "-o", "main.o", "main.s");
      files.add("main.o");
    }
    for (int archive = 0; archive < 1 + random.nextInt(3); archive++) {
      var command = new ArrayList<>(List.of("ar", "rcs", "l" + archive + ".a"));
      for (int i = 0; i < 2 + random.nextInt(7); i++) {
        String name = "m" + member++;
        Files.writeString(place.resolve(name + ".s"), source(random));
        Tool.run(place, "as", "-o", name + ".o", name + ".s");
        command.add(name + ".o");
      }
      Tool.run(place, command.toArray(String[]::new));
      files.add(command.get(2));
    }
    return files;
  }

  private static String source(Random random) {
    var text = new StringBuilder();
    for (int symbol = 0; symbol < 10; symbol++) {
      if (random.nextInt(3) == 0) {
        String saying = SAYINGS.get(random.nextInt(SAYINGS.size()));
        text.append(saying.replace("#", "s" + symbol));
      }
    }
    return text.toString();
  }

  private void assemble(String name, String source) throws IOException {
    Files.writeString(folder.resolve(name), source);
    Tool.run(folder, "as", "-o", name.replace(".s", ".o"), name);
  }

  private static void check(Path place, List<String> wanted, List<String> files)
      throws IOException, FailureException {
    var graph = LinkGraph.read(paths(place, files), LibraryWatch.NONE);
    String about = place + " " + wanted + " " + files;
    var gnu = Linkers.words(LinkQuestion.ask(graph, Linker.GNU, wanted));
    assertEquals(lines(Linkers.gnu(place, wanted, files)), lines(gnu), about);
    var pulls = LinkQuestion.ask(graph, Linker.LLD, wanted).pulls();
    var lld = Linkers.lld(place, wanted, files);
    var members = pulls.stream().map(pull -> pull.member().words()).toList();
    assertEquals(lines(lld.members()), lines(members), about);
    for (var pull : pulls) {
      var reasons = lld.reasons().getOrDefault(pull.member().words(), Set.of(pull.symbol()));
      assertTrue(reasons.contains(pull.symbol()), about + " " + pull + " " + reasons);
    }
  }

  private static String lines(List<String> words) {
    return String.join("\n", words);
  }

  private static List<Path> paths(Path place, List<String> files) {
    return files.stream().map(place::resolve).toList();
  }
}
