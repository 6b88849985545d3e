package nib.app.trial;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nib.engine.Entry.Slot;
import nib.engine.diagnostic.FailureException;
import nib.engine.trial.PenLiteral;
import nib.engine.trial.SlotKind;

/// One argument of a trial as it is typed. A boolean's text is `true` or `false`.
public final class Argument {

  private final Slot slot;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectBinding<Optional<String>> problem;
  private final BooleanProperty asked = new SimpleBooleanProperty();

  Argument(Slot slot) {
    this.slot = slot;
    this.problem = Bindings.createObjectBinding(this::check, text);
    if (slot.kind() == SlotKind.BOOLEAN) {
      text.set("false");
    }
  }

  public Slot slot() {
    return slot;
  }

  public StringProperty textProperty() {
    return text;
  }

  /// What is wrong with the text as it stands.
  public ObjectBinding<Optional<String>> problemProperty() {
    return problem;
  }

  /// Whether a call was asked for with this argument as it stands; until then an empty field is not
  /// yet a mistake.
  public BooleanProperty askedProperty() {
    return asked;
  }

  /// The argument as a Pen literal.
  String literal() {
    return switch (slot.kind()) {
      case NUMBER -> text.get().strip();
      case BOOLEAN -> text.get();
      case STRING -> StringField.quoted(text.get());
      case NONE -> "none";
      case UNSUPPORTED -> text.get();
    };
  }

  /// Takes a literal back from a trial of before.
  void take(String literal) {
    text.set(slot.kind() == SlotKind.STRING ? StringField.unquoted(literal) : literal);
  }

  private Optional<String> check() {
    if (slot.kind() == SlotKind.UNSUPPORTED) {
      return Optional.of("trials do not pass values of type `%s` yet".formatted(slot.penType()));
    }
    if (slot.kind() == SlotKind.NUMBER && text.get().isBlank()) {
      return Optional.of("a number is needed");
    }
    if (slot.kind() == SlotKind.STRING && StringField.endsInEscape(text.get())) {
      return Optional.of("the last backslash begins an escape: write it twice");
    }
    try {
      PenLiteral.parse(slot.name(), slot.kind(), literal());
      return Optional.empty();
    } catch (FailureException e) {
      return Optional.of(e.failure().toString());
    }
  }
}
