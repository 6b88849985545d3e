package nib.app.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;

final class HistoryViewModelTest {

  private static final Path ONE = Path.of("/core/One.pen");
  private static final Path TWO = Path.of("/core/Two.pen");

  private final Set<Path> gone = new HashSet<>();
  private Optional<Place> here = Optional.of(at(ONE, 0));
  private final HistoryViewModel history =
      new HistoryViewModel(() -> here, file -> !gone.contains(file), place -> go(place, true));

  /// Lines of ten characters.
  private static Place at(Path file, int line) {
    return new Place(file, line * 10, line, 0);
  }

  private static SourceText text(Path file, int lines) {
    return new SourceText(file, "123456789\n".repeat(lines));
  }

  private void go(Place place, boolean reported) {
    if (reported) {
      // The window reports every leap, also one that goes back.
      history.jump(() -> here = Optional.of(place));
    } else {
      here = Optional.of(place);
    }
  }

  private void jump(Path file, int line) {
    history.jump(() -> go(at(file, line), true));
  }

  @Test
  void goesBackAndForwardThroughWhereAPersonWas() {
    jump(ONE, 100);
    jump(TWO, 5);
    assertFalse(history.forwardProperty().get());

    history.back();
    assertEquals(Optional.of(at(ONE, 100)), here);
    history.back();
    assertEquals(Optional.of(at(ONE, 0)), here);
    assertFalse(history.backProperty().get());
    history.back();
    assertEquals(Optional.of(at(ONE, 0)), here);

    history.forward();
    history.forward();
    assertEquals(Optional.of(at(TWO, 5)), here);
    assertFalse(history.forwardProperty().get());
  }

  @Test
  void comesBackToWhereTheCaretWasLeftNotToWhereItHadBeenLed() {
    jump(ONE, 100);
    go(at(ONE, 140), false);
    jump(TWO, 5);
    history.back();

    assertEquals(Optional.of(at(ONE, 140)), here);
  }

  @Test
  void remembersNoStepOfAFewLines() {
    jump(ONE, 3);

    assertFalse(history.backProperty().get());
  }

  @Test
  void remembersNothingWhenAFileComesLateThatAPersonWentBackTo() {
    var wanted = new ArrayList<Place>();
    var late = new HistoryViewModel(() -> here, _ -> true, wanted::add);
    late.jump(() -> here = Optional.of(at(TWO, 5)));
    late.back();
    assertEquals(Optional.of(at(TWO, 5)), here);
    late.jump(() -> here = wanted.stream().findFirst());

    assertFalse(late.backProperty().get());
    assertTrue(late.forwardProperty().get());
  }

  @Test
  void forgetsWhatWasAheadWhenAPersonGoesElsewhere() {
    jump(ONE, 100);
    history.back();
    jump(TWO, 5);

    assertFalse(history.forwardProperty().get());
  }

  @Test
  void passesOverFilesThatAreGone() {
    jump(TWO, 5);
    jump(ONE, 200);
    gone.add(TWO);
    history.back();

    assertEquals(Optional.of(at(ONE, 0)), here);
  }

  @Test
  void dropsPlacesOfDeletedFilesWhenPackagesAreReadAgain() {
    here = Optional.of(at(TWO, 5));
    jump(ONE, 200);
    gone.add(TWO);
    history.refresh(List.of(text(ONE, 300)));

    assertFalse(history.backProperty().get());
  }

  @Test
  void movesPlacesWithTheirTexts() {
    history.refresh(List.of(text(ONE, 300), text(TWO, 20)));
    go(at(ONE, 100), false);
    jump(TWO, 5);
    history.refresh(
        List.of(new SourceText(ONE, "# three\n# more\n# lines\n" + text(ONE, 300).text())));
    history.back();

    assertEquals(Optional.of(new Place(ONE, 1000 + 23, 103, 0)), here);
  }

  @Test
  void keepsAPlaceWithinAStretchThatWasReplaced() {
    history.refresh(List.of(text(ONE, 300)));
    go(at(ONE, 100), false);
    jump(TWO, 5);
    history.refresh(List.of(new SourceText(ONE, "123456789\n".repeat(90) + "x\n")));
    history.back();

    assertTrue(here.orElseThrow().offset() <= 902, here::toString);
    assertEquals(ONE, here.orElseThrow().file());
  }

  @Test
  void remembersAHundredPlacesAtMost() {
    for (int line = 1; line <= 150; line++) {
      jump(ONE, line * 20);
    }
    int steps = 0;
    while (history.backProperty().get()) {
      history.back();
      steps++;
    }

    assertEquals(100, steps);
    assertEquals(Optional.of(at(ONE, 50 * 20)), here);
  }
}
