package nib.engine.state;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native library, unpacked once for all runs.
///
/// Left alone, the driver unpacks it at each start, which takes 70 ms of 170, and leaves a copy
/// behind when the program is killed.
final class NativeLibrary {

  private NativeLibrary() {}

  /// Has the driver load the library from `folder`, and whatever else it unpacks go there too.
  static void keepIn(Path folder) throws IOException {
    System.setProperty("org.sqlite.tmpdir", folder.toString());
    String name = LibraryLoaderUtil.getNativeLibName();
    URL packed =
        SQLiteJDBCLoader.class.getResource(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
    if (packed != null) {
      Path versioned = Files.createDirectories(folder.resolve(SQLiteJDBCLoader.getVersion()));
      Path file = versioned.resolve(name);
      if (!Files.isRegularFile(file)) {
        unpack(packed, file);
      }
      System.setProperty("org.sqlite.lib.path", versioned.toString());
    }
  }

  /// Another program may be unpacking it at the same time: both move a whole file to its place.
  private static void unpack(URL packed, Path file) throws IOException {
    Path part = Files.createTempFile(file.resolveSibling(""), "unpacking", "");
    try (var bytes = packed.openStream()) {
      Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
