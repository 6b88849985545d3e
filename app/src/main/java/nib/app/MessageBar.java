package nib.app;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.project.Project;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.app.table.Clip;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Failure;

/// A sentence about what could not be done, in place, with its cure.
final class MessageBar extends HBox {

  private final Label what = new Label();
  private final Label cure = new Label();

  MessageBar(Project project) {
    super(8);
    setId("message");
    getStyleClass().add("message-bar");
    setAlignment(Pos.CENTER_LEFT);
    what.setWrapText(true);
    cure.setWrapText(true);
    cure.getStyleClass().add("muted");
    cure.managedProperty().bind(cure.textProperty().isNotEmpty());
    var copy = Icons.COPY.button("Copy the message");
    copy.setOnAction(_ -> Clip.copy(what.getText() + "\n" + cure.getText() + "\n"));
    var close = Icons.CLOSE.button("Close the message (Esc)");
    close.setOnAction(_ -> project.clearFailure());
    getChildren()
        .addAll(Marks.glyph(Verdict.BROKEN), new VBox(what, cure), new Spacer(), copy, close);
    visibleProperty().bind(project.failureProperty().map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
    project.failureProperty().addListener((_, _, failure) -> failure.ifPresent(this::say));
  }

  private void say(Failure failure) {
    what.setText(failure.what());
    cure.setText(failure.cure().isEmpty() ? "" : "cure: " + failure.cure());
  }
}
