package nib.app.symbols;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.Question;
import nib.engine.catalog.CatalogMember;

/// How large members and their sections are: a picture, and the same as text.
public final class SizesViewModel {

  /// Laid out for one size of the picture.
  record Picture(List<Tile> tiles, long all) {
    Picture {
      tiles = List.copyOf(tiles);
    }
  }

  private final SymbolsViewModel symbols;
  private final MembersViewModel members;
  private final Question<Picture> drawing;
  private final Question<List<SizeRow>> adding;
  private final ReadOnlyObjectWrapper<Picture> picture =
      new ReadOnlyObjectWrapper<>(new Picture(List.of(), 0));
  private final ObservableList<SizeRow> rows = FXCollections.observableArrayList();
  private double width;
  private double height;

  SizesViewModel(SymbolsViewModel symbols, MembersViewModel members, Background background) {
    this.symbols = symbols;
    this.members = members;
    this.drawing = new Question<>(background);
    this.adding = new Question<>(background);
    symbols.shelfProperty().addListener((_, _, _) -> read());
    read();
  }

  ReadOnlyObjectProperty<Picture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// The totals of sections.
  ObservableList<SizeRow> rows() {
    return rows;
  }

  /// Lays the picture out anew for so many pixels.
  void resize(double wide, double high) {
    width = wide;
    height = high;
    draw();
  }

  /// Leads to a member's symbols.
  void choose(CatalogMember member) {
    members.lead(member);
  }

  private void read() {
    draw();
    var all = symbols.catalog().members();
    adding.ask(() -> SizeRow.of(all), rows::setAll, _ -> {});
  }

  private void draw() {
    var all = symbols.catalog().members();
    double wide = width;
    double high = height;
    if (wide > 0 && high > 0) {
      drawing.ask(
          () ->
              new Picture(
                  Tile.of(all, wide, high), all.stream().mapToLong(CatalogMember::size).sum()),
          picture::set,
          _ -> {});
    }
  }
}
