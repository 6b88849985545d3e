package nib.engine.state;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Nib keeps things, as each system wants it: state that a person would miss, and caches that
/// may be deleted at any time.
///
/// On Linux these are the folders of the XDG Base Directory Specification (version 0.8), which says
/// that a variable that is empty or holds a relative path counts for nothing.
public final class Folders {

  private static final String NAME = "nib";

  private Folders() {}

  public static Path state() {
    return here().state();
  }

  public static Path cache() {
    return here().cache();
  }

  /// The checkout of Pen that the variable `PEN_ROOT` names. Pen itself reads the same variable.
  public static Optional<Path> penRoot() {
    return Optional.ofNullable(System.getenv("PEN_ROOT"))
        .filter(text -> !text.isBlank())
        .map(text -> Path.of(text).toAbsolutePath().normalize());
  }

  private static Places here() {
    return of(System.getProperty("os.name", ""), home(System.getenv()), System.getenv());
  }

  /// `HOME`, which a person may set to another folder than the one the system knows them by.
  private static Path home(Map<String, String> environment) {
    return absolute(environment, "HOME")
        .orElseGet(() -> Path.of(System.getProperty("user.home", ".")).toAbsolutePath());
  }

  static Places of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path local =
          absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
      return new Places(local.resolve(NAME), local.resolve(NAME).resolve("cache"));
    }
    if (name.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new Places(
          library.resolve("Application Support").resolve(NAME),
          library.resolve("Caches").resolve(NAME));
    }
    return new Places(
        absolute(environment, "XDG_STATE_HOME")
            .orElse(home.resolve(".local").resolve("state"))
            .resolve(NAME),
        absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(NAME));
  }

  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    try {
      return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  record Places(Path state, Path cache) {}
}
