package nib.app.symbols;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import nib.app.Background;
import nib.app.Question;
import nib.engine.Workbench;
import nib.engine.catalog.CatalogMember;
import nib.engine.headers.HeaderBytes;

/// The bytes that the chosen member begins with, read when somebody looks.
public final class HeaderViewModel {

  private static final String NOTHING = "Choose a member to see the bytes of its headers.";

  private final Workbench workbench;
  private final MembersViewModel members;
  private final Question<HeaderBytes> question;
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<HeaderBytes>> header =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(NOTHING);

  HeaderViewModel(Workbench workbench, Background background, MembersViewModel members) {
    this.workbench = workbench;
    this.members = members;
    this.question = new Question<>(background);
    members.chosenProperty().addListener((_, _, _) -> read());
    wanted.addListener((_, _, _) -> read());
  }

  /// Whether anybody looks.
  BooleanProperty wantedProperty() {
    return wanted;
  }

  /// Empty where no member is chosen, and where its file could not be read.
  public ReadOnlyObjectProperty<Optional<HeaderBytes>> headerProperty() {
    return header.getReadOnlyProperty();
  }

  /// Whose bytes they are, or why there are none.
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  private void read() {
    question.drop();
    var member = members.chosenProperty().get().flatMap(MemberRow::member);
    if (!wanted.get() || member.isEmpty()) {
      header.set(Optional.empty());
      words.set(NOTHING);
      return;
    }
    read(member.get());
  }

  private void read(CatalogMember member) {
    question.ask(
        () -> workbench.header(member.file(), member.offset()),
        found -> {
          header.set(Optional.of(found));
          words.set(
              "%s at byte %d: %s"
                  .formatted(member.shown(), member.offset(), member.contentWords()));
        },
        failure -> {
          header.set(Optional.empty());
          words.set("✗ " + failure);
        });
  }
}
