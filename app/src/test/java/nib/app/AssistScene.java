package nib.app;

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
import nib.app.assist.Texts;
import nib.app.assist.UsageRow;
import nib.engine.Cursor;
import nib.engine.Entry;
import nib.engine.assist.Completion;
import nib.engine.assist.Usage;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Location;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// What assists at a text, over a made-up engine. Answers wait in a queue until a test lets them
/// come.
abstract class AssistScene {

  static final Path UTF8 = Packages.ROOT.resolve("String/Utf8.pen");
  static final Path NUMBER = Packages.ROOT.resolve("Number.pen");

  final Deque<Runnable> jobs = new ArrayDeque<>();
  final FakeWorkbench workbench = new FakeWorkbench();
  final FakeText text = new FakeText(UTF8, Packages.UTF8);
  final World world = new World();
  final AssistViewModel assist = assist();

  AssistViewModel assist() {
    text.texts.put(NUMBER, Packages.NUMBER);
    var made =
        new AssistViewModel(workbench, new Background(jobs::add, Runnable::run, () -> true), world);
    made.attach(text);
    return made;
  }

  void settle() {
    while (!jobs.isEmpty()) {
      jobs.removeFirst().run();
    }
  }

  void type(String more) {
    text.type(more);
    moved();
  }

  void moved() {
    assist.completion().moved(text.text(), text.caretProperty().get());
  }

  List<String> offered() {
    return assist.completion().items().stream().map(Completion::written).toList();
  }

  Optional<String> chosen() {
    return assist.completion().chosen().map(Completion::written);
  }

  /// As the engine does: what has the letters that stand before the cursor.
  List<Completion> names(Cursor cursor) {
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

  Completion name(String written, int start) {
    var replaced = new Span(start, text.caretProperty().get());
    return new Completion(written, Completion.Kind.FUNCTION, "\\() none", "", replaced);
  }

  static List<String> where(List<UsageRow> rows) {
    return rows.stream().map(UsageRow::where).toList();
  }

  static Usage usage(String name, boolean definition) {
    var source = new SourceText(UTF8, Packages.UTF8);
    int start = Packages.UTF8.indexOf(name);
    var span = new Span(start, start + name.length());
    int from = Packages.UTF8.lastIndexOf('\n', start) + 1;
    String line = Packages.UTF8.substring(from, Packages.UTF8.indexOf('\n', start)).strip();
    return new Usage("String/Utf8.pen", source.locate(span), span, line, definition);
  }

  static Site site(Path file, String text, String name) {
    int start = text.indexOf(name + " =");
    var span = new Span(start, start + name.length());
    return new Site(new SourceText(file, text).locate(span), span);
  }

  /// The package of [Packages], as its texts; it remembers what it was told.
  final class World implements AssistViewModel.Surroundings {

    final Map<Path, String> read = new HashMap<>();
    final List<Failure> said = new ArrayList<>();
    final List<Location> visited = new ArrayList<>();
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
        visited.add(location);
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

    @Override
    public void takeBack(Failure sentence) {
      said.remove(sentence);
    }
  }
}
