package nib.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// Sorting by heads, wherever a person dragged them.
@ExtendWith(ApplicationExtension.class)
final class DataTableTest {

  private record Line(String file, int number) {}

  private static final List<Column<Line>> COLUMNS =
      List.of(
          Column.of("File", 100, Line::file),
          new Column<>(
              "Line",
              100,
              line -> String.valueOf(line.number()),
              Comparator.comparingInt(Line::number),
              Column.NUMBER));

  private final ObservableList<Line> rows =
      FXCollections.observableArrayList(new Line("a", 10), new Line("b", 9), new Line("c", 100));

  @Test
  void sortsByTheColumnsOwnOrderAndKeepsItForNewRows(FxRobot robot) {
    robot.interact(() -> {
      var table = new DataTable<>("Lines", COLUMNS, rows, "");
      table.node().getSortOrder().add(table.node().getColumns().get(1));
      assertEquals(
          List.of(9, 10, 100), table.node().getItems().stream().map(Line::number).toList());
      rows.setAll(new Line("d", 20), new Line("e", 3));
      assertEquals(List.of(3, 20), table.node().getItems().stream().map(Line::number).toList());
    });
  }

  @Test
  void sortsByTheSecondHeadWhatTheFirstLeavesTogether(FxRobot robot) {
    robot.interact(() -> {
      var table = new DataTable<>("Lines", COLUMNS, rows, "");
      rows.setAll(new Line("b", 9), new Line("a", 20), new Line("a", 3));
      table.node().getSortOrder().setAll(table.node().getColumns());
      assertEquals(List.of(3, 20, 9), table.node().getItems().stream().map(Line::number).toList());
    });
  }

  @Test
  void sortsByTheColumnThatAHeadStandsForAfterItWasMoved(FxRobot robot) {
    robot.interact(() -> {
      var table = new DataTable<>("Lines", COLUMNS, rows, "");
      var wishes = new java.util.ArrayList<List<DataTable.Wish<Line>>>();
      table.sortElsewhere(wishes::add);
      var heads = table.node().getColumns();
      heads.setAll(List.of(heads.get(1), heads.get(0)));
      table.node().getSortOrder().add(heads.getFirst());
      var order = wishes.getLast().getFirst().order();
      assertEquals(List.of(9, 10, 100), rows.stream().sorted(order).map(Line::number).toList());
    });
  }
}
