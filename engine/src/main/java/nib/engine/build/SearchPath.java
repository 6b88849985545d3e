package nib.engine.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders that commands are looked for in.
///
/// @param endings what a command's file may end with: nothing, or `.exe` and the like on Windows
record SearchPath(List<Path> folders, List<String> endings) {

  SearchPath {
    folders = List.copyOf(folders);
    endings = List.copyOf(endings);
  }

  /// The one of the shell that started this process.
  static SearchPath ofEnvironment() {
    String variable = Optional.ofNullable(System.getenv("PATH")).orElse("");
    var folders =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(variable)
            .flatMap(SearchPath::folder)
            .toList();
    boolean windows = File.separatorChar == '\\';
    return new SearchPath(folders, windows ? List.of(".exe", ".cmd", ".bat") : List.of(""));
  }

  Optional<Path> find(String command) {
    return folders.stream()
        .flatMap(folder -> endings.stream().map(ending -> folder.resolve(command + ending)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> folder(String text) {
    try {
      return text.isEmpty() ? Stream.empty() : Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
