package nib.app.symbols;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.table.DataTable;
import nib.engine.objectfile.SectionTotal.Content;

/// How large members and sections are, drawn or as text.
final class SizesView extends BorderPane {

  /// What takes bytes in a file.
  private static final List<Content> KINDS =
      List.of(Content.CODE, Content.READ_ONLY, Content.DATA, Content.DEBUG, Content.LINKING);

  private final Treemap picture;
  private final DataTable<SizeRow> table;
  private final ToggleButton asText = new ToggleButton("As text");
  private final HBox legend = new HBox(16);

  SizesView(SizesViewModel model) {
    setId("sizes");
    var said = new Label();
    said.setId("sizes-said");
    said.getStyleClass().add("muted");
    picture = new Treemap(model, words -> said.setText(words.isEmpty() ? hint() : words));
    said.setText(hint());
    table =
        new DataTable<>(
            "Totals of sections",
            SizeRow.columns(),
            model.rows(),
            "The sections of an archive's members show here, added up.");
    table.node().setId("size-table");
    asText.setId("sizes-as-text");
    asText.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
    asText.selectedProperty().addListener((_, _, _) -> show());
    legend.setAlignment(Pos.CENTER_LEFT);
    picture.onColours(this::drawLegend);
    var head = new HBox(16, asText, legend);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    var foot = new HBox(said);
    foot.getStyleClass().add("kin-head");
    setTop(new VBox(head));
    setBottom(foot);
    drawLegend();
    show();
  }

  private static String hint() {
    return "Arrow keys walk from the largest member down; Enter or a double click shows its symbols";
  }

  private void show() {
    setCenter(asText.isSelected() ? table.node() : picture);
    legend.setVisible(!asText.isSelected());
  }

  private void drawLegend() {
    legend
        .getChildren()
        .setAll(
            KINDS.stream()
                .map(kind -> {
                  var label = new Label(Sizes.words(kind), picture.sample(kind));
                  label.getStyleClass().add("muted");
                  return label;
                })
                .toList());
  }
}
