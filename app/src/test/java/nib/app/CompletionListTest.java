package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nib.app.assist.CompletionViewModel;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

/// The list of names that can be written.
final class CompletionListTest extends AssistScene {

  @Test
  void offersNamesByKeyWithTheFirstChosen() {
    workbench.completions = this::names;
    text.caretAt("  _pen_core_utf8_length(s)");
    assist.complete();
    settle();
    assertEquals(List.of("Find", "Length", "lower", "String'Length"), offered());
    assertEquals(Optional.of("Find"), chosen());

    type("L");
    assertEquals(List.of("Length", "lower", "String'Length"), offered());
    assist.completion().step(1);
    assertEquals(Optional.of("lower"), chosen());
    assist.completion().step(-2);
    assertEquals(Optional.of("String'Length"), chosen());

    int start = Packages.UTF8.indexOf("  _pen_core_utf8_length(s)");
    assertEquals(
        Optional.of(new CompletionViewModel.Insertion(new Span(start, start + 1), "String'Length")),
        assist.completion().take());
    assertFalse(assist.completion().openProperty().get());
  }

  @Test
  void choosesNothingInAListThatCameByItself() {
    workbench.completions = this::names;
    assist.completion().ask(UTF8, text.text(), 0, false);
    settle();
    assertTrue(assist.completion().openProperty().get());
    assertEquals(Optional.empty(), assist.completion().take());

    assist.completion().ask(UTF8, text.text(), 0, false);
    settle();
    type("F");
    assertEquals(Optional.of("Find"), chosen());
  }

  @Test
  void staysAwayWhereNothingCanBeWritten() {
    assist.completion().ask(UTF8, text.text(), 0, false);
    settle();
    assertFalse(assist.completion().openProperty().get());

    assist.complete();
    settle();
    assertTrue(assist.completion().openProperty().get(), "who asks is told");
    type("x");
    assertFalse(assist.completion().openProperty().get());
  }

  @Test
  void closesTheListWhenTheCaretLeavesTheNameOrItIsWritten() {
    listNames();
    type("Find");
    assertFalse(assist.completion().openProperty().get(), "nothing is left to write");

    text.caretAt("Length");
    assist.complete();
    settle();
    type("F(");
    assertFalse(assist.completion().openProperty().get());
  }

  @Test
  void takesTheNewestAnswerForWhatIsTypedMeanwhile() {
    workbench.completions = this::names;
    assist.complete();
    type("lo");
    assertEquals(List.of(), offered());
    settle();

    assertEquals(List.of("lower"), offered());
  }

  @Test
  void narrowsAtOnceAndAsksForWhatFitsBetter() {
    listNames();
    workbench.completions = cursor -> List.of(name("leftmost", cursor.offset() - 1));
    type("l");
    assertEquals(List.of("Length", "lower", "String'Length"), offered());
    settle();

    assertEquals(List.of("leftmost"), offered());
  }

  @Test
  void keepsTheChosenNameWhileTheListNarrows() {
    listNames();
    assist.completion().step(1);
    assertEquals(Optional.of("Length"), chosen());
    type("n");

    assertEquals(List.of("Find", "Length", "String'Length"), offered());
    assertEquals(Optional.of("Length"), chosen());
  }

  @Test
  void closesTheListWhenTheEngineCannotTell() throws Exception {
    listNames();
    workbench.completions =
        _ -> {
          throw new IllegalStateException("a made-up mistake");
        };
    type("l");
    assertEquals(List.of("unexpected: "), LogLines.during(this::settle));

    assertFalse(assist.completion().openProperty().get());
  }

  @Test
  void putsANameInThePlaceOfTheOneThatTheCaretStandsIn() {
    workbench.completions = cursor -> List.of(name("Find", cursor.offset() - 2));
    text.caretAt("ngth = ");
    assist.complete();
    settle();
    assist.completion().step(0);
    var taken = assist.completion().take().orElseThrow();

    assertEquals("Length", text.text().substring(taken.replaced().start(), taken.replaced().end()));
  }

  /// Asks for the list, which comes at once.
  private void listNames() {
    workbench.completions = this::names;
    assist.complete();
    settle();
  }
}
