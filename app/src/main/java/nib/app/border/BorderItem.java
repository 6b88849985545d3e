package nib.app.border;

import java.nio.file.Path;
import nib.app.project.DependencyEntry;
import nib.engine.DependencyView;
import nib.engine.Entry;
import nib.engine.diagnosis.Verdict;
import nib.engine.packages.ModuleKind;

/// A line of the border list.
public sealed interface BorderItem {

  /// The head of a part: "Imports", and how many there are.
  record Heading(String words, int count) implements BorderItem {}

  record OfEntry(Entry entry, Verdict verdict) implements BorderItem {}

  /// A module, by its path in the package.
  ///
  /// @param problems how much is wrong in its text
  /// @param unsaved whether it has changes that are not in its file
  record OfModule(String path, ModuleKind kind, int problems, boolean unsaved)
      implements BorderItem {}

  record OfArchive(Path file) implements BorderItem {}

  /// What the package depends on.
  ///
  /// @param unfolded whether its own lines follow
  /// @param problems how much is wrong in its texts
  record OfDependency(DependencyView dependency, boolean unfolded, int problems)
      implements BorderItem {

    /// Whether there are lines to unfold.
    boolean folds() {
      return dependency.state() instanceof DependencyView.State.Read(_, var entries)
          && !entries.isEmpty();
    }
  }

  /// A function on a dependency's border.
  record OfDependencyEntry(DependencyEntry entry) implements BorderItem {}

  /// What would be here.
  record Nothing(String words) implements BorderItem {}
}
