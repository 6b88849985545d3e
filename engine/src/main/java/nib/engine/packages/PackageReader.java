package nib.engine.packages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Location;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Reads packages from their folders.
///
/// A package is a folder with a `pen.json`. Its modules are all files below whose extension, taken
/// from the first dot of the file's name, is exactly `pen`; folders and files whose names begin
/// with a dot are passed over, and links are followed (`lib/app/src/file_finder.rs`).
public final class PackageReader {

  private static final String MANIFEST = "pen.json";

  /// Nobody writes a module of this size; reading one by accident would stop the window.
  private static final long LARGEST_MODULE = 32L << 20;

  private final Path root;
  private final Optional<SourceText> edited;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PackageReader(Path root, Optional<SourceText> edited) {
    this.root = root;
    this.edited = edited;
  }

  /// Reads the package that `path` lies in.
  ///
  /// @param edited a module's text that is read in the place of its file
  /// @throws FailureException when there is no package, or its `pen.json` is no JSON
  public static PenPackage read(Path path, Optional<SourceText> edited) throws FailureException {
    return new PackageReader(root(path), edited).read();
  }

  /// The nearest folder upward from `path` that has a `pen.json`.
  public static Path root(Path path) throws FailureException {
    var start = path.toAbsolutePath().normalize();
    if (!Files.exists(start)) {
      throw new FailureException(
          "there is no folder " + path, "name the folder of a Pen package, one with a pen.json");
    }
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(MANIFEST))) {
        return folder;
      }
    }
    throw new FailureException(
        "neither %s nor a folder above it has a pen.json, so it is no Pen package".formatted(start),
        "name a package's folder, or make one with `pen create -l`");
  }

  private PenPackage read() throws FailureException {
    var manifestFile = root.resolve(MANIFEST);
    SourceText source;
    try {
      source = new SourceText(manifestFile, decode(Files.readAllBytes(manifestFile)));
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read: %s".formatted(manifestFile, reason(e)),
          "save it as UTF-8 text that you may read",
          e);
    }
    var manifest = ManifestReader.read(source, diagnostics);
    var modules = new ArrayList<PenModule>();
    for (var file : moduleFiles()) {
      module(file).ifPresent(modules::add);
    }
    return new PenPackage(root, manifest, modules, diagnostics);
  }

  private List<Path> moduleFiles() throws FailureException {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new ModuleVisitor(files));
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read: %s".formatted(root, reason(e)), "make the folder readable", e);
    }
    files.sort(null);
    return files;
  }

  private Optional<PenModule> module(Path file) {
    try {
      var source =
          edited.isPresent() && edited.get().file().equals(file)
              ? edited.get()
              : new SourceText(file, text(file));
      return Optional.of(PenModule.of(relative(file), source));
    } catch (IOException e) {
      unreadable(file, reason(e));
      return Optional.empty();
    }
  }

  private static String text(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST_MODULE) {
      throw new IOException(
          "it has %,d bytes, more than the %,d that a module may have"
              .formatted(size, LARGEST_MODULE));
    }
    return decode(Files.readAllBytes(file));
  }

  private static String decode(byte[] bytes) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("the byte at offset %d is not UTF-8".formatted(in.position()), e);
    }
  }

  private void unreadable(Path file, String why) {
    diagnostics.add(
        new Diagnostic(
            Severity.ERROR,
            new PackageProblem.UnreadableModule(why),
            new Location(file, 1, 1),
            new Span(0, 0)));
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /// What went wrong, without the class name and path that Java's messages carry.
  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException _ -> "it is gone";
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      default -> Optional.ofNullable(e.getMessage()).orElse("unknown reason");
    };
  }

  private final class ModuleVisitor extends SimpleFileVisitor<Path> {

    private final List<Path> files;

    ModuleVisitor(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && hidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      int dot = name.indexOf('.');
      if (!hidden(file) && dot > 0 && name.substring(dot).equals(".pen")) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // A link to a folder that it lies in shows nothing that was not seen.
      if (!(e instanceof FileSystemLoopException)) {
        unreadable(file, reason(e));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean hidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }
  }
}
