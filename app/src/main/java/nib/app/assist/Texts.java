package nib.app.assist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.text.SourceText;

/// The texts that questions are asked among.
public interface Texts {

  /// The folders of the packages that are open.
  List<Path> open();

  /// What was changed and not saved.
  List<SourceText> edited();

  /// A module of the opened packages as it was read last; empty for any other file.
  Optional<SourceText> read(Path file);
}
