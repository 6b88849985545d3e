package nib.engine.build;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.diagnostic.FailureException;

/// Finds the `pen-ffi` script at a package's top.
///
/// The manual allows any extension or none; the compiler takes whatever matches `pen-ffi.*`, and
/// refuses the package when that is more than one thing (`lib/infra/src/package_script_finder.rs`).
/// That pattern takes editors' backups (`pen-ffi.sh~`) and folders as well, so Nib counts them too.
public final class ScriptFinder {

  private static final String NAME = "pen-ffi";

  private ScriptFinder() {}

  public static ScriptState find(Path root, TrustMemory memory) throws FailureException {
    try {
      var files = candidates(root);
      return switch (files.size()) {
        case 0 -> new ScriptState.None();
        case 1 -> one(files.getFirst(), memory);
        default -> new ScriptState.Many(files);
      };
    } catch (NoSuchFileException e) {
      throw new FailureException(
          "there is no folder " + root, "name the folder of a Pen package, one with a pen.json", e);
    } catch (IOException e) {
      throw new FailureException(
          "the script of %s cannot be read: %s".formatted(root, e.getMessage()),
          "give yourself the right to read the folder and the script",
          e);
    }
  }

  /// Remembers what somebody said when shown a script.
  public static void answer(ScriptState.Found script, TrustAnswer answer, TrustMemory memory)
      throws FailureException {
    try {
      memory.remember(folder(script.file()), script.digest(), answer);
    } catch (IOException e) {
      throw new FailureException(
          "the folder of %s cannot be read: %s".formatted(script.file(), e.getMessage()),
          "see that it is still there",
          e);
    }
  }

  private static List<Path> candidates(Path root) throws IOException {
    var found = new ArrayList<Path>();
    try (var entries = Files.newDirectoryStream(root.toAbsolutePath().normalize())) {
      for (var entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (name.startsWith(NAME + ".") || (name.equals(NAME) && Files.isRegularFile(entry))) {
          found.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(null);
    return found;
  }

  private static ScriptState one(Path file, TrustMemory memory)
      throws IOException, FailureException {
    if (!Files.isRegularFile(file)) {
      throw new FailureException(
          "%s has a script's name and is not a file".formatted(file),
          "rename it: Pen's compiler takes it for the package's script");
    }
    if (!Files.isExecutable(file)) {
      return new ScriptState.NotExecutable(file);
    }
    var content = ScriptFile.read(file);
    return new ScriptState.Found(
        file,
        content.text(),
        content.digest(),
        trust(file, content.digest(), memory),
        ScriptRemarks.about(file, content.text()));
  }

  private static Trust trust(Path file, String digest, TrustMemory memory) throws IOException {
    if (ShippedScripts.contain(digest)) {
      return Trust.SHIPPED;
    }
    var answer = memory.answerAbout(digest);
    if (answer.isPresent()) {
      return answer.get() == TrustAnswer.NO ? Trust.REFUSED : Trust.CONTENT;
    }
    return memory.trustsFolder(folder(file)) ? Trust.FOLDER : Trust.ASK;
  }

  /// The folder that an answer about this script is remembered for: the package's, also where the
  /// script itself is a link to a file elsewhere.
  private static Path folder(Path file) throws IOException {
    return file.resolveSibling("").toRealPath();
  }
}
