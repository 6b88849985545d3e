package nib.engine.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nib.engine.diagnostic.FailureException;
import nib.engine.process.Commands;

/// Links archives into a shared library for one function.
///
/// Only the members that the function needs come in, and within the library names are bound as they
/// would be in a program that the archives are linked into: the archives first, in their order and
/// any number of times, then the C library.
final class TrialLinker {

  /// Goes up with every change to how libraries are linked.
  private static final String RECIPE = "1";

  /// A linker may complain of what a first shim has brought in.
  private static final int MOST_ATTEMPTS = 4;

  private static final List<String> EXPORTS =
      List.of("nib_string_make", "nib_string_length", "nib_string_bytes", "nib_string_drop");

  private static final List<String> REPLACEABLE =
      List.of("_pen_malloc", "_pen_realloc", "_pen_free", "_pen_unreachable", "_pen_debug");

  private final Path folder;
  private final Toolchain toolchain;

  TrialLinker(Commands commands, Path folder) {
    this.folder = folder;
    this.toolchain = new Toolchain(commands, folder);
  }

  /// Where the library for a function is, or has to be linked: its name tells the archives' paths,
  /// sizes and times.
  SharedLibrary locate(String symbol, List<Path> archives) throws FailureException {
    if (archives.isEmpty()) {
      throw new FailureException(
          "there is no archive to find %s in".formatted(symbol),
          "build the package first, or name an archive");
    }
    var key = new StringBuilder(RECIPE).append('\n').append(RuntimeSource.fingerprint());
    key.append('\n').append(symbol);
    var absolute = new ArrayList<Path>();
    for (var archive : archives) {
      var path = archive.toAbsolutePath();
      absolute.add(path);
      key.append('\n').append(path).append('\n').append(state(path));
    }
    String name = "trial-" + digest(key.toString()) + (Platform.IS_MAC ? ".dylib" : ".so");
    return new SharedLibrary(folder.resolve(name), symbol, absolute);
  }

  private static String state(Path archive) throws FailureException {
    if (!Files.isRegularFile(archive) || !Files.isReadable(archive)) {
      throw new FailureException(
          "there is no archive %s that can be read".formatted(archive), "build the package again");
    }
    try {
      return Files.size(archive) + " " + Files.getLastModifiedTime(archive).toInstant();
    } catch (IOException e) {
      throw new FailureException(
          "the archive %s cannot be read: %s".formatted(archive, e.getMessage()),
          "build the package again",
          e);
    }
  }

  static String digest(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Links a library, or finds it linked.
  void link(SharedLibrary library) throws FailureException, InterruptedException {
    if (library.isLinked()) {
      return;
    }
    try (var room = LinkRoom.in(folder)) {
      var linked = room.file("linked");
      link(library, room, linked);
      Files.move(linked, library.file(), StandardCopyOption.ATOMIC_MOVE);
      room.sweep(library.file());
    } catch (IOException e) {
      throw new FailureException(
          "the cache folder %s cannot be written: %s".formatted(folder, e.getMessage()),
          "make it writable, or set XDG_CACHE_HOME to a folder that is",
          e);
    }
  }

  private void link(SharedLibrary library, LinkRoom room, Path linked)
      throws FailureException, InterruptedException, IOException {
    var names = Files.writeString(room.file("names"), "{ global: nib_*; local: *; };\n");
    var shim = Shim.of(library.symbol());
    for (int attempt = 1; ; attempt++) {
      var source = Files.writeString(room.file("shim.c"), shim.source());
      var line = line(library, List.of(source, names, linked));
      var output = toolchain.run(line);
      var words = LinkerWords.of(output.text());
      if (words.missing().contains(library.symbol())) {
        throw new FailureException(
            "no archive defines " + library.symbol(),
            "compare the names that the archives define with the one that is declared");
      }
      var next = shim.with(words);
      if (next.equals(shim) && output.completion().succeeded()) {
        return;
      }
      if (next.equals(shim) || attempt == MOST_ATTEMPTS) {
        throw words.failure();
      }
      shim = next;
    }
  }

  private List<String> line(SharedLibrary library, List<Path> files)
      throws FailureException, InterruptedException {
    var line = new ArrayList<>(List.of("-shared", "-fPIC", "-O1", "-x", "c"));
    line.add(files.get(0).toString());
    line.addAll(List.of("-x", "none", "-o", files.get(2).toString()));
    line.addAll(
        Platform.IS_MAC
            ? List.of(
                "-Wl,-undefined,dynamic_lookup", "-Wl,-dead_strip", "-Wl,-exported_symbol,_nib_*")
            : List.of(
                "-Wl,--version-script=" + files.get(1),
                "-Wl,-z,defs",
                "-Wl,--warn-unresolved-symbols",
                "-Wl,--no-demangle",
                "-Wl,--gc-sections",
                "-Wl,--as-needed"));
    String underscore = Platform.IS_MAC ? "_" : "";
    for (var names : List.of(EXPORTS, REPLACEABLE)) {
      names.forEach(name -> line.add("-Wl,-u," + underscore + name));
    }
    line.addAll(Platform.IS_MAC ? List.of() : List.of("-Wl,--start-group"));
    library.archives().forEach(archive -> line.add(archive.toString()));
    line.addAll(Platform.IS_MAC ? List.of() : List.of("-Wl,--end-group"));
    line.add(toolchain.runtime().toString());
    line.addAll(toolchain.systemLibraries());
    return line;
  }

  /// Whether `path` is a library that was linked here.
  static boolean isLibrary(Path path) {
    return path.getFileName().toString().startsWith("trial-")
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
