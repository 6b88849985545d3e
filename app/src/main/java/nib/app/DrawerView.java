package nib.app;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import nib.app.Drawer.Tab;
import nib.app.style.Icons;

/// The drawer: a strip of tabs that is always there, and one thing under it when open.
final class DrawerView extends BorderPane {

  private final Drawer drawer;
  private final Map<Tab, Node> contents;
  private final HBox strip = new HBox(4);

  DrawerView(Desk desk, Map<Tab, Node> contents) {
    this.drawer = desk.drawer();
    this.contents = contents;
    setId("drawer");
    strip.getStyleClass().add("drawer-strip");
    strip.setAlignment(Pos.CENTER_LEFT);
    Stream.of(Tab.values()).forEach(tab -> strip.getChildren().add(toggle(tab, desk)));
    var close = Icons.DRAWER.button("Close the drawer (Esc)");
    close.setOnAction(_ -> drawer.close());
    close.visibleProperty().bind(drawer.openProperty());
    strip.getChildren().addAll(new Spacer(), close);
    setTop(strip);
    InvalidationListener show = _ -> show();
    drawer.tabProperty().addListener(show);
    drawer.openProperty().addListener(show);
    show();
  }

  private ToggleButton toggle(Tab tab, Desk desk) {
    var toggle = new ToggleButton(tab.words());
    toggle.setId("tab-" + tab.words());
    toggle.getStyleClass().addAll(Styles.SMALL, "drawer-tab");
    toggle.setOnAction(_ -> {
      drawer.toggle(tab);
      toggle.setSelected(drawer.openProperty().get() && drawer.tabProperty().get() == tab);
    });
    InvalidationListener mark =
        _ -> toggle.setSelected(drawer.openProperty().get() && drawer.tabProperty().get() == tab);
    drawer.tabProperty().addListener(mark);
    drawer.openProperty().addListener(mark);
    if (tab == Tab.FINDINGS) {
      toggle
          .textProperty()
          .bind(Bindings.size(desk.findings().all()).asString(tab.words() + " %d"));
    }
    return toggle;
  }

  private void show() {
    setCenter(drawer.openProperty().get() ? contents.get(drawer.tabProperty().get()) : null);
  }
}
