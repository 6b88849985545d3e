package nib.app;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What the drawer below shows, one thing at a time, and whether it is open.
public final class Drawer {

  /// Its tabs, in their order.
  public enum Tab {
    FINDINGS("Findings"),
    BUILD("Build"),
    SYMBOLS("Symbols"),
    TRIALS("Trials"),
    USAGES("Usages"),
    PICTURE("Picture");

    private final String words;

    Tab(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.FINDINGS);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Opens the drawer at a tab.
  public void show(Tab wanted) {
    tab.set(wanted);
    open.set(true);
  }

  /// Opens it at a tab; closes it where that tab was open already.
  public void toggle(Tab wanted) {
    if (open.get() && tab.get() == wanted) {
      close();
    } else {
      show(wanted);
    }
  }

  public void close() {
    open.set(false);
  }
}
