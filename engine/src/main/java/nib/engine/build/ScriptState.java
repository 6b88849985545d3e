package nib.engine.build;

import java.nio.file.Path;
import java.util.List;

/// What stands at a package's top under the name `pen-ffi`.
public sealed interface ScriptState {

  /// No script: the package has no foreign library of its own.
  record None() implements ScriptState {}

  /// One script, and what is known about running it.
  ///
  /// @param digest SHA-256 of the script's bytes in lower-case hexadecimal
  /// @param remarks where one of the two script protocols would not accept it, in sentences
  record Found(Path file, String text, String digest, Trust trust, List<String> remarks)
      implements ScriptState {
    public Found {
      remarks = List.copyOf(remarks);
    }
  }

  /// Several where one is allowed. Pen's compiler refuses the package when more than one of them
  /// has an extension; Nib does in any case, because nobody can tell which one is meant.
  record Many(List<Path> files) implements ScriptState {
    public Many {
      files = List.copyOf(files);
    }
  }

  record NotExecutable(Path file) implements ScriptState {}
}
