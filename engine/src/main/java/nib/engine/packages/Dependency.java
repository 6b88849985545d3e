package nib.engine.packages;

import nib.engine.diagnostic.Failure;

/// What became of an entry in `pen.json`'s `dependencies`.
public sealed interface Dependency {

  /// As written in `pen.json`.
  String url();

  /// It was read in place.
  record Read(String url, PackageId id) implements Dependency {}

  /// It is fetched by git, which Nib does not do: nothing here leaves the machine.
  ///
  /// @param command fetches it to where Pen looks for it
  record Git(String url, String command) implements Dependency {}

  /// It could not be read.
  record Unavailable(String url, Failure why) implements Dependency {}
}
