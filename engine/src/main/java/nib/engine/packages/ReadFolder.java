package nib.engine.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Severity;
import nib.engine.text.SourceText;

/// A package's folder as it was read, whatever URLs lead to it.
///
/// @param root as it was asked for
/// @param realRoot the same without links
/// @param modules in the order of their paths
/// @param diagnostics those of `pen.json` and of files that could not be read
record ReadFolder(
    Path root,
    Path realRoot,
    Manifest manifest,
    List<PenModule> modules,
    List<Diagnostic> diagnostics) {

  /// A `pen.json` is a few lines.
  private static final int LARGEST_MANIFEST = 1 << 20;

  /// @param tests whether test modules are wanted
  /// @throws FailureException when it is no package, or its `pen.json` is no JSON
  static ReadFolder read(Path root, boolean tests, Edits edits, ModuleMemory memory)
      throws FailureException {
    var diagnostics = new ArrayList<Diagnostic>();
    var manifest = manifest(root, edits, diagnostics);
    var realRoot = real(root);
    var modules = new ArrayList<PenModule>();
    var seen = new HashSet<Path>();
    for (var file : FolderWalk.find(root, tests, memory.folders(), diagnostics)) {
      seen.add(root.relativize(file.file()));
      module(file, edits, memory, diagnostics).ifPresent(modules::add);
    }
    edits
        .below(root, realRoot)
        .forEach((path, text) -> {
          if (!seen.contains(path) && isModule(path, tests)) {
            modules.add(memory.module(withSlashes(path), root.resolve(path), text));
            removeTrouble(root.resolve(path), diagnostics);
          }
        });
    modules.sort(Comparator.comparing(PenModule::path));
    diagnostics.sort(Comparator.comparing(one -> file(root, one)));
    return new ReadFolder(root, realRoot, manifest, modules, diagnostics);
  }

  /// What is wrong with `pen.json` comes first.
  private static String file(Path root, Diagnostic one) {
    var file = one.location().file();
    return file.equals(root.resolve(PackageReader.MANIFEST)) ? "" : file.toString();
  }

  /// The folder without links.
  ///
  /// @throws FailureException when it cannot be read
  static Path real(Path folder) throws FailureException {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read: %s".formatted(folder, UnreadableException.reason(e)),
          "make the folder readable",
          e);
    }
  }

  private static Manifest manifest(Path root, Edits edits, List<Diagnostic> diagnostics)
      throws FailureException {
    var file = root.resolve(PackageReader.MANIFEST);
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new FailureException(
            "%s is %s, not a file"
                .formatted(file, attributes.isDirectory() ? "a folder" : "a device or a pipe"),
            "put a file of that name in its place");
      }
      var edited = edits.of(file, attributes);
      String text =
          edited.isPresent() ? edited.get().text() : TextFile.read(file, LARGEST_MANIFEST);
      return ManifestReader.read(new SourceText(file, text), diagnostics);
    } catch (IOException e) {
      throw unreadable(file, new UnreadableException(file, e));
    } catch (UnreadableException e) {
      throw unreadable(file, e);
    }
  }

  private static FailureException unreadable(Path manifest, UnreadableException e) {
    return new FailureException(
        "%s cannot be read: %s".formatted(manifest, e.why()),
        "save it as UTF-8 text that you may read",
        e);
  }

  private static Optional<PenModule> module(
      FolderWalk.ModuleFile file, Edits edits, ModuleMemory memory, List<Diagnostic> diagnostics) {
    try {
      var edited = edits.of(file.file(), file.attributes());
      return Optional.of(
          edited.isPresent()
              ? memory.module(file.path(), file.file(), edited.get())
              : memory.module(file));
    } catch (UnreadableException e) {
      diagnostics.add(
          new Diagnostic(
              Severity.ERROR,
              new PackageProblem.UnreadableModule(e.why()),
              e.location(),
              e.span()));
      return Optional.empty();
    }
  }

  /// Whether a file that is not there yet will be a module.
  private static boolean isModule(Path path, boolean tests) {
    for (var part : path) {
      if (FolderWalk.isHidden(part.toString())) {
        return false;
      }
    }
    return FolderWalk.isModule(String.valueOf(path.getFileName()), tests);
  }

  private static String withSlashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /// What is wrong with a file on disk is nothing to a text that stands in its place.
  private static void removeTrouble(Path file, List<Diagnostic> diagnostics) {
    diagnostics.removeIf(one -> one.location().file().equals(file));
  }
}
