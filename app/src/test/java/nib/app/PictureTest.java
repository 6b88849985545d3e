package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.app.picture.PictureViewModel;
import nib.app.picture.PictureViewModel.State;
import nib.app.project.DependencyEntry;
import nib.app.project.Pointing;
import nib.engine.abi.CallPart;
import nib.engine.target.Targets;
import nib.engine.trial.Outcome;
import nib.files.Png;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The picture of the selected function's call, without a window.
final class PictureTest {

  @TempDir private Path folder;

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final List<FilePicker.Saving> wishes = new ArrayList<>();
  private Optional<Path> picked = Optional.empty();

  /// What a person typed in the place of the ending.
  private Optional<String> typed = Optional.empty();

  private final Desk desk = desk();

  private Desk desk() {
    return Desks.over(
        workbench,
        new Desks.Picker(wish -> {
          wishes.add(wish);
          return picked.map(to -> to.resolve(wish.name() + typed.orElse(wish.ending())));
        }));
  }

  private void select(String symbol) {
    desk.project().opened().orElseThrow().entries().stream()
        .filter(entry -> entry.symbol().equals(symbol))
        .findFirst()
        .ifPresent(desk.project().selection()::select);
  }

  private PictureViewModel opened(String symbol) {
    desk.project().open(Packages.ROOT);
    select(symbol);
    desk.drawer().show(Drawer.Tab.PICTURE);
    return desk.picture();
  }

  private static State.Drawn drawn(PictureViewModel model) {
    return assertInstanceOf(State.Drawn.class, model.stateProperty().get());
  }

  @Test
  void drawsTheSelectedFunctionAndFollowsTheSelection() {
    var model = opened("_pen_core_utf8_length");
    assertEquals(
        "How _pen_core_utf8_length is called on x86_64-unknown-linux-gnu",
        drawn(model).picture().description());
    assertTrue(drawn(model).text().contains("pen_string *a  8 bytes  rdi"), drawn(model)::text);

    select("_pen_core_utf8_trim");
    assertEquals("_pen_core_utf8_trim", drawn(model).name());
  }

  @Test
  void asksNothingWhileNobodyLooks() {
    desk.project().open(Packages.ROOT);
    desk.drawer().show(Drawer.Tab.BUILD);
    select("_pen_core_utf8_trim");
    assertFalse(
        workbench.asked.stream().anyMatch(one -> one.startsWith("explain")),
        workbench.asked::toString);

    desk.drawer().show(Drawer.Tab.PICTURE);
    assertEquals("_pen_core_utf8_trim", drawn(desk.picture()).name());
  }

  @Test
  void putsASecondTargetBesideAndRemembersIt() {
    var model = opened("_pen_core_utf8_length");
    model.besideProperty().set(Targets.named("aarch64-apple-darwin"));
    assertEquals(
        "How _pen_core_utf8_length is called on x86_64-unknown-linux-gnu and on"
            + " aarch64-apple-darwin",
        drawn(model).picture().description());
    assertEquals("aarch64-apple-darwin", workbench.settings.get(Settings.BESIDE));
    assertTrue(drawn(model).text().contains("pen_string *a  8 bytes  x0"), drawn(model)::text);

    var later = desk();
    assertEquals(Targets.named("aarch64-apple-darwin"), later.picture().besideProperty().get());
  }

  @Test
  void drawsOneTargetOnceWhenItIsBesideItself() {
    var model = opened("_pen_core_utf8_length");
    model.besideProperty().set(Optional.of(workbench.host()));
    assertEquals(
        "How _pen_core_utf8_length is called on x86_64-unknown-linux-gnu",
        drawn(model).picture().description());
  }

  @Test
  void offersOtherTargetsOnlyAndLetsTwoChangePlaces() {
    var model = opened("_pen_core_utf8_length");
    var darwin = Targets.named("aarch64-apple-darwin");
    assertEquals(Targets.all().size(), model.choices().size());
    assertFalse(model.choices().contains(Optional.of(workbench.host())), "it is drawn already");
    model.besideProperty().set(darwin);

    desk.project().choose(darwin.orElseThrow());
    assertEquals(Optional.of(workbench.host()), model.besideProperty().get());
    assertEquals(
        "How _pen_core_utf8_length is called on aarch64-apple-darwin and on"
            + " x86_64-unknown-linux-gnu",
        drawn(model).picture().description());
    assertFalse(model.choices().contains(darwin));
    assertTrue(model.choices().contains(Optional.of(workbench.host())));
  }

