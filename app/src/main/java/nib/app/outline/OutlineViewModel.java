package nib.app.outline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.engine.assist.OutlineItem;

/// The outline of the shown module, and the definition that holds the caret.
public final class OutlineViewModel {

  private final Consumer<OutlineItem> lead;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<OutlineItem> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<OutlineItem>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private List<OutlineItem> all = List.of();
  private int caret;

  /// Makes an empty outline.
  ///
  /// @param lead shows a definition
  public OutlineViewModel(Consumer<OutlineItem> lead) {
    this.lead = lead;
    filter.addListener((_, _, _) -> list());
  }

  /// What the names have to contain; empty for all.
  public StringProperty filterProperty() {
    return filter;
  }

  /// What is listed.
  public ObservableList<OutlineItem> items() {
    return items;
  }

  /// Whether the module defines anything, listed or not.
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// The listed definition that the caret stands in.
  public ReadOnlyObjectProperty<Optional<OutlineItem>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Becomes true to put the cursor into the filter; whoever does that sets it back.
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /// Another module is shown, or the same was read again.
  public void show(List<OutlineItem> outline) {
    boolean other = !sameFile(outline);
    all = List.copyOf(outline);
    if (other) {
      filter.set("");
    }
    list();
  }

  /// The caret has moved.
  public void caret(int offset) {
    caret = offset;
    follow();
  }

  /// A person chose a definition.
  public void choose(OutlineItem item) {
    lead.accept(item);
  }

  private boolean sameFile(List<OutlineItem> outline) {
    return !all.isEmpty()
        && !outline.isEmpty()
        && all.getFirst().location().file().equals(outline.getFirst().location().file());
  }

  private void list() {
    String words = filter.get().strip().toLowerCase(Locale.ROOT);
    var listed =
        all.stream()
            .filter(item -> item.written().toLowerCase(Locale.ROOT).contains(words))
            .toList();
    if (!listed.equals(items)) {
      items.setAll(listed);
    }
    follow();
  }

  /// Of definitions within each other the innermost holds the caret.
  private void follow() {
    current.set(
        items.stream()
            .filter(item -> item.whole().start() <= caret && caret <= item.whole().end())
            .max(Comparator.comparingInt(item -> item.whole().start())));
  }
}
