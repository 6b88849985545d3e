package nib.app.diagnosis;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.style.Icons;
import nib.app.style.Sentence;
import nib.app.table.Clip;
import nib.engine.diagnostic.Related;
import nib.engine.text.Location;

/// A finding with all that there is to say about it: its cure, and the places it is related to as
/// links.
final class FindingCard extends VBox {

  private final FindingRow finding;
  private final Consumer<Location> go;

  /// @param follow leads to what the finding is about
  /// @param go leads to a related place
  FindingCard(FindingRow finding, Consumer<FindingRow> follow, Consumer<Location> go) {
    super(4);
    this.finding = finding;
    this.go = go;
    getChildren().add(new Sentence(finding.glyph() + " " + finding.message()));
    finding.diagnostic().related().forEach(related -> getChildren().add(link(related)));
    if (!finding.cure().isEmpty()) {
      getChildren().add(new Sentence("cure: " + finding.cure(), "cure"));
    }
    var there = Icons.GO.labelled("Go to it");
    there.getStyleClass().add(Styles.SMALL);
    there.setMinWidth(Button.USE_PREF_SIZE);
    there.setOnAction(_ -> follow.accept(finding));
    var copy = new Button("Copy cure");
    copy.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    copy.setOnAction(_ -> Clip.copy(finding.cure()));
    getChildren().add(new HBox(8, there, copy));
  }

  private Hyperlink link(Related related) {
    var link = new Hyperlink(finding.words(related));
    link.getStyleClass().add("related");
    link.setWrapText(true);
    link.setOnAction(_ -> go.accept(related.location()));
    return link;
  }
}