  @Test
  void showsWhatTheLastTrialPassed() {
    var model = opened("_pen_core_utf8_find");
    assertFalse(drawn(model).withValues());
    desk.build().build();
    desk.trial().arguments().get(0).textProperty().set("h\u00e9llo");
    desk.trial().arguments().get(1).textProperty().set("o".repeat(100));
    desk.trial().call();

    assertTrue(drawn(model).withValues());
    var words = drawn(model).picture();
    assertTrue(
        words.words(List.of(new CallPart.Argument(0))).contains("pen_string *a = \"h\u00e9llo\""),
        words::toString);
    assertTrue(
        words
            .words(List.of(new CallPart.Argument(1)))
            .contains("pen_string *b = \"" + "o".repeat(31) + "\u2026"),
        words::toString);
    assertTrue(
        words.words(List.of(new CallPart.Result())).contains("result: double = 5"),
        words::toString);
    assertTrue(drawn(model).text().contains("pen_string *a = \"h\u00e9llo\""), drawn(model)::text);
    assertTrue(drawn(model).text().contains("Result: xmm0 = 5"), drawn(model)::text);

    select("_pen_core_utf8_length");
    assertFalse(drawn(model).withValues());
  }

  @Test
  void saysHowTheLastTrialEndedWhereItDidNotComeBack() {
    var model = opened("_pen_core_utf8_length");
    desk.build().build();
    workbench.nextOutcome =
        Optional.of(new Outcome.Crashed("SIGSEGV", "invalid memory access", ""));
    desk.trial().call();
    String words = "the last trial did not come back: crashed: SIGSEGV, invalid memory access";
    assertTrue(drawn(model).text().contains(words), drawn(model)::text);
    String drawn = String.join(" ", drawn(model).picture().words(List.of(new CallPart.Result())));
    assertTrue(drawn.replaceAll(" +", " ").contains("! " + words), drawn);
  }

  @Test
  void drawsAFunctionOfADependency() {
    workbench.view = Packages.withDependencies();
    desk.project().open(Packages.ROOT);
    desk.drawer().show(Drawer.Tab.PICTURE);
    desk.project()
        .select(new DependencyEntry("Os", Packages.OS, Packages.os().entries().getFirst()));
    assertEquals("_pen_core_now", drawn(desk.picture()).name());
  }

  @Test
  void aLeadSelectsTheTypeInTheDeclaration() {
    opened("_pen_core_utf8_trim");
    var pointing = desk.project().selection().pointing();
    pointing.lead(new Pointing.Lead(List.of(new CallPart.Argument(1)), false));
    assertEquals("boolean", led());
    pointing.hover(List.of(new CallPart.Result()));
    assertEquals(List.of(new CallPart.Result()), pointing.litProperty().get());
    pointing.hover(List.of());
    assertEquals(List.of(new CallPart.Argument(1)), pointing.litProperty().get());
    select("_pen_core_utf8_find");
    assertEquals(List.of(), pointing.litProperty().get(), "another function has other parts");
  }

  @Test
  void aLeadSelectsTheTypeInADependency() {
    workbench.view = Packages.withDependencies();
    desk.project().open(Packages.ROOT);
    desk.project()
        .select(new DependencyEntry("Os", Packages.OS, Packages.os().entries().getFirst()));
    var pointing = desk.project().selection().pointing();
    pointing.lead(new Pointing.Lead(List.of(new CallPart.Argument(0)), false));
    assertEquals("none", led());
  }

  @Test
  void aLeadSelectsTheTypeWhereLinesEndInTwoCharacters() {
    workbench.view = Packages.core(Packages.UTF8.replace("\n", "\r\n"));
    opened("_pen_core_utf8_trim");
    var pointing = desk.project().selection().pointing();
    pointing.lead(new Pointing.Lead(List.of(new CallPart.Argument(1)), false));
    assertEquals("boolean", led());
  }

