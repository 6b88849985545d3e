package nib.engine.packages;

/// What tells modules apart.
///
/// @param path within the package, with `/` between its parts: `Foo/Bar.pen`
public record ModuleId(PackageId owner, String path) {

  /// The first part of Pen's own names for what the module defines: `Foo/Bar.pen`, or
  /// `.pen/default/packages/pen_os/File.pen` (`lib/app/src/module_compiler.rs`).
  public String qualifier() {
    return owner.prefix() + path;
  }

  /// The module's name inside its package: `'Foo'Bar`.
  public String name() {
    return PenModule.nameOf(path);
  }
}
