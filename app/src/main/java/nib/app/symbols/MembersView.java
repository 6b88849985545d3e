package nib.app.symbols;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import nib.app.style.Marks;
import nib.app.table.DataTable;
import nib.app.table.FilterField;

/// Archives and their members.
final class MembersView extends BorderPane {

  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass DAMAGED = PseudoClass.getPseudoClass("damaged");

  private final DataTable<MemberRow> table;

  /// The list of members.
  ///
  /// @param modes what chooses the pane beside it
  MembersView(MembersViewModel model, Node modes) {
    setId("members");
    var filter = new FilterField("member-filter", "Filter members", model.filterProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    var head = new HBox(8, modes, filter);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    table =
        new DataTable<>(
            "Members",
            MemberRow.columns(model::folded),
            FXCollections.emptyObservableList(),
            "The members of an archive show here, with what is in them.");
    table.node().setId("member-table");
    table.mark(Marks.HEADING, MemberRow::heading);
    table.mark(UNREAD, MemberRow::unread);
    table.mark(DAMAGED, MemberRow::damaged);
    table.sortElsewhere(wishes ->
        model.sort(
            wishes.stream()
                .map(DataTable.Wish::order)
                .reduce(java.util.Comparator::thenComparing)));
    table.onChoose(model::choose);
    table.onOpen(model::open);
    table.node().addEventHandler(KeyEvent.KEY_PRESSED, event -> fold(model, event));
    model
        .rowsProperty()
        .addListener((_, _, rows) -> {
          table.show(rows);
          // An archive's line is the same one when it is folded, and says so otherwise.
          table.node().refresh();
        });
    table.show(model.rowsProperty().get());
    model
        .chosenProperty()
        .addListener((_, _, row) -> {
          if (row.isPresent() && !table.chosen().equals(row)) {
            table.lead(row.get());
          } else if (row.isEmpty()
              && table.chosen().filter(MemberRow::heading).equals(Optional.empty())) {
            table.node().getSelectionModel().clearSelection();
          }
        });
    setTop(head);
    setCenter(table.node());
  }

  private void fold(MembersViewModel model, KeyEvent event) {
    boolean fold = event.getCode() == KeyCode.LEFT;
    if ((fold || event.getCode() == KeyCode.RIGHT) && table.chosen().isPresent()) {
      model.fold(table.chosen().get(), fold);
      event.consume();
    }
  }

  DataTable<MemberRow> table() {
    return table;
  }
}
