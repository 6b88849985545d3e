package nib.engine.build;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nib.engine.diagnostic.Failure;

/// Reads the documented protocol's standard output: absolute paths of `.a` files.
///
/// The manual does not say how several paths are separated, what a relative one means, and what
/// else may be printed. Nib takes one path a line without the blanks around it, a relative one from
/// the package's folder, and everything that is no path for talk.
final class PrintedArchives {

  private static final int MOST_PATHS = 1_000;

  private final Path root;
  private final String script;
  private final Set<String> lines = new LinkedHashSet<>();
  private Optional<String> talk = Optional.empty();
  private final List<Path> archives = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Failure> missing = new ArrayList<>();
  private final List<Failure> others = new ArrayList<>();

  /// @param script the script's name, for sentences
  PrintedArchives(Path root, String script) {
    this.root = root;
    this.script = script;
  }

  /// Takes a line as it is printed. The files are looked at when the script has ended.
  void add(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return;
    }
    if (lines.size() < MOST_PATHS && isPath(text) && (text.endsWith(".a") || isAbsolute(text))) {
      lines.add(text);
    } else {
      chat(text);
    }
  }

  /// Looks which of the printed paths are archives.
  void resolve() {
    lines.forEach(this::resolve);
    talk.ifPresent(line ->
        remarks.add(
            "standard output is for the archives' paths: send `%s` and its like to standard error"
                .formatted(line)));
  }

  List<Path> archives() {
    return List.copyOf(archives);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /// What was wrong with the paths. An archive that was promised and is not there always counts; a
  /// path to something else only where there is no archive at all.
  Optional<Failure> failure() {
    return Stream.concat(missing.stream(), archives.isEmpty() ? others.stream() : Stream.empty())
        .findFirst();
  }

  private void resolve(String line) {
    Path path = root.resolve(line).normalize();
    boolean absolute = isAbsolute(line);
    boolean file = Files.isRegularFile(path);
    if (file && line.endsWith(".a")) {
      archives.add(path);
      if (!absolute) {
        remarks.add(
            "`%s` printed the relative path `%s`, taken from the package's folder: print the absolute"
                    .formatted(script, line)
                + " one");
      }
    } else if (line.endsWith(".a") && (absolute || !line.contains(" "))) {
      missing.add(
          new Failure(
              "`%s` printed the path %s, and there is no such file".formatted(script, path),
              line.contains(".a /")
                  ? "print one path a line"
                  : "print the path of the archive that the script really writes"));
    } else if (file && absolute) {
      others.add(
          new Failure(
              "`%s` printed the path %s, which is no `.a` file".formatted(script, path),
              "build a static archive (ar rcs libname.a *.o; in Rust crate-type staticlib) and"
                  + " print its path"));
    } else {
      chat(line);
    }
  }

  private void chat(String text) {
    if (talk.isEmpty()) {
      talk = Optional.of(text);
    }
  }

  private static boolean isPath(String text) {
    try {
      return !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isAbsolute(String text) {
    return Path.of(text).isAbsolute();
  }
}
