package nib.engine.build;

import java.nio.file.Path;
import java.util.Optional;

/// What people have answered about running scripts. A memory that fails forgets; it stops nobody.
public interface TrustMemory {

  /// The answer about a script's content: [TrustAnswer#CONTENT] or [TrustAnswer#NO].
  ///
  /// @param digest SHA-256 of the script's bytes in lower-case hexadecimal
  Optional<TrustAnswer> answerAbout(String digest);

  /// Whether somebody said yes to whatever script stands in this folder.
  ///
  /// @param folder absolute, without symbolic links
  boolean trustsFolder(Path folder);

  /// Remembers an answer; a later one replaces it. [TrustAnswer#ONCE] leaves nothing to remember.
  void remember(Path folder, String digest, TrustAnswer answer);
}
