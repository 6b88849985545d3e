package nib.engine.packages;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;

/// Reads single packages from their folders, without what they depend on.
public final class PackageReader {

  static final String MANIFEST = "pen.json";

  private PackageReader() {}

  /// Reads the package that `path` lies in, its test modules included.
  ///
  /// @param edited a module's text that is read in the place of its file
  /// @throws FailureException when there is no package, or its `pen.json` is no JSON
  public static PenPackage read(Path path, Optional<SourceText> edited) throws FailureException {
    var edits = new Edits(edited.stream().toList());
    var folder = ReadFolder.read(root(path), true, edits, new ModuleMemory());
    return new PenPackage(folder.root(), folder.manifest(), folder.modules(), folder.diagnostics());
  }

  /// The nearest folder upward from `path` that has a `pen.json`
  /// (`cmd/pen/src/main_package_directory_finder.rs`).
  public static Path root(Path path) throws FailureException {
    var start = path.toAbsolutePath().normalize();
    if (!Files.exists(start)) {
      throw new FailureException(
          "there is no folder " + path, "name the folder of a Pen package, one with a pen.json");
    }
    for (var folder = start; folder != null; folder = folder.getParent()) {
      // A link that leads nowhere is meant as one.
      if (Files.exists(folder.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS)) {
        return folder;
      }
    }
    throw new FailureException(
        "neither %s nor a folder above it has a pen.json, so it is no Pen package".formatted(start),
        "name a package's folder, or make one with `pen create -l`");
  }
}
