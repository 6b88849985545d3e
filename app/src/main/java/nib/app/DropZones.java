package nib.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import nib.app.project.Project;
import nib.engine.OpenedPackage;

/// Where something can be dropped: on the left it takes the place of the current package, on the
/// right it opens beside. With no package open there is one place.
final class DropZones extends HBox {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final Project project;
  private final Label instead = zone("Open");
  private final Label beside = zone("Open beside");

  DropZones(Project project) {
    super(16);
    this.project = project;
    setId("drops");
    getStyleClass().add("drops");
    getChildren().setAll(instead, beside);
    // The window below goes on hearing the drag; this only shows where it would end.
    setMouseTransparent(true);
    setVisible(false);
    beside.managedProperty().bind(beside.visibleProperty());
  }

  /// Takes what is dropped on the window.
  void receive(Region window) {
    window.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        over(isBeside(event, window));
      }
      event.consume();
    });
    window.setOnDragEntered(event -> enter(event.getDragboard().hasFiles()));
    window.setOnDragExited(_ -> setVisible(false));
    window.setOnDragDropped(event -> {
      var paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
      if (!paths.isEmpty()) {
        drop(paths, isBeside(event, window));
      }
      event.setDropCompleted(!paths.isEmpty());
      event.consume();
    });
  }

  /// Shows the places.
  void enter(boolean files) {
    var current = project.opened().map(OpenedPackage::name);
    instead.setText(current.map(name -> "Instead of " + name).orElse("Open"));
    beside.setVisible(current.isPresent());
    setVisible(files);
  }

  void over(boolean right) {
    instead.pseudoClassStateChanged(OVER, !right);
    beside.pseudoClassStateChanged(OVER, right);
  }

  /// Opens what was dropped.
  void drop(List<Path> paths, boolean right) {
    setVisible(false);
    if (right) {
      project.openBeside(paths);
    } else {
      project.open(paths);
    }
  }

  private boolean isBeside(DragEvent event, Region window) {
    return beside.isVisible() && event.getX() > window.getWidth() / 2;
  }

  private static Label zone(String words) {
    var zone = new Label(words);
    zone.getStyleClass().add("drop-zone");
    zone.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    zone.setAlignment(Pos.CENTER);
    HBox.setHgrow(zone, Priority.ALWAYS);
    zone.setPrefWidth(1);
    return zone;
  }
}
