package nib.app.assist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import nib.app.Background;
import nib.app.editor.TextPort;
import nib.engine.Entry;
import nib.engine.Workbench;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Location;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Everything that assists at the shown text, with the commands for the place of the caret.
public final class AssistViewModel {

  /// What surrounds the text.
  public interface Surroundings {

    Texts texts();

    /// The selected function of the border.
    ObservableValue<Optional<Entry>> entry();

    /// Shows a place of any text, at once where an open package holds it; or says why not.
    void go(Location location);

    /// Brings the list of usages into view.
    void showUsages();

    void say(Failure sentence);

    /// Takes back what was said, unless something else was said since.
    void takeBack(Failure sentence);
  }

  private final Surroundings around;
  private final HistoryViewModel history;
  private final HoverViewModel hover;
  private final CompletionViewModel completion;
  private final DefinitionViewModel definition;
  private final LinkViewModel link;
  private final UsagesViewModel usages;
  private final EntryUsagesViewModel entryUsages;
  private Optional<TextPort> port = Optional.empty();

  public AssistViewModel(Workbench workbench, Background background, Surroundings around) {
    this.around = around;
    var questions = new Questions(workbench, background, around.texts());
    history = new HistoryViewModel(this::here, this::isThere, this::lead);
    hover = new HoverViewModel(questions);
    completion = new CompletionViewModel(questions);
    usages = new UsagesViewModel(questions, usage -> jump(usage.location(), usage.span()));
    entryUsages = new EntryUsagesViewModel(questions, usages, around.entry());
    definition =
        new DefinitionViewModel(
            questions,
            site -> jump(site.location(), site.span()),
            new DefinitionViewModel.Teller(around::say, around::takeBack),
            at -> findUsages(at.offset()));
    link = new LinkViewModel(questions);
  }

  /// Begins to assist at a text.
  public void attach(TextPort text) {
    port = Optional.of(text);
    text.fileProperty().addListener((_, _, _) -> forget());
    text.caretProperty().addListener((_, _, _) -> definition.moved());
    text.onPoint(at -> inText((shown, file) -> link.point(file, shown.text(), at)));
    link.shownProperty().addListener((_, _, span) -> text.link(span));
  }

  public HistoryViewModel history() {
    return history;
  }

  public HoverViewModel hover() {
    return hover;
  }

  public CompletionViewModel completion() {
    return completion;
  }

  public UsagesViewModel usages() {
    return usages;
  }

  public EntryUsagesViewModel entryUsages() {
    return entryUsages;
  }

  /// The packages were read again.
  public void refresh(List<SourceText> modules) {
    history.refresh(modules);
    entryUsages.count();
    usages.refresh();
  }

  /// Leads to the definition of the name at the caret.
  public void define() {
    port.ifPresent(text -> define(caret(text)));
  }

  /// Leads to the definition of the name at an offset.
  public void define(int offset) {
    inText((text, file) -> definition.go(file, text.text(), offset));
  }

  /// The same for who points: beside all names nothing was meant.
  void follow(int offset) {
    inText((text, file) -> {
      if (Words.at(text.text(), offset).isPresent()) {
        definition.go(file, text.text(), offset);
      }
    });
  }

  /// Lists every place that mentions the name at the caret.
  public void findUsages() {
    port.ifPresent(text -> findUsages(caret(text)));
  }

  /// Lists every place that mentions the name at an offset.
  public void findUsages(int offset) {
    inText((text, file) -> {
      usages.find(file, text.text(), offset);
      around.showUsages();
    });
  }

  /// Lists every place that mentions the selected function.
  public void findEntryUsages() {
    entryUsages.list();
    around.showUsages();
  }

  /// Offers the names that can be written at the caret.
  public void complete() {
    inText((text, _) -> text.requestFocus());
    complete(true);
  }

  /// Offers names.
  ///
  /// @param wanted whether a person asked for them by key
  void complete(boolean wanted) {
    inText((text, file) -> completion.ask(file, text.text(), caret(text), wanted));
  }

  /// Puts the chosen name into the text; false where none is chosen.
  boolean takeCompletion() {
    var taken = completion.take();
    taken.ifPresent(insertion ->
        port.ifPresent(text -> text.replace(insertion.replaced(), insertion.written())));
    if (taken.filter(insertion -> insertion.written().endsWith("'")).isPresent()) {
      // Half a name: the modules of a package, the names of a module come next.
      complete(false);
    }
    return taken.isPresent();
  }

  /// Closes what is in front of the text; false where nothing is.
  public boolean escape() {
    boolean was = completion.openProperty().get();
    completion.close();
    return was;
  }

  /// Leads to a place and remembers where that was from.
  public void jump(Location location, Span span) {
    history.jump(() -> show(location, span));
  }

  private void show(Location location, Span span) {
    port.ifPresent(text -> {
      if (!isShown(text, location.file())) {
        around.go(location);
      }
      // What has to be read first comes later, at the line that it was asked for.
      if (isShown(text, location.file())) {
        text.lead(location.file(), span.start());
        text.requestFocus();
      }
    });
  }

  /// The caret as the text has it now; its property follows a moment later.
  private static int caret(TextPort text) {
    return text.selection().end();
  }

  private static boolean isShown(TextPort text, Path file) {
    return text.fileProperty().get().filter(file::equals).isPresent();
  }

  private void lead(Place place) {
    show(
        new Location(place.file(), place.line() + 1, place.column() + 1),
        new Span(place.offset(), place.offset()));
  }

  private Optional<Place> here() {
    return port.flatMap(
        text -> text.fileProperty().get().map(file -> Place.of(file, text.text(), caret(text))));
  }

  /// A file of an open package is there as long as the package lists it; of others nothing is known
  /// before they are read.
  private boolean isThere(Path file) {
    return around.texts().read(file).isPresent()
        || around.texts().open().stream().noneMatch(file::startsWith);
  }

  private void forget() {
    hover.forget();
    completion.close();
    definition.forget();
    link.forget();
  }

  private void inText(InText action) {
    port.ifPresent(text -> text.fileProperty().get().ifPresent(file -> action.run(text, file)));
  }

  private interface InText {
    void run(TextPort text, Path file);
  }
}
