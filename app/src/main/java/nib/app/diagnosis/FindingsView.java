package nib.app.diagnosis;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.style.Marks;
import nib.app.table.Clip;
import nib.app.table.DataTable;
import nib.app.table.FilterField;

/// The table of everything found, and beside it all about the finding a person is at.
public final class FindingsView extends BorderPane {

  private static final double CARD_SHARE = 0.3;
  private static final double CARD_WIDTH = 400;
  private static final double LEAST_CARD = 240;

  private final FindingsViewModel model;
  private final DataTable<FindingRow> table;
  private final ScrollPane card = new ScrollPane();
  private boolean marking;

  public FindingsView(FindingsViewModel model) {
    this.model = model;
    table =
        new DataTable<>(
            "Findings",
            FindingRow.COLUMNS,
            model.rows(),
            "Nothing found. Build and check to hold the border against its archives.");
    table.node().setId("findings");
    table.onChoose(row -> {
      // What an update selects is the current one, and nobody chose anything else.
      if (!model.updating() && !model.currentProperty().get().equals(Optional.of(row))) {
        model.choose(row);
      }
    });
    table.onOpen(model::follow);
    table.offer("Copy finding", () -> table.chosen().map(FindingRow::text).ifPresent(Clip::copy));
    table.offer("Go to it", () -> table.chosen().ifPresent(model::follow));
    model.currentProperty().addListener((_, _, row) -> show(row));
    card.setId("finding-card");
    card.setFitToWidth(true);
    card.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    card.getStyleClass().add("side");
    card.prefWidthProperty()
        .bind(
            widthProperty()
                .multiply(CARD_SHARE)
                .map(width -> Math.min(width.doubleValue(), CARD_WIDTH)));
    card.setMinWidth(LEAST_CARD);
    card.managedProperty().bind(card.visibleProperty());
    setTop(head());
    setCenter(table.node());
    setRight(card);
    show(model.currentProperty().get());
    model.rows().addListener((InvalidationListener) _ -> markSoon());
  }

  /// Marks the current finding once its table has taken in what changed.
  private void markSoon() {
    if (!marking) {
      marking = true;
      Platform.runLater(() -> {
        marking = false;
        model
            .currentProperty()
            .get()
            .filter(row -> !table.chosen().equals(Optional.of(row)))
            .ifPresent(table::mark);
      });
    }
  }

  /// The table, whose column widths are remembered.
  public DataTable<FindingRow> table() {
    return table;
  }

  private void show(Optional<FindingRow> row) {
    row.filter(found -> !table.chosen().equals(Optional.of(found)))
        .ifPresent(found -> {
          if (model.updating()) {
            table.mark(found);
          } else {
            table.lead(found);
          }
        });
    card.setVisible(row.isPresent());
    row.ifPresent(found -> {
      var content = new VBox(new FindingCard(found, model::follow, model::go));
      content.getStyleClass().add("section");
      card.setContent(content);
    });
  }

  private VBox head() {
    var filter = new FilterField("finding-filter", "Filter findings", model.filterProperty());
    filter.setPrefColumnCount(24);
    var count = new Label();
    count.setId("finding-count");
    count.getStyleClass().add("muted");
    InvalidationListener counted = _ -> count.setText(count());
    model.rows().addListener(counted);
    model.all().addListener(counted);
    var line = new HBox(8, filter, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("pane-head");
    return new VBox(line, Marks.remarks(model.remarks()));
  }

  private String count() {
    int shown = model.rows().size();
    int all = model.all().size();
    return shown == all ? "" : "%d of %d findings".formatted(shown, all);
  }
}
