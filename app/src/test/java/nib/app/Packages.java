package nib.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nib.engine.DependencyView;
import nib.engine.DependencyView.State;
import nib.engine.Entry;
import nib.engine.Entry.Prototypes;
import nib.engine.Entry.Slot;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.abi.CallPart;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Piece;
import nib.engine.diagnostic.BorderProblem;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.foreign.Convention;
import nib.engine.foreign.Direction;
import nib.engine.packages.ModuleKind;
import nib.engine.text.Location;
import nib.engine.text.SourceText;
import nib.engine.text.Span;
import nib.engine.trial.SlotKind;

/// Packages for tests: real Pen text, with the entries that stand in it.
final class Packages {

  /// A real folder, because what is opened has to be there.
  static final Path ROOT = folder("core");

  static final Path OS = folder("os");

  static final String UTF8 =
      """
      import Core'Boolean
      import Core'Number
      import foreign "c" _pen_core_utf8_find \\(string, string) number
      import foreign "c" _pen_core_utf8_length \\(string) number
      import foreign "c" _pen_core_utf8_trim \\(string, boolean) string
      import foreign "c" _pen_core_utf8_view \\(string, [number]) string

      # Finds a string in another; none where it is not there.
      Find = \\(s string, t string) number | none {
        i = _pen_core_utf8_find(s, t)

        if i == -1 {
          none
        } else {
          i
        }
      }

      Length = \\(s string) number {
        _pen_core_utf8_length(s)
      }

      foreign "c" _core_greet = \\(name string) string {
        "Hello, " + name
      }
      """;

  static final String NUMBER =
      """
      import foreign "c" _pen_core_now \\(none) number

      Now = \\() number {
        _pen_core_now(none)
      }
      """;

  static final String FILE =
      """
      import foreign "c" _pen_core_now \\(none) boolean

      Exists = \\() boolean {
        _pen_core_now(none)
      }
      """;

  private Packages() {}

