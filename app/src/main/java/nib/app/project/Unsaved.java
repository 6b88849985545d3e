package nib.app.project;

import java.nio.file.Path;
import java.util.List;
import nib.engine.diagnostic.Failure;
import nib.engine.text.SourceText;

/// Keeps unsaved texts from being lost without a word: whoever would lose them is told first, and
/// loses them when they ask again.
final class Unsaved {

  private final Drafts drafts;
  private final Messages messages;
  private List<SourceText> told = List.of();

  Unsaved(Drafts drafts, Messages messages) {
    this.drafts = drafts;
    this.messages = messages;
  }

  List<SourceText> below(Path root) {
    return drafts.all().stream().filter(text -> text.file().startsWith(root)).toList();
  }

  /// Whether these may go; where not, it was said why.
  boolean mayGo(List<SourceText> texts) {
    if (texts.isEmpty() || texts.equals(told)) {
      return true;
    }
    told = texts;
    var names =
        texts.stream().map(text -> String.valueOf(text.file().getFileName())).sorted().toList();
    messages.say(
        new Failure(
            "not saved: " + String.join(", ", names),
            "save with Ctrl+S, or close once more and lose the changes"));
    return false;
  }

  void discard(List<SourceText> texts) {
    texts.forEach(text -> drafts.discard(text.file()));
  }
}
