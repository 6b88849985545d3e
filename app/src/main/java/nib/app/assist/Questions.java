package nib.app.assist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.app.Background;
import nib.app.Question;
import nib.engine.Cursor;
import nib.engine.Workbench;
import nib.engine.text.SourceText;

/// How the engine is asked about a place: among which texts, and away from the window.
final class Questions {

  private final Workbench workbench;
  private final Background background;
  private final Texts texts;

  Questions(Workbench workbench, Background background, Texts texts) {
    this.workbench = workbench;
    this.background = background;
    this.texts = texts;
  }

  Workbench workbench() {
    return workbench;
  }

  Texts texts() {
    return texts;
  }

  <T> Question<T> kind() {
    return new Question<>(background);
  }

  /// A place in a text as it stands on the screen, which may be newer than what was read last.
  Cursor cursor(Path file, String text, int offset) {
    return new Cursor(texts.open(), edited(file, text), file, offset);
  }

  private List<SourceText> edited(Path file, String text) {
    var edited = texts.edited();
    var known =
        edited.stream()
            .filter(draft -> draft.file().equals(file))
            .findFirst()
            .or(() -> texts.read(file));
    if (known.map(SourceText::text).equals(Optional.of(text))) {
      return edited;
    }
    return Stream.concat(
            edited.stream().filter(draft -> !draft.file().equals(file)),
            Stream.of(new SourceText(file, text)))
        .toList();
  }
}
