package nib.app;

import javafx.application.Platform;
import javafx.scene.control.SplitPane;

/// Where the dividers of split panes stand.
public final class Dividers {

  private Dividers() {}

  /// Sets dividers now and once more after the layout that follows: a split pane that just got new
  /// items divides them by their preferred sizes, whatever it was told before.
  public static void put(SplitPane pane, double... at) {
    pane.setDividerPositions(at);
    Platform.runLater(() -> pane.setDividerPositions(at));
  }

  /// Where the first one stands, or stood when there last was one.
  static double first(SplitPane pane, double last) {
    return pane.getDividers().isEmpty() ? last : pane.getDividerPositions()[0];
  }
}
