package nib.app.table;

import nib.app.Background;
import nib.engine.diagnostic.Failure;

/// What a table does with more rows than the window's thread has time for.
public interface Bulk {

  /// Copies the text that a job makes.
  ///
  /// @param rows how many there are
  void copy(int rows, Background.Job<String> text);

  /// Tells what was not done, and what to do instead.
  void refuse(Failure why);
}