  private static Path folder(String name) {
    try {
      // Each run has its own, or runs side by side would change each other's files.
      var home = Files.createTempDirectory("nib-window-test");
      var root = Files.createDirectories(home.resolve(name));
      var archive = Files.writeString(root.resolve("libcore.a"), "!<arch>\n");
      var module = Files.writeString(root.resolve("File.pen"), FILE);
      // The last named goes first.
      List.of(home, root, archive, module).forEach(path -> path.toFile().deleteOnExit());
      return root.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OpenedPackage core() {
    return core(UTF8);
  }

  /// Another package, which declares a function of the first differently.
  static OpenedPackage os() {
    var file = new SourceText(OS.resolve("File.pen"), FILE);
    var entry = entry(file, "File.pen", "_pen_core_now", List.of("none"), "boolean");
    return new OpenedPackage(
        OS,
        "os",
        "library",
        List.of(new ModuleView("File.pen", ModuleKind.ORDINARY, file, List.of())),
        List.of(entry),
        List.of(),
        List.of(
            new Diagnostic(
                Severity.ERROR,
                new BorderProblem.DeclaredDifferently(
                    "_pen_core_now",
                    "\\(none) boolean",
                    "\\(none) number",
                    ROOT.resolve("Number.pen") + ":1:1"),
                entry.location(),
                entry.span(),
                List.of(
                    new Related(
                        Related.Role.DECLARED_HERE,
                        new Location(ROOT.resolve("Number.pen"), 1, 1),
                        new Span(0, 1))))));
  }

  /// The first package, with all that a package may have besides its border.
  static OpenedPackage withDependencies() {
    var plain = core();
    var modules = new ArrayList<>(plain.modules());
    modules.add(module("Number.test.pen", ModuleKind.TEST));
    modules.add(module("main.pen", ModuleKind.MAIN));
    var diagnostics = new ArrayList<Diagnostic>();
    var there = os().modules().getFirst().source();
    diagnostics.add(
        new Diagnostic(
            Severity.ERROR,
            new SyntaxProblem.UnexpectedToken("`}`", "an expression"),
            there.locate(new Span(1, 2)),
            new Span(1, 2)));
    return new OpenedPackage(
        ROOT,
        "core",
        "application",
        modules,
        plain.entries(),
        List.of(
            new DependencyView("Os", "../os", new State.Read(OS, os().entries())),
            new DependencyView(
                "Http",
                "git://github.com/pen-lang/http",
                new State.Git("git clone https://github.com/pen-lang/http .pen/packages/http")),
            new DependencyView(
                "Prelude",
                "pen:///prelude",
                new State.Unavailable(
                    new Failure(
                        "nothing says where pen:/// packages are",
                        "set PEN_ROOT to a checkout of pen-lang/pen")))),
        diagnostics);
  }

  /// A package in another folder, with its first modules only.
  static OpenedPackage at(Path root, OpenedPackage view, int modules) {
    return new OpenedPackage(
        root,
        view.name(),
        view.kind(),
        view.modules().stream()
            .limit(modules)
            .map(module ->
                new ModuleView(
                    module.path(),
                    module.kind(),
                    new SourceText(root.resolve(module.path()), module.source().text()),
                    module.outline()))
            .toList(),
        view.entries(),
        List.of(),
        List.of());
  }

  private static ModuleView module(String path, ModuleKind kind) {
    return new ModuleView(path, kind, new SourceText(ROOT.resolve(path), "# nothing\n"), List.of());
  }

  /// The same with a mistake in a module; the rest still shows.
  static OpenedPackage broken() {
    var sound = core(UTF8.replace("i = _pen", "i = = _pen"));
    var text = sound.modules().get(1).source();
    var at = span(text, "= _pen");
    return new OpenedPackage(
        sound.root(),
        sound.name(),
        sound.kind(),
        sound.modules(),
        sound.entries(),
        sound.dependencies(),
        List.of(
            new Diagnostic(
                Severity.ERROR,
                new SyntaxProblem.UnexpectedToken("`=`", "an expression"),
                text.locate(at),
                new Span(at.start(), at.start() + 1))));
  }

  static OpenedPackage core(String utf8) {
    var string = new SourceText(ROOT.resolve("String/Utf8.pen"), utf8);
    var number = new SourceText(ROOT.resolve("Number.pen"), NUMBER);
    var entries = new ArrayList<Entry>();
    entries.add(entry(number, "Number.pen", "_pen_core_now", List.of("none"), "number"));
    for (var line :
        List.of(
            List.of("_pen_core_utf8_find", "string", "string", "number"),
            List.of("_pen_core_utf8_length", "string", "number"),
            List.of("_pen_core_utf8_trim", "string", "boolean", "string"),
            List.of("_pen_core_utf8_view", "string", "[number]", "string"))) {
      if (utf8.contains(line.getFirst() + " ")) {
        entries.add(
            entry(
                string,
                "String/Utf8.pen",
                line.getFirst(),
                line.subList(1, line.size() - 1),
                line.getLast()));
      }
    }
    entries.add(greet(string));
    return new OpenedPackage(
        ROOT,
        "core",
        "library",
        List.of(
            new ModuleView("Number.pen", ModuleKind.ORDINARY, number, List.of()),
            new ModuleView("String/Utf8.pen", ModuleKind.ORDINARY, string, List.of())),
        entries,
        List.of(),
        List.of());
  }

  private static Entry entry(
      SourceText text, String module, String symbol, List<String> types, String result) {
    String penType = "\\(" + String.join(", ", types) + ") " + result;
    return new Entry(
        "import " + module + " " + symbol,
        Direction.IMPORT,
        Convention.C,
        symbol,
        module,
        penType,
        text.locate(span(text, "import foreign \"c\" " + symbol)),
        span(text, "import foreign \"c\" " + symbol + " " + penType),
        pieces(span(text, symbol + " " + penType).start() + symbol.length() + 3, types, result),
        new Prototypes(
            c(symbol, types, result),
            Spelled.of("fn %s(…) -> f64;".formatted(symbol)),
            Spelled.of("static final MethodHandle %s = …;".formatted(symbol)),
            Spelled.of("double %s(…);".formatted(symbol))),
        IntStream.range(0, types.size()).mapToObj(i -> slot(i, types.get(i))).toList(),
        slot(0, result),
        types.contains("none") ? List.of("`a` is none and is not passed") : List.of(),
        true);
  }

  private static Entry greet(SourceText text) {
    var span = span(text, "foreign \"c\" _core_greet = \\(name string) string");
    return new Entry(
        "export String/Utf8.pen _core_greet",
        Direction.EXPORT,
        Convention.C,
        "_core_greet",
        "String/Utf8.pen",
        "\\(string) string",
        text.locate(span),
        span,
        List.of(),
        new Prototypes(
            Spelled.of("pen_string *_core_greet(pen_string *name);"),
            Spelled.of("fn _core_greet(…);"),
            Spelled.of("static final MethodHandle _core_greet = …;"),
            Spelled.of("Pointer _core_greet(Pointer name);")),
        List.of(new Slot("name", "string", SlotKind.STRING)),
        new Slot("", "string", SlotKind.STRING),
        List.of(),
        true);
  }

  /// @param start of the first type
  private static List<Piece> pieces(int start, List<String> types, String result) {
    var pieces = new ArrayList<Piece>();
    int at = start;
    for (int i = 0; i < types.size(); i++) {
      int end = at + types.get(i).length();
      pieces.add(new Piece(new Span(at, end), List.of(new CallPart.Argument(i))));
      at = end + 2;
    }
    pieces.add(new Piece(new Span(at, at + result.length()), List.of(new CallPart.Result())));
    return pieces;
  }

  private static Spelled c(String symbol, List<String> types, String result) {
    var text = new Spelled.Writer().add(c(result), new CallPart.Result()).add(" ");
    text.add(symbol, new CallPart.Function()).add("(");
    boolean first = true;
    for (int i = 0; i < types.size(); i++) {
      if (!types.get(i).equals("none")) {
        text.add(first ? "" : ", ").add(c(types.get(i)), new CallPart.Argument(i));
        first = false;
      }
    }
    return text.add(first ? "void);" : ");").spelled();
  }

  private static String c(String type) {
    return switch (type) {
      case "number" -> "double";
      case "boolean" -> "bool";
      case "string" -> "pen_string *";
      default -> "void *";
    };
  }

  private static Slot slot(int index, String type) {
    var kind =
        switch (type) {
          case "number" -> SlotKind.NUMBER;
          case "boolean" -> SlotKind.BOOLEAN;
          case "string" -> SlotKind.STRING;
          case "none" -> SlotKind.NONE;
          default -> SlotKind.UNSUPPORTED;
        };
    return new Slot(String.valueOf((char) ('a' + index)), type, kind);
  }

  private static Span span(SourceText text, String part) {
    int start = text.text().indexOf(part);
    return new Span(start, start + part.length());
  }
}
