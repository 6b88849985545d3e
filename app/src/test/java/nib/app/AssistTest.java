package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.app.assist.EntryUsagesViewModel.Count;
import nib.app.assist.UsagesViewModel.State;
import nib.app.editor.TextPort.Dwell;
import nib.engine.Cursor;
import nib.engine.assist.Hover;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Location;
import nib.engine.text.Site;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

/// Cards, definitions, the way back, and usages.
final class AssistTest extends AssistScene {

  @Test
  void explainsWhatThePointerRestsOn() {
    var hover = new Hover(new Span(0, 6), "Length : \\(string) number", "from String'Utf8");
    workbench.hovers = _ -> Optional.of(hover);
    var dwell = new Dwell(1, UTF8, 3);
    assist.hover().ask(dwell, text.text());
    assertTrue(assist.hover().explainedProperty().get().isEmpty());
    settle();

    var explained = assist.hover().explainedProperty().get().orElseThrow();
    assertEquals(dwell, explained.about());
    assertEquals("Length : \\(string) number\n\nfrom String'Utf8", explained.text());
  }

  @Test
  void explainsOnlyWhatWasAskedLast() {
    workbench.hovers =
        cursor -> Optional.of(new Hover(new Span(0, 1), "at " + cursor.offset(), ""));
    assist.hover().ask(new Dwell(1, UTF8, 3), text.text());
    assist.hover().ask(new Dwell(2, UTF8, 9), text.text());
    var first = jobs.removeFirst();
    settle();
    first.run();

    assertEquals(2, assist.hover().explainedProperty().get().orElseThrow().about().number());
  }

  @Test
  void explainsNothingOnceAnotherTextIsShown() {
    workbench.hovers = _ -> Optional.of(new Hover(new Span(0, 1), "number", ""));
    assist.hover().ask(new Dwell(1, UTF8, 3), text.text());
    text.lead(NUMBER, 0);
    settle();

    assertTrue(assist.hover().explainedProperty().get().isEmpty());
  }

  @Test
  void asksAboutTheTextOnTheScreenNotTheOneThatWasRead() {
    var asked = new ArrayList<Cursor>();
    workbench.definitions =
        cursor -> {
          asked.add(cursor);
          return Optional.empty();
        };
    assist.define();
    text.type("# new\n");
    assist.define();
    settle();

    assertEquals(List.of(), asked.getFirst().edited());
    assertEquals(text.text(), asked.getLast().edited().getFirst().text());
    assertEquals(List.of(Packages.ROOT), asked.getLast().open());
  }

  @Test
  void leadsToADefinitionAndBackAndForward() {
    workbench.definitions = _ -> Optional.of(site(NUMBER, Packages.NUMBER, "Now"));
    text.caretAt("Length =");
    int from = text.caretProperty().get();
    assist.define();
    settle();
    assertEquals(Optional.of(NUMBER), text.fileProperty().get());
    assertEquals(Packages.NUMBER.indexOf("Now"), text.caretProperty().get());

    assist.history().back();
    assertEquals(Optional.of(UTF8), text.fileProperty().get());
    assertEquals(from, text.caretProperty().get());
    assertFalse(assist.history().backProperty().get());

    assist.history().forward();
    assertEquals(Optional.of(NUMBER), text.fileProperty().get());
  }

  @Test
  void asksAboutTheNameThatTheCaretStandsBehind() {
    var asked = new ArrayList<Integer>();
    workbench.definitions =
        cursor -> {
          asked.add(cursor.offset());
          return Optional.empty();
        };
    int start = Packages.UTF8.indexOf("Length =");
    assist.define(start + "Length".length());
    settle();

    assertEquals(List.of(start + "Length".length() - 1), asked);
  }

  @Test
  void listsUsagesWhereTheNameIsItsOwnDefinition() {
    workbench.definitions = _ -> Optional.of(site(UTF8, Packages.UTF8, "Length"));
    workbench.usages = _ -> List.of(usage("Length", true));
    text.caretAt("Length =");
    assist.define();
    settle();

    assertEquals(1, world.broughtUp);
    assertEquals(new State.Found("Length", 0, 1), assist.usages().stateProperty().get());
  }

  @Test
  void saysThatNoDefinitionIsKnown() {
    text.caretAt("string, string) number");
    assist.define();
    settle();

    assertEquals(
        List.of("no definition of string is known"),
        world.said.stream().map(Failure::what).toList());
    assertTrue(world.said.getFirst().cure().startsWith("put the caret on the name of a function"));

    workbench.hovers = _ -> Optional.of(new Hover(new Span(0, 6), "string", "some text"));
    assist.define();
    settle();

    assertEquals(
        List.of("press Ctrl+I to see what is known of it"),
        world.said.stream().map(Failure::cure).toList());
  }

  @Test
  void visitsADefinitionOutsideOfTheOpenPackages() {
    var outside = Path.of("/pen/packages/prelude/Text.pen");
    workbench.definitions =
        _ -> Optional.of(new Site(new Location(outside, 4, 2), new Span(30, 34)));
    assist.define();
    settle();

    assertEquals(List.of(new Location(outside, 4, 2)), world.visited);
  }

