package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import nib.app.assist.AssistViewModel;
import nib.app.assist.CompletionViewModel;
import nib.app.assist.EntryUsagesViewModel.Count;
import nib.app.assist.Texts;
import nib.app.assist.UsageRow;
import nib.app.assist.UsagesViewModel.State;
import nib.app.editor.TextPort.Dwell;
import nib.engine.Cursor;
import nib.engine.Entry;
import nib.engine.assist.Completion;
import nib.engine.assist.Hover;
import nib.engine.assist.Usage;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Location;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

/// What assists at a text, over a made-up engine. Answers wait in a queue until a test lets them
/// come.
final class AssistTest {

  private static final Path UTF8 = Packages.ROOT.resolve("String/Utf8.pen");
  private static final Path NUMBER = Packages.ROOT.resolve("Number.pen");

  private final Deque<Runnable> jobs = new ArrayDeque<>();
  private final FakeWorkbench workbench = new FakeWorkbench();
  private final FakeText text = new FakeText(UTF8, Packages.UTF8);
  private final World world = new World();
  private final AssistViewModel assist = assist();

  private AssistViewModel assist() {
    text.texts.put(NUMBER, Packages.NUMBER);
    var made =
        new AssistViewModel(workbench, new Background(jobs::add, Runnable::run, () -> true), world);
    made.attach(text);
    return made;
  }

  private void settle() {
    while (!jobs.isEmpty()) {
      jobs.removeFirst().run();
    }
  }

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
  }

  @Test
  void visitsADefinitionOutsideOfTheOpenPackages() {
    var outside = Path.of("/pen/packages/prelude/Text.pen");
    workbench.definitions =
        _ -> Optional.of(new Site(new Location(outside, 4, 2), new Span(30, 34)));
    assist.define();
    settle();

    assertEquals(List.of(outside), world.visited);
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
    workbench.completions = this::names;
    assist.complete();
    settle();
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
    workbench.completions = this::names;
    assist.complete();
    settle();
    workbench.completions = cursor -> List.of(name("leftmost", cursor.offset() - 1));
    type("l");
    assertEquals(List.of("Length", "lower", "String'Length"), offered());
    settle();

    assertEquals(List.of("leftmost"), offered());
  }

  @Test
  void keepsTheChosenNameWhileTheListNarrows() {
    workbench.completions = this::names;
    assist.complete();
    settle();
    assist.completion().step(1);
    assertEquals(Optional.of("Length"), chosen());
    type("n");

    assertEquals(List.of("Find", "Length", "String'Length"), offered());
    assertEquals(Optional.of("Length"), chosen());
  }

  @Test
  void closesTheListWhenTheEngineCannotTell() {
    workbench.completions = this::names;
    assist.complete();
    settle();
    workbench.completions =
        _ -> {
          throw new IllegalStateException("a made-up mistake");
        };
    type("l");
    settle();

    assertFalse(assist.completion().openProperty().get());
  }

  private void type(String more) {
    text.type(more);
    moved();
  }

  private void moved() {
    assist.completion().moved(text.text(), text.caretProperty().get());
  }

  private List<String> offered() {
    return assist.completion().items().stream().map(Completion::written).toList();
  }

  private Optional<String> chosen() {
    return assist.completion().chosen().map(Completion::written);
  }

  /// As the engine does: what has the letters that stand before the cursor.
  private List<Completion> names(Cursor cursor) {
    int at = cursor.offset();
    int start = at;
    while (start > 0 && Character.isLetter(text.text().charAt(start - 1))) {
      start--;
    }
    int from = start;
    String typed = text.text().substring(start, at).toLowerCase(Locale.ROOT);
    return Stream.of("Find", "Length", "lower", "String'Length")
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
        .map(name -> name(name, from))
        .toList();
  }

  private Completion name(String written, int start) {
    var replaced = new Span(start, text.caretProperty().get());
    return new Completion(written, Completion.Kind.FUNCTION, "\\() none", "", replaced);
  }

  private static List<String> where(List<UsageRow> rows) {
    return rows.stream().map(UsageRow::where).toList();
  }

  private static Usage usage(String name, boolean definition) {
    var source = new SourceText(UTF8, Packages.UTF8);
    int start = Packages.UTF8.indexOf(name);
    var span = new Span(start, start + name.length());
    int from = Packages.UTF8.lastIndexOf('\n', start) + 1;
    String line = Packages.UTF8.substring(from, Packages.UTF8.indexOf('\n', start)).strip();
    return new Usage("String/Utf8.pen", source.locate(span), span, line, definition);
  }

  private static Site site(Path file, String text, String name) {
    int start = text.indexOf(name + " =");
    var span = new Span(start, start + name.length());
    return new Site(new SourceText(file, text).locate(span), span);
  }

  /// The package of [Packages], as its texts; it remembers what it was told.
  private final class World implements AssistViewModel.Surroundings {

    final Map<Path, String> read = new HashMap<>();
    final List<Failure> said = new ArrayList<>();
    final List<Path> visited = new ArrayList<>();
    final SimpleObjectProperty<Optional<Entry>> entry =
        new SimpleObjectProperty<>(Optional.empty());
    List<Path> open = List.of(Packages.ROOT);
    int broughtUp;

    World() {
      read.put(UTF8, Packages.UTF8);
      read.put(NUMBER, Packages.NUMBER);
    }

    @Override
    public Texts texts() {
      return new Texts() {
        @Override
        public List<Path> open() {
          return open;
        }

        @Override
        public List<SourceText> edited() {
          return List.of();
        }

        @Override
        public Optional<SourceText> read(Path file) {
          return Optional.ofNullable(read.get(file)).map(text -> new SourceText(file, text));
        }
      };
    }

    @Override
    public ObservableValue<Optional<Entry>> entry() {
      return entry;
    }

    @Override
    public void go(Location location) {
      if (read.containsKey(location.file())) {
        text.lead(location.file(), 0);
      } else {
        visited.add(location.file());
      }
    }

    @Override
    public void showUsages() {
      broughtUp++;
    }

    @Override
    public void say(Failure sentence) {
      said.add(sentence);
    }
  }
}
