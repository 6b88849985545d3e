package nib.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallPart.Argument;
import nib.engine.abi.CallPart.Continuation;
import nib.engine.abi.CallPart.Function;
import nib.engine.abi.CallPart.Result;
import nib.engine.abi.CallPart.Stack;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Piece;
import nib.engine.foreign.Convention;
import nib.engine.foreign.Direction;
import nib.engine.target.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The pieces of every spelling of every function of the sample packages and the golden borders:
/// cut out and put together again they are the declaration.
final class EntryPiecesTest {

  private static final Path SAMPLES = Path.of("../sample-packages").toAbsolutePath().normalize();
  private static final Path BORDERS = Path.of("src/test/resources/golden/border").toAbsolutePath();

  @TempDir private Path folder;

  private record Case(OpenedPackage opened, Entry entry) {
    String source() {
      return opened.modules().stream()
          .filter(module -> module.path().equals(entry.module()))
          .findFirst()
          .orElseThrow()
          .source()
          .text();
    }
  }

  @TestFactory
  Stream<DynamicTest> piecesMakeTheDeclaration() throws Exception {
    try (var workbench = new LocalWorkbench(folder.resolve("state"), folder.resolve("cache"))) {
      var cases =
          Stream.concat(folders(SAMPLES).stream(), folders(BORDERS).stream())
              .flatMap(root -> {
                var opened = open(workbench, root);
                return opened.entries().stream().map(entry -> new Case(opened, entry));
              })
              .toList();
      assertTrue(cases.size() > 30, () -> "only " + cases.size());
      return cases.stream()
          .map(one ->
              DynamicTest.dynamicTest(
                  one.opened().name() + " " + one.entry().id(), () -> check(one)));
    }
  }