  @Test
  void goesBackToThePlaceInATextThatHasToBeReadAgain() {
    var outside = Path.of("/pen/packages/prelude/Text.pen");
    text.texts.put(outside, "# one\nAdd = \\(x number) number { x }\n");
    text.lead(outside, 0);
    text.caretAt("number) number");
    assist.jump(new Location(NUMBER, 1, 1), new Span(0, 0));
    assertEquals(Optional.of(NUMBER), text.fileProperty().get());
    assist.history().back();

    assertEquals(List.of(new Location(outside, 2, 11)), world.visited);
  }

  @Test
  void takesBackWhatItSaidOnceAPersonWentOn() {
    text.caretAt("string, string) number");
    assist.define();
    settle();
    assertEquals(1, world.said.size());
    text.caretAt("number");

    assertEquals(List.of(), world.said);
  }

  @Test
  void underlinesWhatAClickWouldLeadAwayFrom() {
    workbench.definitions =
        cursor ->
            Packages.UTF8.startsWith("_pen_core_utf8_find(", cursor.offset())
                ? Optional.of(site(NUMBER, Packages.NUMBER, "Now"))
                : Optional.empty();
    int start = Packages.UTF8.indexOf("_pen_core_utf8_find(");
    var name = new Span(start, start + "_pen_core_utf8_find".length());
    text.points.accept(Optional.of(start + 3));
    settle();
    assertEquals(Optional.of(name), text.link);

    text.points.accept(Optional.of(start + 9));
    assertEquals(List.of(), List.copyOf(jobs), "the same name is not asked about again");
    text.points.accept(Optional.of(name.end()));
    settle();
    assertEquals(Optional.empty(), text.link);

    text.points.accept(Optional.of(start));
    text.points.accept(Optional.empty());
    settle();
    assertEquals(Optional.empty(), text.link, "the key is up: the answer comes too late");
  }

  @Test
  void marksTheNameInEveryUsage() {
    workbench.usages = _ -> List.of(usage("Find =", true), usage("_pen_core_utf8_find(", false));
    text.caretAt("Find =");
    assist.findUsages();
    assertEquals(new State.Asking("Find"), assist.usages().stateProperty().get());
    settle();

    assertEquals(new State.Found("Find", 1, 1), assist.usages().stateProperty().get());
    var rows = assist.usages().listed();
    assertEquals(List.of("String/Utf8.pen:9", "String/Utf8.pen:10"), where(rows));
    assertEquals("i = _pen_core_utf8_find(s, t)", rows.get(1).usage().line());
    assertEquals(Optional.of(new Span(4, 24)), rows.get(1).mark());

    assist.usages().filterProperty().set("pen:10");
    assertEquals(List.of("String/Utf8.pen:10"), where(rows));

    assist.usages().follow(rows.getFirst());
    assertEquals(Packages.UTF8.indexOf("_pen_core_utf8_find("), text.caretProperty().get());
  }

  @Test
  void followsUsagesThroughEditsAndForgetsThemWithTheirPackage() {
    var asked = new ArrayList<Integer>();
    workbench.usages =
        cursor -> {
          asked.add(cursor.offset());
          return List.of(usage("Find =", true));
        };
    text.caretAt("Find =");
    assist.findUsages();
    settle();
    world.read.put(UTF8, "# a line more\n" + Packages.UTF8);
    assist.refresh(List.of());
    assertEquals(1, assist.usages().listed().size(), "what was found stays meanwhile");
    settle();
    int start = Packages.UTF8.indexOf("Find =");
    assertEquals(List.of(start, start + 14), asked);

    world.read.clear();
    assist.refresh(List.of());
    assertEquals(new State.Idle(), assist.usages().stateProperty().get());
    assertEquals(List.of(), assist.usages().listed());
  }

  @Test
  void namesThePackageOfAUsageWhereSeveralAreOpen() {
    world.open = List.of(Path.of("/other"), Packages.ROOT);
    workbench.usages = _ -> List.of(usage("Find =", true));
    assist.findUsages();
    settle();

    assertEquals(List.of("core/String/Utf8.pen:9"), where(assist.usages().listed()));
  }

  @Test
  void countsUsagesOfTheSelectedFunction() {
    var entry = Packages.core().entries().get(1);
    workbench.usages =
        cursor ->
            Packages.UTF8.startsWith(entry.symbol(), cursor.offset())
                ? List.of(usage(entry.symbol() + " ", true), usage(entry.symbol() + "(", false))
                : List.of();
    world.entry.set(Optional.of(entry));
    assertTrue(assist.entryUsages().countProperty().get().isEmpty());
    settle();

    var count = assist.entryUsages().countProperty().get();
    assertEquals(Optional.of("1 usage"), count.map(Count::words));
    assist.findEntryUsages();
    settle();
    assertEquals(new State.Found(entry.symbol(), 1, 1), assist.usages().stateProperty().get());

    world.entry.set(Optional.empty());
    assertTrue(assist.entryUsages().countProperty().get().isEmpty());
  }
}
