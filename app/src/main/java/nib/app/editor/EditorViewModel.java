package nib.app.editor;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.project.Guest;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Location;
import nib.engine.text.Span;

/// The module that is shown: its text, what is marked in it, and the line a person was led to.
public final class EditorViewModel {

  /// What the view draws, all at once.
  ///
  /// @param path the module's path in the package; empty where nothing is open
  /// @param marks declarations of the border, by line
  /// @param underlines problems, by span
  public record Page(String path, String text, List<Mark> marks, List<Underline> underlines) {
    static final Page EMPTY = new Page("", "", List.of(), List.of());

    public Page {
      marks = List.copyOf(marks);
      underlines = List.copyOf(underlines);
    }
  }

  /// A declaration's verdict in the margin; `line` counts from zero.
  public record Mark(int line, String symbol, Verdict verdict) {}

  /// A problem under the text.
  public record Underline(Span span, Severity severity, String message) {}

  /// Where a person is; `line` counts from zero.
  ///
  /// @param span what is marked: the selected declaration; empty for just the line
  public record Place(int line, Optional<Span> span) {}

  private final Project project;
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<Place>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public EditorViewModel(Project project) {
    this.project = project;
    project.openedProperty().addListener((_, _, _) -> show());
    project.reportProperty().addListener((_, _, _) -> show());
    project.selection().moduleProperty().addListener((_, _, _) -> show());
    project.selection().guestProperty().addListener((_, _, _) -> show());
    project.selection().placeProperty().addListener((_, _, _) -> follow());
    project.selection().entryProperty().addListener((_, _, _) -> follow());
    show();
  }

  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// A person clicked into the text: the declaration there is selected.
  public void choose(int offset) {
    entriesHere().stream()
        .filter(entry -> entry.span().contains(offset))
        .filter(entry -> project.selection().entry().filter(entry::equals).isEmpty())
        .findFirst()
        .ifPresent(project.selection()::select);
  }

  private void show() {
    page.set(
        project
            .module()
            .map(this::pageOf)
            .or(() -> project.selection().guestProperty().get().map(EditorViewModel::pageOf))
            .orElse(Page.EMPTY));
    follow();
  }

  private static Page pageOf(Guest guest) {
    return new Page(guest.name(), guest.source().text(), List.of(), List.of());
  }

  private Page pageOf(ModuleView module) {
    return new Page(
        module.path(),
        module.source().text(),
        entriesHere().stream().map(this::mark).toList(),
        underlines(module));
  }

  private Mark mark(Entry entry) {
    return new Mark(
        entry.location().line() - 1,
        entry.symbol(),
        project.verdict(entry).map(EntryVerdict::verdict).orElse(Verdict.NOT_BUILT));
  }

  private List<Underline> underlines(ModuleView module) {
    var written = project.opened().stream().flatMap(view -> view.diagnostics().stream());
    var checked =
        project.reportProperty().get().stream()
            .flatMap(report -> report.findings().stream())
            .map(Finding::diagnostic);
    return java.util.stream.Stream.concat(written, checked)
        .filter(diagnostic -> diagnostic.location().file().equals(module.source().file()))
        .map(EditorViewModel::underline)
        .toList();
  }

  private static Underline underline(Diagnostic diagnostic) {
    return new Underline(diagnostic.span(), diagnostic.severity(), diagnostic.message());
  }

  private List<Entry> entriesHere() {
    var module = project.selection().moduleProperty().get();
    return project.opened().stream()
        .flatMap(view -> view.entries().stream())
        .filter(entry -> module.equals(Optional.of(entry.module())))
        .toList();
  }

  private void follow() {
    var led = project.selection().placeProperty().get().map(Location::line);
    var entry = project.selection().entry();
    place.set(
        led.or(() -> entry.map(selected -> selected.location().line()))
            .map(line -> new Place(line - 1, entry.map(Entry::span))));
  }
}