  private static List<Path> folders(Path of) throws IOException {
    try (var all = Files.list(of)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static OpenedPackage open(Workbench workbench, Path root) {
    try {
      return workbench.open(root);
    } catch (Exception e) {
      throw new AssertionError(root.toString(), e);
    }
  }

  private static void check(Case one) {
    var entry = one.entry();
    checkSource(one);
    if (entry.prototypes().c().text().startsWith("/*")) {
      assertEquals(List.of(), entry.prototypes().c().pieces());
      return;
    }
    checkC(entry);
    checkRust(entry);
    checkJava(entry);
    checkJna(entry);
  }

  private static void checkSource(Case one) {
    var entry = one.entry();
    String text = one.source();
    assertEquals(entry.symbol(), cut(text, only(entry.pieces(), new Function())));
    var result = about(entry.pieces(), new Result());
    if (result.isEmpty()) {
      assertTrue(
          about(entry.pieces(), new Argument(0)).isEmpty() || entry.penType().endsWith(") "),
          "a type that is written as a name has no parts");
      return;
    }
    boolean named = entry.direction() == Direction.EXPORT;
    var types = Stream.<String>builder();
    for (int i = 0; i < entry.parameters().size(); i++) {
      String piece = cut(text, only(entry.pieces(), new Argument(i)));
      String name = entry.parameters().get(i).name();
      assertTrue(!named || piece.startsWith(name + " "), piece);
      types.add(named ? piece.substring(name.length()).strip() : piece);
    }
    assertEquals(
        entry.penType(),
        "\\(%s) %s"
            .formatted(
                types.build().collect(Collectors.joining(", ")), cut(text, result.getFirst())));
    entry.pieces().forEach(piece -> assertTrue(piece.span().end() <= entry.span().end()));
  }

  /// The parameters and, where the C function returns the result, the result.
  private static List<CallPart> parameters(Entry entry) {
    var outer = outermost(entry.prototypes().c());
    return outer.stream()
        .map(piece -> piece.about().getFirst())
        .filter(part -> !(part instanceof Function) && !(part instanceof Result))
        .toList();
  }

  private static void checkC(Entry entry) {
    var c = entry.prototypes().c();
    var passed = parameters(entry);
    assertEquals(passed.stream().distinct().toList(), passed, "each parameter has one piece");
    boolean hidden = entry.convention() == Convention.NATIVE;
    assertEquals(
        hidden ? List.of(new Stack(), new Continuation()) : List.of(),
        passed.stream().filter(part -> !(part instanceof Argument)).toList());
    long dropped = entry.remarks().stream().filter(one -> one.endsWith("is not passed")).count();
    assertEquals(
        entry.parameters().size() - dropped,
        passed.stream().filter(Argument.class::isInstance).count());
    for (var part : passed) {
      if (part instanceof Argument(int index)) {
        String name = entry.parameters().get(index).name();
        String piece = cut(c.text(), only(c.pieces(), part));
        assertTrue(piece.matches(".*\\b%s_?".formatted(name)), piece);
      }
    }
    String declaration = c.text().replaceFirst(" __asm__\\(.*\\);$", ";");
    var outer = outermost(c);
    String start = hidden ? "void " : cut(c.text(), outer.getFirst());
    String gap = hidden || start.endsWith("*") ? "" : " ";
    assertEquals(
        declaration,
        start
            + gap
            + cut(c.text(), only(c.pieces(), new Function()))
            + "("
            + (passed.isEmpty() ? "void" : joined(c, passed))
            + ");");
    if (hidden) {
      String k = cut(c.text(), only(c.pieces(), new Continuation()));
      String called =
          Stream.concat(Stream.of("pen_stack *"), results(c).stream())
              .collect(Collectors.joining(", "));
      assertTrue(k.endsWith("(" + called + ")"), k);
    }
  }

  private static List<String> results(Spelled spelled) {
    return about(spelled.pieces(), new Result()).stream()
        .map(piece -> cut(spelled.text(), piece))
        .toList();
  }

  private static void checkRust(Entry entry) {
    var rust = entry.prototypes().rust();
    var outer = outermost(rust);
    String signature =
        "fn %s(%s)".formatted(cut(rust.text(), outer.getFirst()), joined(rust, parameters(entry)));
    assertTrue(rust.text().contains(signature), () -> rust.text() + "\n" + signature);
    if (entry.convention() == Convention.C && !results(rust).isEmpty()) {
      assertTrue(rust.text().contains(signature + " -> " + results(rust).getFirst()), rust::text);
    }
  }

  private static void checkJava(Entry entry) {
    var java = entry.prototypes().java();
    var layouts =
        entry.convention() == Convention.C && !results(java).isEmpty()
            ? Stream.concat(Stream.<CallPart>of(new Result()), parameters(entry).stream()).toList()
            : parameters(entry);
    String joined = joined(java, layouts);
    assertTrue(java.text().endsWith("(" + joined + "));"), () -> java.text() + "\n" + joined);
    assertEquals(2, about(java.pieces(), new Function()).size(), "its own name and the symbol");
  }

  private static void checkJna(Entry entry) {
    var jna = entry.prototypes().jna();
    String name = cut(jna.text(), only(jna.pieces(), new Function()));
    String end = " %s(%s);".formatted(name, joined(jna, parameters(entry)));
    assertTrue(jna.text().endsWith(end), () -> jna.text() + "\n" + end);
    assertEquals(
        entry.convention() == Convention.C ? 1 : 0, about(jna.pieces(), new Result()).size());
  }

  private static List<Piece> outermost(Spelled spelled) {
    return spelled.pieces().stream()
        .filter(piece ->
            spelled.pieces().stream()
                .noneMatch(other ->
                    !other.equals(piece)
                        && other.span().start() <= piece.span().start()
                        && piece.span().end() <= other.span().end()))
        .toList();
  }

  private static String joined(Spelled spelled, List<CallPart> parts) {
    return parts.stream()
        .map(part ->
            outermost(spelled).stream()
                .filter(piece -> piece.about().contains(part))
                .map(piece -> cut(spelled.text(), piece))
                .findFirst()
                .orElseThrow())
        .collect(Collectors.joining(", "));
  }

  private static List<Piece> about(List<Piece> pieces, CallPart part) {
    return pieces.stream().filter(piece -> piece.isAbout(Set.of(part))).toList();
  }

  private static Piece only(List<Piece> pieces, CallPart part) {
    var found =
        about(pieces, part).stream()
            .filter(piece -> piece.about().getFirst().equals(part))
            .toList();
    assertEquals(1, found.size(), () -> part + " in " + pieces);
    return found.getFirst();
  }

  private static String cut(String text, Piece piece) {
    return text.substring(piece.span().start(), piece.span().end());
  }

  @Test
  void theClosestPieceAroundACharacterSaysWhatItIsAbout() {
    var nested = new Spelled.Writer();
    nested.around(
        List.of(new Continuation()), () -> nested.add("k(").add("r", new Result()).add(")"));
    assertEquals(List.of(new Continuation()), nested.spelled().at(0));
    assertEquals(List.of(new Result()), nested.spelled().at(2));
    assertEquals(List.of(), nested.spelled().at(4));
  }

  @Test
  void explainsAFunctionOfADependency() throws Exception {
    var library = Files.createDirectories(folder.resolve("library"));
    Files.writeString(library.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    Files.writeString(
        library.resolve("Shapes.pen"),
        "type point { x number y number }\n\nimport foreign \"c\" move \\(point) point\n");
    var own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("pen.json"),
        "{\"type\": \"library\", \"dependencies\": {\"Library\": \"../library\"}}");
    Files.writeString(own.resolve("Own.pen"), "import foreign \"c\" move2 \\(number) number\n");
    try (var workbench = new LocalWorkbench(folder.resolve("state"), folder.resolve("cache"))) {
      var opened = workbench.open(own);
      var read = (DependencyView.State.Read) opened.dependencies().getFirst().state();
      var entry = read.entries().getFirst();
      var view =
          workbench.explain(opened, entry, Targets.named("x86_64-unknown-linux-gnu").orElseThrow());
      assertEquals("struct point", view.memory().blocks().getFirst().payload().name());
      assertEquals(entry, view.entry());
    }
  }
}
