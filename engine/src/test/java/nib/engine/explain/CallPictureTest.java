package nib.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.Calls;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Layout;
import nib.engine.abi.Layouts;
import nib.engine.abi.Memory;
import nib.engine.abi.RecordNames;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.explain.CallPicture.Side;
import nib.engine.explain.CallPicture.Values;
import nib.engine.explain.Picture.Box;
import nib.engine.explain.Picture.Role;
import nib.engine.foreign.Convention;
import nib.engine.target.Targets;
import org.junit.jupiter.api.Test;

/// Drawings, by what stands in them; one as a whole.
final class CallPictureTest {

  /// `\(string, number, any) boolean`.
  private static final CFunction LOOK =
      new CFunction(
          "look",
          CType.Scalar.BOOL,
          List.of(
              new CFunction.Parameter("a", new CType.Pointer("pen_string")),
              new CFunction.Parameter("b", CType.Scalar.DOUBLE),
              new CFunction.Parameter("c", new CType.Value("pen_any"))));

  /// So wide that memory has no room beside a call.
  private static final double UNDER = 800;

  private static Side side(String triple) {
    var target = Targets.named(triple).orElseThrow();
    var layouts = new Layouts(target, RecordNames.of(List.of()));
    return side(
        triple,
        new Memory(
            List.of(layouts.any(), layouts.typeInfo()), List.of(layouts.block(layouts.string()))));
  }

  private static Side side(String triple, Memory memory) {
    var target = Targets.named(triple).orElseThrow();
    var c = Calls.byC(LOOK, target);
    return new Side(
        c,
        CallParts.plain(LOOK),
        Disagreement.between(c, Calls.byPen(LOOK, Convention.C, target)),
        memory);
  }

  private static Picture draw(String... triples) {
    return draw(UNDER, triples);
  }

  private static Picture draw(double room, String... triples) {
    return CallPicture.of(
        Stream.of(triples).map(CallPictureTest::side).toList(), Values.NONE, room);
  }

  /// All that is written, lines that go on in one.
  private static List<String> texts(Picture picture) {
    var texts = new ArrayList<String>();
    for (var shape : picture.shapes()) {
      if (shape instanceof Picture.Text text) {
        if (text.text().startsWith("  ")) {
          texts.add(texts.removeLast() + text.text().substring(1));
        } else {
          texts.add(text.text());
        }
      }
    }
    return texts;
  }

  private static List<String> beginning(Picture picture, String start) {
    return texts(picture).stream().filter(text -> text.startsWith(start)).toList();
  }

  @Test
  void drawsTwoTargetsSideBySide() throws Exception {
    var values =
        new Values(
            Map.of("a", "\"h\u00e9llo <&>\"", "b", "1.5"), Optional.of("true"), Optional.empty());
    var picture =
        CallPicture.of(
            List.of(side("x86_64-unknown-linux-gnu"), side("aarch64-apple-darwin")), values);
    Golden.check(Golden.folder("pictures").resolve("look.svg"), Svg.of(picture));
  }

  @Test
  void namesBothTargetsWhereMemoryIsTheSameAndEachWhereNot() {
    assertEquals(
        List.of("memory on x86_64-unknown-linux-gnu and on aarch64-apple-darwin"),
        beginning(draw("x86_64-unknown-linux-gnu", "aarch64-apple-darwin"), "memory"));
    assertEquals(
        List.of("memory on x86_64-unknown-linux-gnu", "memory on wasm32-wasip1"),
        beginning(draw("x86_64-unknown-linux-gnu", "wasm32-wasip1"), "memory"));
    assertEquals(List.of("memory"), beginning(draw("wasm32-wasip1"), "memory"));
  }

  @Test
  void putsMemoryBesideTheCallWhereThatTakesLessHeight() {
    var wide = draw(1240, "x86_64-unknown-linux-gnu");
    var narrow = draw(UNDER, "x86_64-unknown-linux-gnu");
    assertTrue(wide.height() < narrow.height(), () -> wide.height() + " " + narrow.height());
    assertTrue(wide.width() <= 1240 && narrow.width() <= UNDER);
    assertEquals(texts(wide), texts(narrow), "the same is said");
    double callEnds = place(wide, "x86_64-unknown-linux-gnu").x() + 100;
    assertTrue(place(wide, "memory").x() > callEnds);
    assertEquals(place(wide, "memory").y(), place(wide, "x86_64-unknown-linux-gnu").y());
    assertEquals(Canvas.MARGIN, place(narrow, "memory").x());
  }

