package nib.app.editor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.app.project.Drafts;
import nib.engine.text.SourceText;

/// Every text that was shown, so that coming back to one finds it as it was left. What is not saved
/// is a draft.
final class Buffers {

  private final Drafts drafts;
  private final Map<Path, Buffer> byFile = new LinkedHashMap<>();

  Buffers(Drafts drafts) {
    this.drafts = drafts;
  }

  /// The buffer of a file; a fresh one with the file's text where there was none, or one that could
  /// only be looked at.
  Buffer open(String name, SourceText source, boolean editable) {
    return byFile.compute(
        source.file(),
        (_, had) ->
            had == null || had.editable() != editable ? new Buffer(name, source, editable) : had);
  }

  Optional<Buffer> of(Path file) {
    return Optional.ofNullable(byFile.get(file));
  }

  List<Buffer> all() {
    return List.copyOf(byFile.values());
  }

  List<Buffer> unsaved() {
    return byFile.values().stream().filter(Buffer::unsaved).toList();
  }

  /// Makes the buffer's text a draft, or no longer.
  void publish(Buffer buffer) {
    String text = buffer.fileText();
    if (buffer.saved().filter(text::equals).isPresent()) {
      if (drafts.of(buffer.file()).isPresent()) {
        drafts.discard(buffer.file());
      }
    } else if (drafts.of(buffer.file()).filter(draft -> draft.text().equals(text)).isEmpty()) {
      drafts.put(new SourceText(buffer.file(), text));
    }
  }

  void forget(Buffer buffer) {
    byFile.remove(buffer.file());
    drafts.discard(buffer.file());
  }
}
