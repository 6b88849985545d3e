package nib.engine.packages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.PackageProblem.EncodedPackagePath;

/// Finds the folders of dependencies by their URLs
/// (`lib/infra/src/external_package_initializer.rs`).
final class DependencyFinder {

  /// Where a dependency lies.
  sealed interface Found {

    /// In a folder with a `pen.json`.
    ///
    /// @param url resolved
    /// @param encoded where the compiler would look for another folder
    record Folder(String url, Path folder, Optional<EncodedPackagePath> encoded) implements Found {}

    /// With git, which has not fetched it.
    record Git(String command) implements Found {}

    /// In no place that can be read.
    ///
    /// @param environment whether the package is not to blame
    record Nowhere(Failure why, boolean environment) implements Found {}
  }

  private static final Set<String> SAFE_IN_SHELL =
      Set.of("/", ".", "-", "_", ":", "=", "@", "%", "+", ",");

  private final Supplier<Optional<Path>> penRoot;
  private final List<Path> opened;

  /// @param opened the folders of the packages that are open; Pen keeps what it fetched in them
  DependencyFinder(Supplier<Optional<Path>> penRoot, List<Path> opened) {
    this.penRoot = penRoot;
    this.opened = opened;
  }

  /// @param base the folder of the package that depends on it, without links
  /// @param main the opened package's folder
  Found find(String written, Path base, Path main) {
    var resolved = PackageUrl.resolve(written, base);
    if (resolved.isEmpty()) {
      return nowhere("`%s` is no URL".formatted(written), "write a path such as ../foo");
    }
    var url = resolved.get();
    return switch (url.scheme()) {
      case "file" -> file(url);
      case "pen" -> pen(url);
      case "git" -> git(url, main);
      default ->
          nowhere(
              "Pen knows no `%s:` packages".formatted(url.scheme()),
              url.text().contains("git")
                  ? "write the URL with the scheme `git`, or a path such as ../foo"
                  : "write a path such as ../foo, or a URL of the schemes file, git or pen");
    };
  }

  private static Found nowhere(String what, String cure) {
    return new Found.Nowhere(new Failure(what, cure), false);
  }

  private static Found file(PackageUrl url) {
    var literal = url.folder();
    var meant = url.decodedFolder();
    boolean encoded = !literal.equals(meant) && literal.filter(Files::isDirectory).isEmpty();
    return (encoded ? meant : literal)
        .map(folder -> folder(url, folder, encoded))
        .orElseGet(() ->
            nowhere("`%s` names no folder".formatted(url.text()), "write a path such as ../foo"));
  }

  private Found pen(PackageUrl url) {
    var root = penRoot.get().map(path -> path.toAbsolutePath().normalize());
    if (root.isEmpty()) {
      return new Found.Nowhere(
          new Failure(
              "nobody said where Pen's own packages are",
              "set the variable PEN_ROOT, or the folder in the window's settings, to a checkout of"
                  + " Pen"),
          true);
    }
    var packages = root.get().resolve("packages");
    if (!Files.isDirectory(packages)) {
      return new Found.Nowhere(
          new Failure(
              "%s, which is said to be Pen's folder, has no folder `packages`"
                  .formatted(root.get()),
              "set the variable PEN_ROOT, or the folder in the window's settings, to a checkout of"
                  + " Pen"),
          true);
    }
    String inside = url.path().startsWith("/") ? url.path().substring(1) : "";
    return PackageUrl.folder(packages + "/" + inside)
        .filter(folder -> folder.startsWith(packages) && !folder.equals(packages))
        .map(folder -> folder(url, folder, false))
        .orElseGet(() ->
            nowhere(
                "`%s` names no folder of Pen's packages".formatted(url.text()),
                "write a URL such as pen:///os"));
  }

  private static Found folder(PackageUrl url, Path folder, boolean encoded) {
    if (!Files.isDirectory(folder)) {
      return nowhere(
          "there is no folder " + folder,
          url.scheme().equals("pen")
              ? "correct the URL, or look whether PEN_ROOT is the Pen that is meant"
              : "correct the path; it starts from the folder of pen.json");
    }
    if (!Files.exists(folder.resolve(PackageReader.MANIFEST))) {
      return nowhere(
          "the folder %s has no pen.json".formatted(folder),
          "name a package's folder, or make it one with `pen create -l`");
    }
    return new Found.Folder(
        url.text(),
        folder,
        encoded
            ? Optional.of(new EncodedPackagePath(url.path(), folder.toString()))
            : Optional.empty());
  }

  private Found git(PackageUrl url, Path main) {
    // Whoever fetched it, it is the same package.
    var mine = new PackageId(url.text(), false).prefix();
    for (var root : opened) {
      var clone = root.resolve(mine);
      if (Files.exists(clone.resolve(PackageReader.MANIFEST))) {
        return new Found.Folder(url.text(), clone.normalize(), Optional.empty());
      }
    }
    return new Found.Git(
        "git clone %s %s"
            .formatted(quoted(url.text()), quoted(main.resolve(mine).normalize().toString())));
  }

  /// As a shell takes it for one word.
  private static String quoted(String word) {
    boolean safe =
        word.codePoints()
            .allMatch(one ->
                (one < 0x80 && Character.isLetterOrDigit(one))
                    || SAFE_IN_SHELL.contains(Character.toString(one)));
    return safe ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
