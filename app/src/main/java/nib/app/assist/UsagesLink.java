package nib.app.assist;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import nib.app.assist.EntryUsagesViewModel.Count;

/// How often the selected function is mentioned; it leads to the list.
public final class UsagesLink extends Hyperlink {

  public UsagesLink(AssistViewModel model) {
    setId("entry-usages");
    getStyleClass().add("usages-link");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip("List every place that mentions the selected function"));
    setOnAction(_ -> {
      // It leads there as often as one likes, and is never "visited".
      setVisited(false);
      model.findEntryUsages();
    });
    model.entryUsages().countProperty().addListener((_, _, count) -> show(count));
    show(model.entryUsages().countProperty().get());
  }

  private void show(Optional<Count> count) {
    setText(count.map(Count::words).orElse(""));
    setVisible(count.isPresent());
  }
}
