package nib.engine.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Failure;

/// Words for scripts that cannot or must not be run.
public final class ScriptText {

  private static final List<String> BACKUP_ENDINGS =
      List.of("~", ".bak", ".orig", ".rej", ".swp", ".old");

  private ScriptText() {}

  /// Why the script in this state does not run, and what to do about it; empty where it may run.
  ///
  /// @param allowOnce a yes for this run only
  public static Optional<Failure> refusal(Path root, ScriptState state, boolean allowOnce) {
    return switch (state) {
      case ScriptState.None _ ->
          Optional.of(
              new Failure(
                  "%s has no `pen-ffi` script to build with".formatted(root),
                  "add an executable `pen-ffi.sh` that prints the path of the `.a` file it builds"));
      case ScriptState.Many(var files) -> Optional.of(many(root, files));
      case ScriptState.NotExecutable(var file) ->
          Optional.of(
              new Failure(
                  "%s is not executable".formatted(file),
                  "chmod +x " + ShellText.quoted(file.toString())));
      case ScriptState.Found found ->
          found.trust().allowed() || allowOnce ? Optional.empty() : Optional.of(untrusted(found));
    };
  }

  private static Failure many(Path root, List<Path> files) {
    String names = files.stream().map(ScriptText::name).collect(Collectors.joining(", "));
    var backup = files.stream().map(ScriptText::bare).filter(ScriptText::isBackup).findFirst();
    return new Failure(
        "%s has %d `pen-ffi` scripts where one is allowed: %s".formatted(root, files.size(), names),
        backup
            .map("remove `%s`, an editor's backup: Pen's compiler counts it too"::formatted)
            .orElse("keep one and rename the others"));
  }

  private static Failure untrusted(ScriptState.Found found) {
    return found.trust() == Trust.REFUSED
        ? new Failure(
            "%s was answered with no, so it does not run".formatted(found.file()),
            "read it again, then say yes with --trust")
        : new Failure(
            "%s has not been trusted to run yet".formatted(found.file()),
            "read it, then say yes with --trust");
  }

  static boolean isBackup(String name) {
    return BACKUP_ENDINGS.stream().anyMatch(name::endsWith);
  }

  static String carriageReturn(String name) {
    return "the first line of `%s` ends with a carriage return, which the system takes for a part of"
            .formatted(name)
        + " the interpreter's name";
  }

  static String removeCarriageReturns(String name) {
    return "save it with LF line ends: sed -i 's/\\r$//' " + ShellText.quoted(name);
  }

  /// `120 s`, and `0.5 s` where it is not a whole number.
  static String seconds(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    return seconds == Math.rint(seconds)
        ? "%d s".formatted(duration.toSeconds())
        : "%s s".formatted(seconds);
  }

  static String name(Path file) {
    return "`" + bare(file) + "`";
  }

  private static String bare(Path file) {
    return String.valueOf(file.getFileName());
  }
}
