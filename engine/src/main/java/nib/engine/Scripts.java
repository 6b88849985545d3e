package nib.engine;

import java.util.stream.Collectors;
import nib.engine.build.ScriptState;
import nib.engine.build.Trust;
import nib.engine.diagnostic.FailureException;

/// Decides whether a package's script may run, and says why not.
final class Scripts {

  private Scripts() {}

  static ScriptState.Found runnable(ScriptState state, BuildRequest request)
      throws FailureException {
    return switch (state) {
      case ScriptState.Found found -> allowed(found, request);
      case ScriptState.None() ->
          throw new FailureException(
              "%s has no pen-ffi script, so there is nothing to build"
                  .formatted(request.packageRoot()),
              "add an executable pen-ffi.sh at its top, or name an archive with --archive");
      case ScriptState.Many(var files) ->
          throw new FailureException(
              "%s has %d pen-ffi scripts: %s"
                  .formatted(
                      request.packageRoot(),
                      files.size(),
                      files.stream()
                          .map(file -> String.valueOf(file.getFileName()))
                          .collect(Collectors.joining(", "))),
              "keep one; Pen's compiler refuses a package with several");
      case ScriptState.NotExecutable(var file) ->
          throw new FailureException(
              "%s is not executable".formatted(file), "run: chmod +x %s".formatted(file));
    };
  }

  private static ScriptState.Found allowed(ScriptState.Found found, BuildRequest request)
      throws FailureException {
    if (found.trust().allowed() || request.allowOnce()) {
      return found;
    }
    throw new FailureException(
        found.trust() == Trust.REFUSED
            ? "%s may not run: it was refused before".formatted(found.file())
            : "%s has not been allowed to run".formatted(found.file()),
        "read it, then say --trust, or answer the window's question");
  }
}
