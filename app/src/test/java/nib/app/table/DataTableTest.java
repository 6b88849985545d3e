package nib.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
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
  void hearsTheFirstClickWhereverTheFocusWas(FxRobot robot) {
    var heard = new ArrayList<Line>();
    var stages = new ArrayList<Stage>();
    robot.interact(() -> {
      var table = new DataTable<>("Lines", COLUMNS, rows, "");
      table.onChoose(heard::add);
      var stage = new Stage();
      stage.setScene(new Scene(new VBox(new TextField(), table.node()), 400, 300));
      stage.show();
      stages.add(stage);
    });
    var cell = robot.from(robot.lookup(".table-cell").queryAll()).lookup("100").query();
    robot.interact(() -> {
      assertInstanceOf(TextField.class, cell.getScene().getFocusOwner());
      Event.fireEvent(cell, press(cell));
    });
    assertEquals(List.of(new Line("c", 100)), heard);
    robot.interact(() -> stages.forEach(Stage::hide));
  }

  private static MouseEvent press(Node on) {
    var at = on.localToScene(4, 4);
    return new MouseEvent(
        MouseEvent.MOUSE_PRESSED,
        at.getX(),
        at.getY(),
        at.getX(),
        at.getY(),
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        new PickResult(on, at.getX(), at.getY()));
  }

  /// The click that wakes a window comes before the window knows that it is awake.
  @Test
  void hearsWhatIsChosenWhileTheWindowSleeps(FxRobot robot) {
    robot.interact(() -> {
      var heard = new ArrayList<Line>();
      var table = new DataTable<>("Lines", COLUMNS, rows, "");
      table.onChoose(heard::add);
      // A scene that no window shows is as asleep as can be.
      var scene = new Scene(new VBox(new TextField(), table.node()), 400, 300);
      table.node().requestFocus();
      assertFalse(table.node().isFocused());
      table.node().getSelectionModel().select(2);
      assertEquals(List.of(new Line("c", 100)), heard);
      scene.getRoot().getChildrenUnmodifiable().getFirst().requestFocus();
      table.node().getSelectionModel().select(1);
      assertEquals(1, heard.size());
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
      var wishes = new ArrayList<List<DataTable.Wish<Line>>>();
      table.sortElsewhere(wishes::add);
      var heads = table.node().getColumns();
      heads.setAll(List.of(heads.get(1), heads.get(0)));
      table.node().getSortOrder().add(heads.getFirst());
      var order = wishes.getLast().getFirst().order();
      assertEquals(List.of(9, 10, 100), rows.stream().sorted(order).map(Line::number).toList());
    });
  }
}
