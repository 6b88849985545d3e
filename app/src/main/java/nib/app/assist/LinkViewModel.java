package nib.app.assist;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Question;
import nib.engine.text.Site;
import nib.engine.text.Span;

/// The name under the pointer that a click would lead away from, while the key for that is held.
final class LinkViewModel {

  /// What was asked about, so that a pointer that moves within a name asks once.
  private record Asked(Path file, String text, Span name) {}

  private final Questions questions;
  private final Question<Optional<Site>> question;
  private final ReadOnlyObjectWrapper<Optional<Span>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Asked> asked = Optional.empty();

  LinkViewModel(Questions questions) {
    this.questions = questions;
    this.question = questions.kind();
  }

  /// The name that leads somewhere.
  ReadOnlyObjectProperty<Optional<Span>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The pointer is on a character; empty where it is on none, or the key is not held.
  void point(Path file, String text, Optional<Integer> at) {
    var now = at.flatMap(offset -> Words.at(text, offset)).map(span -> new Asked(file, text, span));
    if (now.equals(asked)) {
      return;
    }
    forget();
    asked = now;
    now.ifPresent(this::ask);
  }

  void forget() {
    question.drop();
    asked = Optional.empty();
    shown.set(Optional.empty());
  }

  private void ask(Asked about) {
    var cursor = questions.cursor(about.file(), about.text(), about.name().start());
    question.ask(
        () -> questions.workbench().definition(cursor),
        answer -> shown.set(answer.map(_ -> about.name())),
        // Nobody asked in words: what cannot be told is not underlined.
        _ -> {});
  }
}
