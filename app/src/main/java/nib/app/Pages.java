package nib.app;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// The pages above the window: search, settings, keys. At most one is open at a time, whoever opens
/// it.
public final class Pages {

  private final BooleanProperty search;
  private final BooleanProperty settings;
  private final BooleanProperty keys = new SimpleBooleanProperty();
  private final List<BooleanProperty> all;

  Pages(BooleanProperty search, BooleanProperty settings) {
    this.search = search;
    this.settings = settings;
    this.all = List.of(search, settings, keys);
    all.forEach(page -> page.addListener((_, _, open) -> opened(page, open)));
  }

  /// Whether the page of keys is open.
  public BooleanProperty keysProperty() {
    return keys;
  }

  /// Opens the search, or closes it.
  public void search() {
    turn(search);
  }

  /// Opens the settings, or closes them.
  public void settings() {
    turn(settings);
  }

  /// Opens the page of keys, or closes it.
  public void keys() {
    turn(keys);
  }

  public boolean open() {
    return all.stream().anyMatch(BooleanProperty::get);
  }

  /// Closes the one that is open.
  ///
  /// @return whether there was one
  public boolean close() {
    boolean was = open();
    all.forEach(page -> page.set(false));
    return was;
  }

  private static void turn(BooleanProperty page) {
    page.set(!page.get());
  }

  private void opened(BooleanProperty page, boolean open) {
    if (open) {
      all.stream().filter(other -> !other.equals(page)).forEach(other -> other.set(false));
    }
  }
}
