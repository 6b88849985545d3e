package nib.app.assist;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import nib.app.Question;
import nib.engine.Cursor;
import nib.engine.Entry;
import nib.engine.assist.Usage;
import nib.engine.text.SourceText;

/// How often Pen mentions the selected function of the border.
public final class EntryUsagesViewModel {

  /// A count that is known.
  ///
  /// @param uses without the declaration itself
  public record Count(Entry entry, int uses) {

    /// `3 usages`.
    public String words() {
      return switch (uses) {
        case 0 -> "no usages";
        case 1 -> "1 usage";
        default -> uses + " usages";
      };
    }
  }

  private final Questions questions;
  private final Question<List<Usage>> question;
  private final UsagesViewModel usages;
  private final ObservableValue<Optional<Entry>> selected;
  private final ReadOnlyObjectWrapper<Optional<Count>> count =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  EntryUsagesViewModel(
      Questions questions, UsagesViewModel usages, ObservableValue<Optional<Entry>> selected) {
    this.questions = questions;
    this.question = questions.kind();
    this.usages = usages;
    this.selected = selected;
    selected.addListener((_, _, _) -> count());
  }

  /// Empty while nothing is selected, or it is not counted yet.
  public ReadOnlyObjectProperty<Optional<Count>> countProperty() {
    return count.getReadOnlyProperty();
  }

  /// Counts again: a selection or a reading is new.
  public void count() {
    question.drop();
    var entry = selected.getValue();
    if (count.get().map(Count::entry).filter(known -> isStill(known, entry)).isEmpty()) {
      count.set(Optional.empty());
    }
    entry.ifPresent(this::ask);
  }

  /// Lists what was counted.
  public void list() {
    selected
        .getValue()
        .ifPresent(entry -> cursor(entry).ifPresent(at -> usages.find(at, entry.symbol())));
  }

  private static boolean isStill(Entry known, Optional<Entry> entry) {
    return entry.map(Entry::id).filter(known.id()::equals).isPresent();
  }

  private void ask(Entry entry) {
    cursor(entry)
        .ifPresent(at ->
            question.ask(
                () -> questions.workbench().usages(at),
                found ->
                    count.set(
                        Optional.of(
                            new Count(
                                entry, (int) found.stream().filter(u -> !u.definition()).count()))),
                _ -> {}));
  }

  /// A cursor on the function's name in its declaration.
  private Optional<Cursor> cursor(Entry entry) {
    return questions
        .texts()
        .read(entry.location().file())
        .map(SourceText::text)
        .flatMap(text -> {
          int at = text.indexOf(entry.symbol(), entry.span().start());
          return at < 0 || at >= entry.span().end()
              ? Optional.empty()
              : Optional.of(questions.cursor(entry.location().file(), text, at));
        });
  }
}
