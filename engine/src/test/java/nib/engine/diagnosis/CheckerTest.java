package nib.engine.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nib.engine.diagnostic.ProblemText;
import nib.engine.diagnostic.Severity;
import nib.engine.foreign.Direction;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.text.Location;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One declared function, `wanted`, against archives of every kind.
final class CheckerTest {

  private static final Target HERE = Targets.named("x86_64-unknown-linux-gnu").orElseThrow();
  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;

  @Test
  void agreesWithAFunction() {
    check(
        List.of(library(member("a.o", function("wanted")))),
        Verdict.AGREES,
        "defined in lib.a(a.o)");
  }

  @Test
  void agreesWithAHiddenFunctionAndSaysSo() {
    var hidden = symbol("wanted", Kind.FUNCTION, Binding.GLOBAL, Visibility.HIDDEN, 'T');
    check(
        List.of(library(member("a.o", hidden))),
        Verdict.AGREES,
        "defined in lib.a(a.o), hidden, which still resolves in a static link");
  }

  @Test
  void agreesWithAssemblerThatGivesNoType() {
    var label = symbol("wanted", Kind.UNTYPED, Binding.GLOBAL, Visibility.DEFAULT, 'T');
    check(List.of(library(member("a.o", label))), Verdict.AGREES, "defined in lib.a(a.o)");
    var inData = symbol("wanted", Kind.UNTYPED, Binding.GLOBAL, Visibility.DEFAULT, 'D');
    check(List.of(library(member("a.o", inData))), Verdict.BROKEN, "symbol-not-code");
  }

  @Test
  void namesTheNearestOfWhatIsThere() {
    var report = check(library(member("a.o", function("wantd"), function("other"))));
    var finding = report.findings().getFirst();
    assertEquals("symbol-missing", ProblemText.rule(finding.diagnostic().problem()));
    assertEquals("wantd", finding.at().orElseThrow().symbol());
  }

  @Test
  void tellsLocalDataAndMangledFromMissing() {
    var local = symbol("wanted", Kind.FUNCTION, Binding.LOCAL, Visibility.DEFAULT, 't');
    check(List.of(library(member("a.o", local))), Verdict.BROKEN, "symbol-local");
    var data = symbol("wanted", Kind.DATA, Binding.GLOBAL, Visibility.DEFAULT, 'D');
    check(List.of(library(member("a.o", data))), Verdict.BROKEN, "symbol-not-code");
    check(
        List.of(library(member("a.o", function("_Z6wantedd")))), Verdict.BROKEN, "symbol-mangled");
    check(
        List.of(library(member("a.o", function("_ZN3lib6wanted17h0123456789abcdefE")))),
        Verdict.BROKEN,
        "symbol-mangled");
  }

  @Test
  void prefersADefinitionToAnythingElseOfTheName() {
    var local = symbol("wanted", Kind.FUNCTION, Binding.LOCAL, Visibility.DEFAULT, 't');
    check(
        List.of(library(member("a.o", local), member("b.o", function("wanted")))),
        Verdict.AGREES,
        "defined in lib.a(b.o)");
  }

  @Test
  void saysThatAMemberNeedsItToo() {
    var needed = undefined("wanted");
    check(List.of(library(member("a.o", needed))), Verdict.BROKEN, "symbol-undefined");
  }

  @Test
  void doubtsTwoStrongDefinitionsAndTakesAStrongOneOverAWeakOne() {
    check(
        List.of(library(member("a.o", function("wanted")), member("b.o", function("wanted")))),
        Verdict.DOUBTFUL,
        "symbol-defined-twice");
    var weak = symbol("wanted", Kind.FUNCTION, Binding.WEAK, Visibility.DEFAULT, 'W');
    check(
        List.of(library(member("a.o", weak), member("b.o", function("wanted")))),
        Verdict.AGREES,
        "defined in lib.a(b.o)");
    check(List.of(library(member("a.o", weak))), Verdict.AGREES, "symbol-weak");
  }

