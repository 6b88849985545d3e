package nib.app.border;

import java.nio.file.Path;
import nib.engine.Entry;
import nib.engine.diagnosis.Verdict;

/// A line of the border list.
public sealed interface BorderItem {

  /// The head of a part: "Imports", and how many there are.
  record Heading(String words, int count) implements BorderItem {}

  record OfEntry(Entry entry, Verdict verdict) implements BorderItem {}

  /// A module, by its path in the package; `problems` counts what is wrong in its text.
  record OfModule(String path, int problems) implements BorderItem {}

  record OfArchive(Path file) implements BorderItem {}

  /// What would be here.
  record Nothing(String words) implements BorderItem {}
}
