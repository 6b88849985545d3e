package nib.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;
import nib.engine.packages.PackageReader;
import nib.engine.packages.PenPackage;

/// A Pen package in a temporary folder.
public final class PackageFolder {

  private final Path root;

  public PackageFolder(Path root) throws IOException {
    this.root = root;
    file("pen.json", "{\"type\": \"library\", \"dependencies\": {}}");
  }

  public PackageFolder file(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  public PenPackage read() throws FailureException {
    return PackageReader.read(root, Optional.empty());
  }
}
