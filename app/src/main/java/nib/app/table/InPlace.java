package nib.app.table;

import java.util.List;
import javafx.collections.ObservableList;
import nib.engine.text.Difference;

/// Brings a list that is shown up to date by changing only what differs, so that nothing jumps and
/// what is selected stays selected.
public final class InPlace {

  private InPlace() {}

  public static <T> void update(ObservableList<T> shown, List<T> fresh) {
    var other = Difference.between(shown, fresh);
    int old = other.end();
    int now = other.endAfter();
    int replaced = Math.min(old, now);
    for (int i = other.start(); i < replaced; i++) {
      if (!shown.get(i).equals(fresh.get(i))) {
        shown.set(i, fresh.get(i));
      }
    }
    if (old > replaced) {
      shown.remove(replaced, old);
    }
    if (now > replaced) {
      shown.addAll(replaced, fresh.subList(replaced, now));
    }
  }
}
