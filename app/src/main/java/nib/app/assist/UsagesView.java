package nib.app.assist;

import atlantafx.base.controls.Spacer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import nib.app.assist.UsagesViewModel.State;
import nib.app.table.DataTable;
import nib.app.table.FilterField;

/// The places that mention a name, as a table.
public final class UsagesView extends BorderPane {

  private final UsagesViewModel model;
  private final DataTable<UsageRow> table;
  private final Label words = new Label();

  public UsagesView(UsagesViewModel model) {
    this.model = model;
    table = new DataTable<>("Usages", UsageRow.COLUMNS, model.listed(), "");
    table.node().setId("usages");
    table.mark(UsageRow.LINE, UsageRow::mark);
    table.onOpen(model::follow);
    table.offer("Go to it", () -> table.chosen().ifPresent(model::follow));
    setTop(head());
    setCenter(table.node());
    model.stateProperty().addListener((_, _, state) -> show(state));
    show(model.stateProperty().get());
  }

  /// The table, whose column widths are remembered.
  public DataTable<UsageRow> table() {
    return table;
  }

  private Node head() {
    words.setId("usages-words");
    words.setMinWidth(0);
    var filter = new FilterField("usages-filter", "Filter usages", model.filterProperty());
    var head = new HBox(8, words, new Spacer(), filter);
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.visibleProperty().bind(words.textProperty().isNotEmpty());
    head.managedProperty().bind(head.visibleProperty());
    return head;
  }

  private void show(State state) {
    words.setText(
        switch (state) {
          case State.Idle _ -> "";
          case State.Asking(var name) -> "Looking for %s".formatted(name);
          case State.Found(var name, var uses, var modules) -> found(name, uses, modules);
          case State.Failed(var name, var why) ->
              "%s: %s; %s".formatted(name, why.what(), why.cure());
        });
    table
        .node()
        .setPlaceholder(
            switch (state) {
              case State.Idle _ ->
                  empty(
                      "Usages of a name show here. Press Shift+F12 on a name, or follow the usages of a"
                          + " selected function.");
              case State.Asking _, State.Failed _ -> empty("");
              case State.Found found ->
                  empty(
                      found.modules() == 0
                          ? "Nothing in the open packages mentions it"
                          : "No usage has that in it");
            });
  }

  private static String found(String name, int uses, int modules) {
    return "%s: %s in %s"
        .formatted(name, counted(uses, "usage", "usages"), counted(modules, "module", "modules"));
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static Label empty(String words) {
    var label = new Label(words);
    label.getStyleClass().add("empty-state");
    label.setWrapText(true);
    return label;
  }
}
