package nib.app.symbols;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import nib.app.style.Sentence;
import nib.app.table.Column;
import nib.app.table.DataTable;
import nib.engine.headers.HeaderBytes;
import nib.engine.headers.HeaderBytes.Field;

/// A member's headers, as numbers and as named fields.
final class HeaderView extends BorderPane {

  private final ObservableList<Field> fields = FXCollections.observableArrayList();
  private final TextArea bytes = new TextArea();

  HeaderView(HeaderViewModel model) {
    setId("header");
    var words = new Sentence("", "kin-head");
    words.setId("header-words");
    words.textProperty().bind(model.wordsProperty());
    bytes.setId("header-bytes");
    bytes.setEditable(false);
    bytes.getStyleClass().addAll("mono", "picture-text");
    bytes.setAccessibleText("Bytes of the headers: offset, sixteen bytes, text");
    var table =
        new DataTable<>(
            "Fields of the headers", columns(), fields, "The fields of its headers show here.");
    table.node().setId("header-table");
    var floors = new SplitPane(bytes, table.node());
    floors.setOrientation(Orientation.VERTICAL);
    floors.setDividerPositions(0.34);
    setTop(words);
    setCenter(floors);
    model.headerProperty().addListener((_, _, header) -> show(header));
  }

  private void show(Optional<HeaderBytes> header) {
    bytes.setText(header.map(found -> String.join("\n", found.lines())).orElse(""));
    fields.setAll(header.map(HeaderBytes::fields).orElse(List.of()));
  }

  private static List<Column<Field>> columns() {
    return List.of(
        new Column<>(
            "Offset",
            120,
            field -> "%08x".formatted(field.at()),
            Comparator.comparingLong(Field::at),
            Column.MONO),
        Column.number("Bytes", 72, Field::length),
        Column.of("Field", 208, Field::name),
        Column.code("Value", 320, Field::value));
  }
}
