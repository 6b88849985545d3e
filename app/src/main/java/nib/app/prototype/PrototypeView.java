package nib.app.prototype;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.editor.CallPassage;
import nib.app.prototype.PrototypeViewModel.Shown;
import nib.app.style.Icons;
import nib.app.table.Clip;
import nib.engine.abi.Spelled;

/// The other side of the selected entry, as text to read and to copy.
public final class PrototypeView extends VBox {

  private static final int MOST_LINES = 8;

  private final PrototypeViewModel model;
  private final CallPassage text;
  private final VBox remarks = new VBox(4);

  /// Builds the pane.
  ///
  /// @param usages how often Pen mentions the function; stands beside its languages
  public PrototypeView(PrototypeViewModel model, Node usages) {
    this.model = model;
    getStyleClass().add("section");
    text =
        CallPassage.fitting(
            model.pointing(), "The selected function in the chosen language", MOST_LINES);
    text.setId("prototype");
    text.getStyleClass().add("quiet-passage");
    getChildren().addAll(head(usages), text, remarks);
    model.shownProperty().addListener((_, _, shown) -> show(shown));
    show(model.shownProperty().get());
  }

  private HBox head(Node usages) {
    var group = new ToggleGroup();
    var pills = new EnumMap<Spelling, ToggleButton>(Spelling.class);
    pills.put(Spelling.C, pill(Spelling.C, group, Styles.LEFT_PILL));
    pills.put(Spelling.RUST, pill(Spelling.RUST, group, Styles.CENTER_PILL));
    pills.put(Spelling.JAVA, pill(Spelling.JAVA, group, Styles.CENTER_PILL));
    pills.put(Spelling.JNA, pill(Spelling.JNA, group, Styles.RIGHT_PILL));
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
        });
    model.spellingProperty().addListener((_, _, now) -> group.selectToggle(pills.get(now)));
    var copy = Icons.COPY.button("Copy this declaration (Ctrl+Alt+C)");
    copy.setOnAction(_ -> Clip.copy(text.text()));
    copy.disableProperty().bind(model.shownProperty().map(shown -> shown.text().isEmpty()));
    var header = new Button("Copy header");
    header.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    header.setTooltip(new Tooltip("Copy the declarations of the whole package"));
    header.setOnAction(_ -> model.header(Clip::copy));
    // Java and JNA have no header files.
    header
        .visibleProperty()
        .bind(model.spellingProperty().map(spelling -> spelling.header().isPresent()));
    header.managedProperty().bind(header.visibleProperty());
    var head =
        new HBox(
            8, new HBox(pills.values().toArray(Node[]::new)), new Spacer(), usages, header, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private ToggleButton pill(Spelling spelling, ToggleGroup group, String side) {
    var pill = new ToggleButton(spelling.words());
    pill.setId("spelling-" + spelling.words());
    pill.setToggleGroup(group);
    pill.getStyleClass().addAll(side, Styles.SMALL);
    pill.setMinWidth(USE_PREF_SIZE);
    pill.setSelected(model.spellingProperty().get() == spelling);
    pill.setOnAction(_ -> model.spellingProperty().set(spelling));
    return pill;
  }

  private void show(Shown shown) {
    text.show(
        shown.text().isEmpty()
            ? Spelled.of("Select an import or an export to see its prototype.")
            : shown.spelled());
    remarks.getChildren().setAll(remarkLabels(shown.remarks()));
    remarks.setManaged(!shown.remarks().isEmpty());
  }

  private static List<Label> remarkLabels(List<String> remarks) {
    return remarks.stream()
        .map(remark -> {
          var label = new Label(remark);
          label.setWrapText(true);
          label.getStyleClass().add("muted");
          return label;
        })
        .toList();
  }
}
