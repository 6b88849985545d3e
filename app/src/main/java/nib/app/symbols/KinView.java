package nib.app.symbols;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import nib.app.style.Marks;
import nib.app.style.Sentence;
import org.jspecify.annotations.Nullable;

/// The chosen symbol, and both ways to where it is defined and needed.
final class KinView extends BorderPane {

  private final KinViewModel model;
  private final Label name = new Sentence("", "mono", "kin-name");
  private final Label facts = new Sentence("", "muted");
  private final Label definedTitle = title("kin-defined-title");
  private final Label neededTitle = title("kin-needed-title");
  private final ListView<SymbolRow> defined;
  private final ListView<SymbolRow> needed;
  private final Label nothing =
      new Sentence("Choose a symbol to see where it is defined and who needs it.", "empty-state");

  KinView(KinViewModel model) {
    this.model = model;
    setId("kin");
    defined = list("kin-defined", "Where it is defined");
    needed = list("kin-needed", "Where it is needed");
    nothing.setMaxWidth(Double.MAX_VALUE);
    nothing.setAlignment(Pos.CENTER);
    model.kinProperty().addListener((_, _, kin) -> show(kin));
    show(model.kinProperty().get());
  }

  private void show(Optional<Kin> kin) {
    if (kin.isEmpty()) {
      setCenter(nothing);
      setTop(null);
      return;
    }
    var row = kin.get().row();
    name.setText(row.shown());
    facts.setText(facts(row));
    definedTitle.setText(KinViewModel.definedWords(kin.get()));
    neededTitle.setText(KinViewModel.neededWords(kin.get()));
    defined.setItems(kin.get().definers());
    needed.setItems(kin.get().needers());
    var head = new VBox(2, name, facts);
    head.getStyleClass().add("kin-head");
    setTop(head);
    var grid = new GridPane(12, 4);
    grid.getStyleClass().add("kin");
    var half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().setAll(half, half);
    var rest = new RowConstraints();
    rest.setVgrow(Priority.ALWAYS);
    grid.getRowConstraints().setAll(new RowConstraints(), rest);
    grid.addRow(0, definedTitle, neededTitle);
    grid.addRow(1, defined, needed);
    setCenter(grid);
  }

  private static String facts(SymbolRow row) {
    String where =
        row.catalog().defined(row.number())
            ? "%s, %s bytes in %s".formatted(row.binding(), row.size(), row.section())
            : row.binding() + ", defined elsewhere";
    String raw = row.name().equals(row.shown()) ? "" : "   " + row.name();
    String copies = row.catalog().comdat(row.number()) ? ", one of several copies is kept" : "";
    return "%s, %s%s, in %s%s".formatted(row.kind(), where, copies, row.member(), raw);
  }

  private static Label title(String id) {
    var title = new Sentence("", "section-title");
    title.setId(id);
    return title;
  }

  private ListView<SymbolRow> list(String id, String words) {
    var list = new ListView<SymbolRow>();
    list.setId(id);
    list.getStyleClass().add(Marks.PLAIN_LIST);
    list.setAccessibleText(words);
    list.setCellFactory(_ -> new Place());
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(model::go);
        event.consume();
      }
    });
    return list;
  }

  /// A member, which leads there.
  private final class Place extends ListCell<SymbolRow> {

    private final Hyperlink link = new Hyperlink();

    Place() {
      link.setFocusTraversable(false);
      link.getStyleClass().addAll("mono", "kin-link");
      link.setOnAction(_ -> Optional.ofNullable(getItem()).ifPresent(model::go));
    }

    @Override
    protected void updateItem(@Nullable SymbolRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText("");
        return;
      }
      var member = row.of();
      link.setText(member.title() + "   " + row.letter());
      setGraphic(link);
      setAccessibleText(row.member());
      setTooltip(
          new Tooltip(
              "%s at byte %d of %s".formatted(row.member(), member.offset(), member.file())));
    }
  }
}
