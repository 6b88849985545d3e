package nib.engine.packages;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Location;
import nib.engine.text.Span;

/// Finds the module files of a package.
///
/// They are all files below whose extension, taken from the first dot of the file's name, is
/// exactly `pen` or `test.pen`. Files and folders whose names begin with a dot are passed over, and
/// links are followed (`lib/app/src/file_finder.rs`).
final class FolderWalk {

  /// Links to and fro can make a folder endless: a hundred of them in a few folders are enough.
  static final int MOST_ENTRIES = 200_000;

  private static final String MODULE = ".pen";
  private static final String TEST_MODULE = ".test.pen";

  /// A module's file as the walk met it.
  ///
  /// @param path relative to the package, with `/` between its parts
  record ModuleFile(String path, Path file, BasicFileAttributes attributes) {}

  private record Folder(
      Path folder, String prefix, BasicFileAttributes attributes, Optional<Folder> parent) {}

  private final boolean tests;
  private final FolderMemory memory;
  private final List<Diagnostic> diagnostics;
  private final List<ModuleFile> found = new ArrayList<>();
  private final Deque<Folder> waiting = new ArrayDeque<>();
  private int left = MOST_ENTRIES;

  private FolderWalk(boolean tests, FolderMemory memory, List<Diagnostic> diagnostics) {
    this.tests = tests;
    this.memory = memory;
    this.diagnostics = diagnostics;
  }

  /// The files in the order of their paths.
  ///
  /// @param tests whether test modules are wanted
  /// @param diagnostics takes what could not be looked into
  static List<ModuleFile> find(
      Path root, boolean tests, FolderMemory memory, List<Diagnostic> diagnostics) {
    var walk = new FolderWalk(tests, memory, diagnostics);
    try {
      var attributes = Files.readAttributes(root, BasicFileAttributes.class);
      walk.waiting.push(new Folder(root, "", attributes, Optional.empty()));
    } catch (IOException e) {
      walk.unreadableFolder(root, e);
    }
    while (!walk.waiting.isEmpty() && walk.left > 0) {
      walk.list(walk.waiting.pop());
    }
    if (walk.left <= 0) {
      walk.report(root, new PackageProblem.FolderTooLarge(MOST_ENTRIES));
    }
    walk.found.sort(Comparator.comparing(ModuleFile::path));
    return walk.found;
  }

  static boolean isModule(String name, boolean tests) {
    int dot = name.indexOf('.');
    String extension = dot > 0 ? name.substring(dot) : "";
    return extension.equals(MODULE) || (tests && extension.equals(TEST_MODULE));
  }

  static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  private void list(Folder folder) {
    var stamp = Stamp.of(folder.attributes());
    var before = memory.find(folder.folder(), stamp);
    if (before.isPresent()) {
      left -= before.get().entries();
      before.get().names().forEach(name -> visit(folder, folder.folder().resolve(name), name));
      return;
    }
    var now = Instant.now();
    var names = new ArrayList<String>();
    int entries = 0;
    try (var stream = Files.newDirectoryStream(folder.folder())) {
      for (var entry : stream) {
        String name = String.valueOf(entry.getFileName());
        if (!isHidden(name) && visit(folder, entry, name)) {
          names.add(name);
        }
        entries++;
        if (--left <= 0) {
          return;
        }
      }
      memory.remember(folder.folder(), new FolderMemory.Listing(stamp, entries, names), now);
    } catch (DirectoryIteratorException e) {
      unreadableFolder(
          folder.folder(),
          Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException("unknown reason", e)));
    } catch (IOException e) {
      unreadableFolder(folder.folder(), e);
    }
  }

  /// @return whether it is worth another look next time
  private boolean visit(Folder folder, Path entry, String name) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (IOException e) {
      if (isModule(name, tests)) {
        String why =
            Files.isSymbolicLink(entry) ? "the link leads nowhere" : UnreadableException.reason(e);
        report(entry, new PackageProblem.UnreadableModule(why));
      }
      return true;
    }
    if (attributes.isDirectory()) {
      var inner = new Folder(entry, folder.prefix() + name + "/", attributes, Optional.of(folder));
      // A link to a folder that it lies in shows nothing that was not seen.
      if (!loops(inner)) {
        waiting.push(inner);
      }
      return true;
    }
    if (isModule(name, true)) {
      module(folder, entry, attributes);
      return true;
    }
    return false;
  }

  private void module(Folder folder, Path entry, BasicFileAttributes attributes) {
    String name = String.valueOf(entry.getFileName());
    if (!isModule(name, tests)) {
      return;
    }
    if (attributes.isRegularFile()) {
      found.add(new ModuleFile(folder.prefix() + name, entry, attributes));
    } else {
      report(entry, new PackageProblem.UnreadableModule("it is a device or a pipe, not a file"));
    }
  }

  private static boolean loops(Folder inner) {
    for (var above = inner.parent(); above.isPresent(); above = above.get().parent()) {
      if (same(inner, above.get())) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(Folder one, Folder other) {
    Object key = one.attributes().fileKey();
    if (key != null) {
      return Objects.equals(key, other.attributes().fileKey());
    }
    try {
      return Files.isSymbolicLink(one.folder()) && Files.isSameFile(one.folder(), other.folder());
    } catch (IOException e) {
      return true;
    }
  }

  private void unreadableFolder(Path folder, IOException e) {
    report(folder, new PackageProblem.UnreadableFolder(UnreadableException.reason(e)));
  }

  private void report(Path file, PackageProblem problem) {
    diagnostics.add(
        new Diagnostic(Severity.ERROR, problem, new Location(file, 1, 1), new Span(0, 0)));
  }
}
