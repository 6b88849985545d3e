package nib.app.table;

import java.util.List;
import javafx.collections.ObservableList;

/// Brings a list that is shown up to date by changing only what differs, so that nothing jumps and
/// what is selected stays selected.
public final class InPlace {

  private InPlace() {}

  public static <T> void update(ObservableList<T> shown, List<T> fresh) {
    int same = 0;
    int most = Math.min(shown.size(), fresh.size());
    while (same < most && shown.get(same).equals(fresh.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < most - same
        && shown.get(shown.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
      tail++;
    }
    int old = shown.size() - tail;
    int now = fresh.size() - tail;
    int replaced = Math.min(old, now);
    for (int i = same; i < replaced; i++) {
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
