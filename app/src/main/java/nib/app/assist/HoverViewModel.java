package nib.app.assist;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Question;
import nib.app.editor.TextPort.Dwell;
import nib.engine.assist.Hover;

/// What the thing under the pointer is.
public final class HoverViewModel {

  /// An answer, and what it answers.
  public record Explained(Dwell about, Hover hover) {

    /// All of it as one text to hand on.
    public String text() {
      return hover.words().isEmpty() ? hover.code() : hover.code() + "\n\n" + hover.words();
    }
  }

  private final Questions questions;
  private final Question<Optional<Hover>> question;
  private final ReadOnlyObjectWrapper<Optional<Explained>> explained =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  HoverViewModel(Questions questions) {
    this.questions = questions;
    this.question = questions.kind();
  }

  /// What was asked last, answered; empty until it is, and where there is nothing to say.
  public ReadOnlyObjectProperty<Optional<Explained>> explainedProperty() {
    return explained.getReadOnlyProperty();
  }

  /// Asks about a character of a text.
  public void ask(Dwell about, String text) {
    explained.set(Optional.empty());
    var cursor = questions.cursor(about.file(), text, about.offset());
    question.ask(
        () -> questions.workbench().hover(cursor),
        answer -> explained.set(answer.map(hover -> new Explained(about, hover))),
        // Nobody waits for it: what cannot be told is not shown.
        _ -> {});
  }

  /// The text has changed, or another is shown: what comes now would explain something else.
  public void forget() {
    question.drop();
    explained.set(Optional.empty());
  }
}
