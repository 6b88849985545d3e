package nib.app;

import atlantafx.base.controls.Spacer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import nib.app.project.Homes;
import nib.app.project.Project;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Severity;
import nib.engine.foreign.Direction;

/// The line at the bottom: what runs now and how to stop it, otherwise how things stand.
final class StatusView extends HBox {

  private static final double BAR_WIDTH = 120;

  private final Desk desk;
  private final Label words = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Label hint = new Label();

  StatusView(Desk desk) {
    super(8);
    this.desk = desk;
    getStyleClass().add("status");
    setAlignment(Pos.CENTER_LEFT);
    words.setId("status");
    bar.setPrefWidth(BAR_WIDTH);
    bar.managedProperty().bind(bar.visibleProperty());
    hint.getStyleClass().add("muted");
    hint.setMinWidth(Label.USE_PREF_SIZE);
    getChildren().addAll(bar, words, new Spacer(), hint);
    InvalidationListener show = _ -> show();
    desk.background().running().addListener(show);
    desk.project().openedProperty().addListener(show);
    desk.project().reportProperty().addListener(show);
    desk.project().fileProperty().addListener(show);
    show();
  }

  private void show() {
    var running = desk.background().running();
    bar.setVisible(!running.isEmpty());
    words.setText(running.isEmpty() ? standing(desk.project()) : running.getLast().doing());
    hint.setText(running.isEmpty() ? "F1 keys   Ctrl+K search" : "Esc cancels");
  }

  private static String standing(Project project) {
    return project
        .opened()
        .map(view ->
            border(view)
                + project.reportProperty().get().map(StatusView::tally).orElse("")
                + mistakes(view))
        .or(() -> project.fileProperty().get().map(Object::toString))
        .orElse("Open a package or an archive to begin");
  }

  private static String border(OpenedPackage view) {
    return counted(view, Direction.IMPORT) + ", " + counted(view, Direction.EXPORT);
  }

  private static String counted(OpenedPackage view, Direction direction) {
    long count = view.entries().stream().filter(e -> e.direction() == direction).count();
    return "%d %s%s".formatted(count, direction.word(), count == 1 ? "" : "s");
  }

  /// What is wrong in the package's own text; its border stands all the same.
  private static String mistakes(OpenedPackage view) {
    var own = Homes.own(view);
    String words =
        Stream.of(Severity.ERROR, Severity.WARNING)
            .map(severity -> {
              long count = own.stream().filter(one -> one.severity() == severity).count();
              return count == 0
                  ? ""
                  : "%d %s%s".formatted(count, severity.word(), count == 1 ? "" : "s");
            })
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : "   in Pen: " + words;
  }

  private static String tally(CheckReport report) {
    return Arrays.stream(Verdict.values())
        .map(verdict -> {
          long count = report.verdicts().stream().filter(v -> v.verdict() == verdict).count();
          return count == 0 ? "" : "   %s %s %d".formatted(verdict.glyph(), verdict.word(), count);
        })
        .collect(Collectors.joining());
  }
}
