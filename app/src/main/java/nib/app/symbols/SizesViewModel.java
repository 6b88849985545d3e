package nib.app.symbols;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.Question;
import nib.app.symbols.Mosaic.Colours;
import nib.app.symbols.Mosaic.Frame;
import nib.engine.catalog.CatalogMember;

/// How large members and their sections are: a picture, and the same as text.
public final class SizesViewModel {

  /// Laid out and painted for one size of the picture.
  record Picture(List<Tile> tiles, long all, Optional<Mosaic> mosaic) {
    Picture {
      tiles = List.copyOf(tiles);
    }
  }

  private final SymbolsViewModel symbols;
  private final MembersViewModel members;
  private final Question<Picture> drawing;
  private final Question<List<SizeRow>> adding;
  private final ReadOnlyObjectWrapper<Picture> picture =
      new ReadOnlyObjectWrapper<>(new Picture(List.of(), 0, Optional.empty()));
  private final ObservableList<SizeRow> rows = FXCollections.observableArrayList();
  private Optional<Frame> frame = Optional.empty();
  private Optional<Colours> colours = Optional.empty();

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

  /// Lays the picture out anew and paints it.
  void show(Frame size, Colours theme) {
    if (!frame.equals(Optional.of(size)) || !colours.equals(Optional.of(theme))) {
      frame = Optional.of(size);
      colours = Optional.of(theme);
      draw();
    }
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
    var members = symbols.catalog().members();
    var size = frame.filter(one -> !one.empty());
    if (size.isPresent() && colours.isPresent()) {
      var theme = colours.get();
      drawing.ask(() -> painted(members, size.get(), theme), picture::set, _ -> {});
    }
  }

  private static Picture painted(List<CatalogMember> members, Frame size, Colours theme) {
    var tiles = Tile.of(members, size.width(), size.height());
    long all = members.stream().mapToLong(CatalogMember::size).sum();
    return new Picture(tiles, all, Optional.of(Mosaic.of(tiles, size, theme)));
  }
}
