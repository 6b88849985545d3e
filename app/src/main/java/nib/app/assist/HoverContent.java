package nib.app.assist;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.assist.HoverViewModel.Explained;
import nib.app.editor.Passage;
import nib.app.style.Icons;
import nib.app.table.Clip;

/// What a thing is, for the card beside it: its declaration, words, and where to go from there.
final class HoverContent extends VBox {

  HoverContent(Explained explained, AssistViewModel model) {
    super(8);
    setId("hover-known");
    getStyleClass().add("hover");
    var code = Passage.code(explained.hover().code());
    code.setId("hover-code");
    getChildren().add(code);
    if (!explained.hover().words().isEmpty()) {
      getChildren().add(Passage.words(explained.hover().words()));
    }
    getChildren().add(ways(explained, model));
  }

  private static Node ways(Explained explained, AssistViewModel model) {
    var definition = way("Definition", "Go to the definition (F12)");
    definition.setOnAction(_ -> model.define(explained.about().offset()));
    var usages = way("Usages", "List every place that mentions it (Shift+F12)");
    usages.setOnAction(_ -> model.findUsages(explained.about().offset()));
    var copy = Icons.COPY.button("Copy what it is");
    copy.setOnAction(_ -> Clip.copy(explained.text()));
    var ways = new HBox(4, definition, usages, new Spacer(), copy);
    ways.setAlignment(Pos.CENTER_LEFT);
    return ways;
  }

  private static Button way(String words, String more) {
    var button = new Button(words);
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setTooltip(new Tooltip(more));
    return button;
  }
}
