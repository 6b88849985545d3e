package nib.engine.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;

/// A folder beside the linked libraries for the files of one link, gone when that is done.
record LinkRoom(Path folder) implements AutoCloseable {

  private static final int MOST_LIBRARIES = 64;

  static LinkRoom in(Path cacheFolder) throws IOException {
    Files.createDirectories(cacheFolder);
    return new LinkRoom(Files.createTempDirectory(cacheFolder, "link-"));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /// Deletes the oldest of the libraries linked before. One that a worker has loaded stays with it.
  void sweep(Path linked) throws IOException {
    Files.setLastModifiedTime(linked, FileTime.fromMillis(System.currentTimeMillis()));
    try (var files = Files.list(linked.toAbsolutePath().getParent())) {
      var oldest =
          files
              .filter(TrialLinker::isLibrary)
              .sorted(Comparator.comparing(LinkRoom::time).reversed())
              .skip(MOST_LIBRARIES)
              .toList();
      for (var file : oldest) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