  private static Picture.Text place(Picture picture, String words) {
    return picture.shapes().stream()
        .flatMap(shape -> shape instanceof Picture.Text text ? Stream.of(text) : Stream.empty())
        .filter(text -> text.text().equals(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void drawsTheBytesOfEachStateOfTheCount() {
    var words = draw("x86_64-unknown-linux-gnu").words(List.of(new CallPart.Count()));
    assertEquals(List.of("count", "the count, 8 bytes", "one thread has it"), words.subList(0, 3));
    assertEquals(
        java.util.Collections.nCopies(8, "ff"), bytes(words, "several threads have it", 8));
    assertEquals(
        List.of("00", "00", "00", "80"),
        bytes(draw("wasm32-wasip1").words(List.of(new CallPart.Count())), "static", 4));
  }

  private static List<String> bytes(List<String> words, String state, int count) {
    int at = words.indexOf(state) + 1;
    return words.subList(at, at + count);
  }

  @Test
  void lightsMemoryWithWhatPointsToIt() {
    var picture = draw("x86_64-unknown-linux-gnu");
    assertTrue(picture.words(List.of(new CallPart.Argument(0))).contains("pen_string, 8 bytes"));
    var string =
        picture.stops().stream()
            .filter(stop -> stop.getFirst().equals(new CallPart.Memory("pen_string")))
            .findFirst()
            .orElseThrow();
    assertTrue(picture.words(string).contains("rdi    a"));
    assertFalse(picture.words(string).contains("xmm0   b"));
  }

  @Test
  void saysHowATrialEnded() {
    var crashed =
        new Values(
            Map.of(), Optional.empty(), Optional.of("crashed: SIGSEGV, invalid memory access"));
    var side = side("x86_64-unknown-linux-gnu");
    String words = "! the last trial did not come back: crashed: SIGSEGV, invalid memory access";
    assertTrue(texts(CallPicture.of(List.of(side), crashed, UNDER)).contains(words));
    assertTrue(CallText.of(side, crashed).text().lines().anyMatch(words::equals));
  }

  @Test
  void explainsTheStatesOfTheCountOnceForEachSize() {
    assertEquals(
        2, beginning(draw("x86_64-unknown-linux-gnu", "wasm32-wasip1"), "the count,").size());
  }

  @Test
  void saysInWordsWherePenDisagrees() {
    assertEquals(
        List.of("! argument `c`: for C its address in r8, for Pen's compiler in r8, r9"),
        beginning(draw("x86_64-pc-windows-gnu"), "!"));
    assertEquals(List.of(), beginning(draw("x86_64-unknown-linux-gnu"), "!"));
  }

  @Test
  void saysWhatTheStackKeepsTo() {
    assertEquals(
        List.of(
            "rsp is a multiple of 16 at the call, which pushes 8 bytes, shadow space of 32 bytes,"
                + " no red zone"),
        beginning(draw("x86_64-pc-windows-gnu"), "rsp"));
    assertEquals(
        List.of(
            "x86_64-unknown-linux-gnu: rsp is a multiple of 16 at the call, which pushes 8 bytes,"
                + " red zone of 128 bytes below"),
        beginning(
            draw("x86_64-unknown-linux-gnu", "aarch64-apple-darwin"), "x86_64-unknown-linux-gnu:"));
  }

  @Test
  void putsRegistersThatAreNotUsedIntoOneRow() {
    var picture = draw("aarch64-apple-darwin");
    assertEquals(List.of("x3 to x7   not used"), beginning(picture, "x3"));
  }

  @Test
  void showsOfNarrowFieldsTheNameOrALegend() {
    var layout =
        new Layout(
            "struct Narrow",
            16,
            8,
            List.of(
                new Layout.Field("wide", CType.Scalar.DOUBLE, 0, 8),
                new Layout.Field("on", CType.Scalar.BOOL, 8, 1),
                new Layout.Field("enabled", CType.Scalar.BOOL, 9, 1)),
            "");
    var picture =
        CallPicture.of(
            List.of(side("x86_64-unknown-linux-gnu", new Memory(List.of(layout), List.of()))),
            Values.NONE);
    var words = picture.words(List.of(new CallPart.Memory("struct Narrow")));
    assertEquals(
        List.of("struct Narrow, 16 bytes", "double wide", "on", "padding", "+9: bool enabled"),
        words);
  }

  @Test
  void keepsTextInsideItsBoxAndBoxesInsideThePicture() {
    for (var target : Targets.all()) {
      var picture = draw(target.triple(), "riscv64gc-unknown-linux-gnu");
      for (var shape : picture.shapes()) {
        if (shape instanceof Box box) {
          assertTrue(box.x() + box.width() <= picture.width(), box::toString);
          assertTrue(box.y() + box.height() <= picture.height(), box::toString);
        }
      }
      for (var shape : picture.shapes()) {
        if (shape instanceof Picture.Text text && text.anchor() == Picture.Anchor.START) {
          boxAround(picture, text)
              .ifPresent(box ->
                  assertTrue(
                      text.x() + text.text().length() * 7.2 <= box.x() + box.width(),
                      () -> target.triple() + ": " + text));
        }
      }
    }
  }

  private static Optional<Box> boxAround(Picture picture, Picture.Text text) {
    return picture.shapes().stream()
        .flatMap(shape -> shape instanceof Box box ? Stream.of(box) : Stream.<Box>empty())
        .filter(box ->
            box.x() <= text.x()
                && text.x() < box.x() + box.width()
                && box.y() <= text.y()
                && text.y() <= box.y() + box.height())
        .findFirst();
  }

  @Test
  void linksArgumentsWithTheirPlacesOnBothSides() {
    var picture = draw("x86_64-unknown-linux-gnu", "aarch64-apple-darwin");
    assertEquals(
        List.of("double b", "xmm0   b", "d0     b"),
        picture.words(List.of(new CallPart.Argument(1))));
    assertEquals(
        List.of(
            new CallPart.Function(),
            new CallPart.Argument(0),
            new CallPart.Argument(1),
            new CallPart.Argument(2),
            new CallPart.Result(),
            new CallPart.Memory("pen_any"),
            new CallPart.Memory("pen_type_info"),
            new CallPart.Memory("pen_string"),
            new CallPart.Count()),
        picture.stops().stream().map(List::getFirst).toList());
    assertTrue(
        picture.shapes().stream()
            .anyMatch(shape -> shape instanceof Box box && box.role() == Role.COUNT));
  }
}
