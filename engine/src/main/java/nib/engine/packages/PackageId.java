package nib.engine.packages;

/// What tells packages apart: the URL they are reached by. One folder that is reached by two URLs
/// is two packages with types of their own, as in Pen
/// (`lib/app/src/common/package_id_calculator.rs`).
///
/// @param url resolved, such as `file:///home/me/foo` or `pen:///os`
/// @param main whether it was opened itself, and is not there as a dependency
public record PackageId(String url, boolean main) {

  /// The folder of its modules as Pen's own names have it, relative to the main package: empty, or
  /// `.pen/default/packages/pen_os/`.
  public String prefix() {
    return main ? "" : ".pen/default/packages/" + url.replaceAll("[.:/]+", "_") + "/";
  }
}
