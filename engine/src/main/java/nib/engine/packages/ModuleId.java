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

  /// What the module is for, as the compiler takes it: the `main.pen` of a package that is there as
  /// a dependency is a module like any other (`lib/app/src/package_build_script_compiler.rs`).
  public ModuleKind kind() {
    var kind = ModuleKind.of(path);
    return kind == ModuleKind.MAIN && !owner.main() ? ModuleKind.ORDINARY : kind;
  }

  /// The module's name inside its package: `'Foo'Bar`.
  public String name() {
    return PenModule.nameOf(path);
  }
}