  /// What the editor was last told to select.
  private String led() {
    var to = desk.editor().leadingProperty().get();
    return desk.editor().pageProperty().get().text().substring(to.caret(), to.anchor());
  }

  @Test
  void saysWhyThereIsNoPicture() {
    var model = opened("_pen_core_utf8_view");
    assertEquals(
        "`_pen_core_utf8_view` has no declaration in C: what its list has in it is not known",
        assertInstanceOf(State.Failed.class, model.stateProperty().get()).failure().what());

    desk.project().selection().show("Number.pen");
    assertTrue(
        assertInstanceOf(State.Nothing.class, model.stateProperty().get())
            .words()
            .endsWith("Select an import or an export."));
  }

  @Test
  void savesSvgAndPng() throws Exception {
    var model = opened("_pen_core_utf8_length");
    model.saveSvg();
    assertEquals("", model.savedProperty().get());

    picked = Optional.of(folder);
    model.saveSvg();
    var svg = folder.resolve("_pen_core_utf8_length.svg");
    assertEquals("Saved as " + svg, model.savedProperty().get());
    model.pointing().hover(List.of(new CallPart.Result()));
    assertEquals("", model.savedProperty().get(), "a person went on");
    assertTrue(Files.readString(svg).contains("<title>How _pen_core_utf8_length is called"));

    model.savePng(() -> () -> Png.of(new int[] {0xff000000, 0xffffffff}, 2));
    assertEquals(
        List.of((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G'),
        bytes(Files.readAllBytes(folder.resolve("_pen_core_utf8_length.png")), 4));
  }

  @Test
  void givesANameItsEndingAndReplacesNothingUnasked() throws Exception {
    var model = opened("_pen_core_utf8_length");
    picked = Optional.of(folder);
    typed = Optional.of("");
    model.saveSvg();
    var svg = folder.resolve("_pen_core_utf8_length.svg");
    assertEquals("Saved as " + svg, model.savedProperty().get());
    assertEquals(
        List.of(new FilePicker.Saving("SVG", Packages.ROOT, "_pen_core_utf8_length")), wishes);

    Files.writeString(svg, "mine");
    model.saveSvg();
    assertEquals("mine", Files.readString(svg));
    assertEquals(
        svg + " is there already", desk.project().failureProperty().get().orElseThrow().what());

    typed = Optional.of(".SVG");
    model.saveSvg();
    assertTrue(Files.exists(folder.resolve("_pen_core_utf8_length.SVG")));
    typed = Optional.of(".svg");
    model.saveSvg();
    assertTrue(Files.readString(svg).startsWith("<svg"), "a person agreed to replace it");
  }

  private static List<Byte> bytes(byte[] all, int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(i -> all[i]).toList();
  }

  @Test
  void saysWhereItCannotBeSaved() {
    var model = opened("_pen_core_utf8_length");
    picked = Optional.of(folder.resolve("gone"));
    model.saveSvg();
    assertEquals("", model.savedProperty().get());
    assertTrue(
        desk.project()
            .failureProperty()
            .get()
            .orElseThrow()
            .what()
            .endsWith("_pen_core_utf8_length.svg cannot be written"));
  }

  @Test
  void spellsTheFunctionInFourLanguagesAndRemembersWhich() {
    opened("_pen_core_utf8_length");
    var prototype = desk.prototype();
    var seen =
        java.util.stream.Stream.generate(
                () -> {
                  prototype.turn();
                  return prototype.shownProperty().get().text();
                })
            .limit(4)
            .toList();
    assertEquals(
        List.of(
            "fn _pen_core_utf8_length(\u2026) -> f64;",
            "static final MethodHandle _pen_core_utf8_length = \u2026;",
            "double _pen_core_utf8_length(\u2026);",
            "double _pen_core_utf8_length(pen_string *);"),
        seen);
    prototype.turn();
    assertEquals("rust", workbench.settings.get(Settings.PROTOTYPE));
    assertEquals(prototype.spellingProperty().get(), desk().prototype().spellingProperty().get());
  }
}
