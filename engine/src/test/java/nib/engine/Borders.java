package nib.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.analysis.Analyzer;
import nib.engine.foreign.Border;
import nib.engine.foreign.ForeignFunction;

/// The borders of packages on the disk.
public final class Borders {

  private Borders() {}

  /// A package's foreign functions.
  public static List<ForeignFunction> functions(Path folder) throws Exception {
    var root = Optional.ofNullable(System.getenv("PEN_ROOT")).map(Path::of);
    var analysis =
        new Analyzer().analyze(List.of(folder.toAbsolutePath().normalize()), List.of(), root);
    return Border.of(analysis.graph(), analysis.definitions(), (_, _) -> true)
        .functions(analysis.graph().opened().getFirst());
  }

  /// The folders of the packages that lie in a folder.
  public static List<Path> packages(Path below) throws IOException {
    try (Stream<Path> folders = Files.list(below)) {
      return folders.filter(one -> Files.exists(one.resolve("pen.json"))).sorted().toList();
    }
  }
}
