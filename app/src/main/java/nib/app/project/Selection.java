package nib.app.project;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.engine.Entry;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.text.Location;

/// What is selected, everywhere at once. Panes write to it and follow it, and none knows another.
public final class Selection {

  private final ReadOnlyObjectWrapper<Optional<Entry>> entry =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> module =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Location>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<SymbolPlace>> symbol =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ReadOnlyObjectProperty<Optional<Entry>> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  public Optional<Entry> entry() {
    return entry.get();
  }

  /// The path of the module whose text is shown, relative to the package.
  public ReadOnlyObjectProperty<Optional<String>> moduleProperty() {
    return module.getReadOnlyProperty();
  }

  /// The line a person was led to, where that is not just the entry's own.
  public ReadOnlyObjectProperty<Optional<Location>> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// The symbol a person was led to.
  public ReadOnlyObjectProperty<Optional<SymbolPlace>> symbolProperty() {
    return symbol.getReadOnlyProperty();
  }

  /// Leads to a symbol, again if need be.
  public void lead(SymbolPlace to) {
    symbol.set(Optional.empty());
    symbol.set(Optional.of(to));
  }

  /// Selects an entry: its module is shown, at its line.
  public void select(Entry selected) {
    place.set(Optional.empty());
    entry.set(Optional.of(selected));
    module.set(Optional.of(selected.module()));
    place.set(Optional.of(selected.location()));
  }

  /// Shows a module; an entry of another module is no longer selected.
  public void show(String path) {
    if (entry().filter(selected -> selected.module().equals(path)).isEmpty()) {
      entry.set(Optional.empty());
    }
    place.set(Optional.empty());
    module.set(Optional.of(path));
  }

  /// Shows a place of a module.
  public void show(String path, Location location) {
    show(path);
    place.set(Optional.of(location));
  }

  void clear() {
    symbol.set(Optional.empty());
    place.set(Optional.empty());
    entry.set(Optional.empty());
    module.set(Optional.empty());
  }

  /// Puts a fresh reading of the same entry in the place of the old one, without moving anything.
  void refresh(Optional<Entry> fresh) {
    entry.set(fresh);
  }
}
