package nib.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.Golden;
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
    return new Side(c, Disagreement.between(c, Calls.byPen(LOOK, Convention.C, target)), memory);
  }

  private static Picture draw(String... triples) {
    return CallPicture.of(Stream.of(triples).map(CallPictureTest::side).toList(), Values.NONE);
  }

  private static List<String> texts(Picture picture) {
    return picture.shapes().stream()
        .flatMap(shape ->
            shape instanceof Picture.Text text ? Stream.of(text.text()) : Stream.<String>empty())
        .toList();
  }

  private static List<String> beginning(Picture picture, String start) {
    return texts(picture).stream().filter(text -> text.startsWith(start)).toList();
  }

  @Test
  void drawsTwoTargetsSideBySide() throws Exception {
    var values = new Values(Map.of("a", "\"h\u00e9llo <&>\"", "b", "1.5"), Optional.of("true"));
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
  void explainsTheStatesOfTheCountOnce() {
    assertEquals(
        1, beginning(draw("x86_64-unknown-linux-gnu", "wasm32-wasip1"), "count 0,").size());
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
    var words = picture.words("memory struct Narrow");
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
    assertEquals(List.of("double b", "xmm0   b", "d0     b"), picture.words("argument 1"));
    assertEquals(
        picture.links().size(), picture.links().stream().collect(Collectors.toSet()).size());
    assertFalse(picture.links().contains(""));
    assertTrue(
        picture.shapes().stream()
            .anyMatch(shape -> shape instanceof Box box && box.role() == Role.COUNT));
  }
}
