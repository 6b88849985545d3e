package nib.app.style;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Something above the window, there while it is open. A click beside it closes it.
public abstract class Overlay extends StackPane {

  /// What had the keyboard before, and gets it back.
  private Optional<Node> before = Optional.empty();

  /// Fills it.
  ///
  /// @param first gets the keyboard when it opens
  protected final void hold(Region content, Node first, BooleanProperty open) {
    getStyleClass().add("overlay");
    visibleProperty().bind(open);
    managedProperty().bind(visibleProperty());
    content.getStyleClass().add("palette");
    StackPane.setAlignment(content, Pos.TOP_CENTER);
    getChildren().setAll(content);
    setOnMouseClicked(event -> {
      if (equals(event.getTarget())) {
        open.set(false);
      }
    });
    open.addListener((_, _, now) -> {
      if (now) {
        before = Optional.ofNullable(getScene().getFocusOwner());
        first.requestFocus();
      } else {
        before.filter(_ -> isFocusWithin()).ifPresent(Node::requestFocus);
        before = Optional.empty();
      }
    });
  }

  /// A page as high as its content, which scrolls where the window is lower.
  protected static ScrollPane page(Region content) {
    content.getStyleClass().add("help-page");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(USE_PREF_SIZE);
    return scroll;
  }

  protected static Label title(String words) {
    var title = new Label(words);
    title.getStyleClass().add("section-title");
    return title;
  }
}
