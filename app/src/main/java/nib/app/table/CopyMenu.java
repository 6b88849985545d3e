package nib.app.table;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// A table's context menu: its rows, the selected ones or all that are shown, as text, CSV or JSON.
final class CopyMenu<R> extends ContextMenu {

  private final Supplier<Rows<R>> selected;
  private final Supplier<Rows<R>> all;
  private Optional<Bulk> bulk = Optional.empty();

  CopyMenu(Supplier<Rows<R>> selected, Supplier<Rows<R>> all) {
    this.selected = selected;
    this.all = all;
    var few = Arrays.stream(Rows.Form.values()).map(this::copySelected).toList();
    var many = new EnumMap<Rows.Form, MenuItem>(Rows.Form.class);
    for (var form : Rows.Form.values()) {
      many.put(form, copyAll(form));
    }
    getItems().addAll(few);
    getItems().add(new SeparatorMenuItem());
    getItems().addAll(many.values());
    setOnShowing(_ -> count(few, many));
  }

  /// Makes the text of all rows elsewhere from now on.
  void large(Bulk helper) {
    bulk = Optional.of(helper);
  }

  private void count(List<MenuItem> few, Map<Rows.Form, MenuItem> many) {
    int rows = all.get().rows().size();
    boolean none = selected.get().rows().isEmpty();
    few.forEach(item -> item.setDisable(none));
    many.forEach((form, item) -> {
      item.setDisable(rows == 0);
      item.setText(allWords(rows, form));
    });
  }

  static String allWords(int rows, Rows.Form form) {
    return rows <= 1
        ? "Copy all rows as " + form.words()
        : String.format(Locale.ROOT, "Copy all %,d rows as %s", rows, form.words());
  }

  private MenuItem copySelected(Rows.Form form) {
    var item = new MenuItem("Copy as " + form.words());
    item.setOnAction(_ -> Clip.copy(selected.get().text(form)));
    return item;
  }

  private MenuItem copyAll(Rows.Form form) {
    var item = new MenuItem(allWords(0, form));
    item.setId("copy-all-" + form.words());
    item.setOnAction(_ -> {
      var rows = all.get();
      bulk.ifPresentOrElse(
          helper -> helper.copy(rows.rows().size(), () -> rows.longText(form)),
          () -> Clip.copy(rows.text(form)));
    });
    return item;
  }
}