  @Test
  void refusesAnotherMachine() {
    var arm =
        new Member.Read(
            "a.o",
            8,
            100,
            new ObjectFile(
                ObjectFormat.ELF64,
                "AArch64",
                AARCH64,
                List.of(),
                SymbolTable.of(List.of(function("wanted")))));
    check(List.of(library(arm)), Verdict.BROKEN, "wrong-machine");
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64-apple-darwin, MACH_O, 0x01000007, AGREES",
    "aarch64-apple-darwin, MACH_O, 0x01000007, BROKEN",
    "x86_64-pc-windows-gnu, COFF, 0x8664, AGREES",
    "x86_64-pc-windows-msvc, COFF_IMPORT, 0x8664, AGREES",
    "x86_64-pc-windows-msvc, COFF, 0x14c, BROKEN",
    "x86_64-pc-windows-msvc, ELF64, 62, BROKEN",
    "wasm32-wasip1, WASM, 0, AGREES",
    "wasm32-wasip1, ELF64, 62, BROKEN",
    "x86_64-unknown-linux-gnu, BITCODE, 64, AGREES"
  })
  void comparesMachinesOfEveryFormat(
      String triple, ObjectFormat format, int machine, Verdict expected) {
    var target = Targets.named(triple).orElseThrow();
    var member = of(format, machine, target.symbolPrefix() + "wanted");
    assertEquals(expected, verdict(target, Library.Kind.ARCHIVE, member));
  }

  @Test
  void looksInFatFilesForItsOwnMachineOnly() {
    var target = Targets.named("aarch64-apple-darwin").orElseThrow();
    var intel = of(ObjectFormat.MACH_O, 0x0100_0007, "_wanted");
    var arm = of(ObjectFormat.MACH_O, 0x0100_000c, "_wanted");
    assertEquals(Verdict.AGREES, verdict(target, Library.Kind.FAT_FILE, intel, arm));
    assertEquals(Verdict.BROKEN, verdict(target, Library.Kind.FAT_FILE, intel));
    assertEquals(Verdict.BROKEN, verdict(target, Library.Kind.ARCHIVE, intel, arm));
  }

  private static Verdict verdict(Target target, Library.Kind kind, Member... members) {
    var library = new Library(Path.of("lib.a"), kind, 1000, List.of(members), Optional.empty());
    var wanted = declaration(Direction.IMPORT, true);
    var report = Checker.check(List.of(wanted), target, List.of(library));
    return report.verdicts().getFirst().verdict();
  }

  private static Member.Read of(ObjectFormat format, int machine, String symbol) {
    return new Member.Read(
        "a.o",
        8,
        100,
        new ObjectFile(
            format, "some machine", machine, List.of(), SymbolTable.of(List.of(function(symbol)))));
  }

  @Test
  void saysThatGccsIntermediateCodeCannotBeLookedInto() {
    check(
        List.of(library(member("a.o", function("__gnu_lto_slim")))),
        Verdict.NOT_CHECKABLE,
        "`wanted` was not found, and lib.a(a.o) is gcc's intermediate code (-flto), whose functions"
            + " only gcc sees");
  }

  @Test
  void neverCallsMissingWhatItCouldNotSee() {
    var unreadable = new Member.Unreadable("b.o", 200, 50, 210, "no section headers");
    check(
        List.of(library(member("a.o", function("other")), unreadable)),
        Verdict.NOT_CHECKABLE,
        "`wanted` was not found, and lib.a(b.o) is damaged at 0xd2: no section headers");
    var bitcode = new Member.Unopened("b.o", 200, 50, ObjectFormat.BITCODE);
    check(
        List.of(library(bitcode)),
        Verdict.NOT_CHECKABLE,
        "`wanted` was not found, and lib.a(b.o) is LLVM bitcode, which is not read yet");
    check(
        List.of(library(member("a.o", function("wanted")), unreadable)),
        Verdict.AGREES,
        "defined in lib.a(a.o)");
    var text = new Member.Unopened("README", 200, 50, ObjectFormat.UNRECOGNIZED);
    check(List.of(library(text)), Verdict.BROKEN, "symbol-missing");
  }

  @Test
  void hasNothingToSayBeforeABuild() {
    check(List.of(), Verdict.NOT_BUILT, "no archive for x86_64-unknown-linux-gnu yet");
  }

  @Test
  void warnsOfAnImportThatIsNotUsed() {
    var declared = declaration(Direction.IMPORT, false);
    var report =
        Checker.check(List.of(declared), HERE, List.of(library(member("a.o", function("wanted")))));
    assertEquals(Verdict.AGREES, report.verdicts().getFirst().verdict());
    assertEquals(List.of("unused-import"), rules(report));
    assertEquals(Severity.WARNING, report.findings().getFirst().diagnostic().severity());
    var used = declaration(Direction.IMPORT, true);
    assertEquals(
        List.of(),
        rules(
            Checker.check(
                List.of(used), HERE, List.of(library(member("a.o", function("wanted")))))));
  }

  private static List<String> rules(CheckReport report) {
    return report.findings().stream()
        .map(one -> ProblemText.rule(one.diagnostic().problem()))
        .toList();
  }

  @Test
  void tellsAnExportThatPenCompiledFromOneThatCollides() {
    var export = List.of(declaration(Direction.EXPORT, true));
    var foreign = library(member("a.o", function("wanted")));
    var collision = Checker.check(export, HERE, List.of(foreign));
    assertEquals(Verdict.BROKEN, collision.verdicts().getFirst().verdict());
    assertEquals(List.of("export-collides"), rules(collision));
    var closure = symbol("Module.pen:wanted", Kind.DATA, Binding.GLOBAL, Visibility.DEFAULT, 'D');
    var compiled = library(member("a.o", function("wanted"), closure));
    assertEquals(
        Verdict.AGREES,
        Checker.check(export, HERE, List.of(compiled)).verdicts().getFirst().verdict());
    var nothing = library(member("a.o", function("other")));
    assertEquals(
        Verdict.NOT_CHECKABLE,
        Checker.check(export, HERE, List.of(nothing)).verdicts().getFirst().verdict());
  }

  /// @param says the verdict's sentence, or the rule of its only finding
  private static void check(List<Library> libraries, Verdict verdict, String says) {
    var report = check(libraries.toArray(Library[]::new));
    var given = report.verdicts().getFirst();
    assertEquals(verdict, given.verdict(), given.sentence());
    var said =
        Stream.concat(
                Stream.of(given.sentence()),
                given.findings().stream().map(one -> ProblemText.rule(one.diagnostic().problem())))
            .toList();
    assertTrue(said.contains(says), said::toString);
    assertTrue(given.findings().size() <= 1, said::toString);
    given.findings().forEach(one -> assertTrue(!one.diagnostic().cure().isEmpty()));
  }

  @Test
  void looksForThousandsOfMissingNamesInOnePass() {
    var names = IntStream.range(0, 200_000).mapToObj("_ZN3lib%08dEd"::formatted);
    var big = library(member("big.o", names.map(CheckerTest::function).toArray(Symbol[]::new)));
    var missing =
        IntStream.range(0, 5_000)
            .mapToObj(i ->
                new Declaration(
                    "import M.pen absent" + i,
                    Direction.IMPORT,
                    "absent" + i,
                    true,
                    new Location(Path.of("M.pen"), 1, 1),
                    new Span(0, 1)))
            .toList();
    // Whoever looks at every name for every import looks at a thousand million, for minutes.
    assertEquals(5_000, Checker.check(missing, HERE, List.of(big)).findings().size());
  }

  private static CheckReport check(Library... libraries) {
    return Checker.check(
        List.of(declaration(Direction.IMPORT, true)), HERE, Arrays.asList(libraries));
  }

  private static Declaration declaration(Direction direction, boolean used) {
    return new Declaration(
        direction.word() + " M.pen wanted",
        direction,
        "wanted",
        used,
        new Location(Path.of("M.pen"), 1, 1),
        new Span(0, 1));
  }

  private static Library library(Member... members) {
    return new Library(
        Path.of("lib.a"), Library.Kind.ARCHIVE, 1000, List.of(members), Optional.empty());
  }

  private static Member member(String name, Symbol... symbols) {
    var all = new ArrayList<>(List.of(symbols));
    return new Member.Read(
        name,
        name.hashCode(),
        100,
        new ObjectFile(ObjectFormat.ELF64, "x86-64", X86_64, List.of(), SymbolTable.of(all)));
  }

  private static Symbol function(String name) {
    return symbol(name, Kind.FUNCTION, Binding.GLOBAL, Visibility.DEFAULT, 'T');
  }

  private static Symbol undefined(String name) {
    return new Symbol(
        name,
        Kind.UNTYPED,
        Binding.GLOBAL,
        Visibility.DEFAULT,
        Definition.UNDEFINED,
        "",
        0,
        0,
        'U',
        false);
  }

  private static Symbol symbol(
      String name, Kind kind, Binding binding, Visibility visibility, char letter) {
    return new Symbol(
        name, kind, binding, visibility, Definition.SECTION, ".text", 0, 8, letter, false);
  }
}
