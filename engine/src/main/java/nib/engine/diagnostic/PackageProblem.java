package nib.engine.diagnostic;

import java.util.List;

/// What can be wrong with a package, its manifest and what it imports.
public sealed interface PackageProblem extends Problem {

  record ManifestField(String field, String expected) implements PackageProblem {}

  record UnreadableModule(String why) implements PackageProblem {}

  record UnreadableFolder(String why) implements PackageProblem {}

  /// A folder with so many entries that the rest of them was passed over.
  record FolderTooLarge(int most) implements PackageProblem {}

  /// A package that cannot be read, at the entry that asks for it.
  ///
  /// @param name the key of the entry
  record UnavailablePackage(String name, Failure why) implements PackageProblem {}

  /// A package that was read and does not compile.
  ///
  /// @param name the key that it is known by
  /// @param through the key of the entry that leads to it; empty where that is its own
  /// @param first what is wrong with it first
  record BrokenPackage(String name, String through, String folder, int errors, String first)
      implements PackageProblem {}

  /// A package that git has to fetch first.
  record UnfetchedPackage(String name, String command) implements PackageProblem {}

  /// Packages that depend on one another.
  ///
  /// @param packages their folders' names along the way, the first one again at the end
  record PackageCycle(List<String> packages) implements PackageProblem {
    public PackageCycle {
      packages = List.copyOf(packages);
    }
  }

  /// A relative URL in a package that is itself a dependency: the compiler resolves it against its
  /// copy of the package (`lib/infra/src/json_package_configuration_reader.rs`).
  ///
  /// @param read the folder that was read instead
  record TransitiveRelativeDependency(String url, String read) implements PackageProblem {}

  /// The compiler copies the folder that a URL's path names, and does not decode the path
  /// (`lib/infra/src/external_package_initializer.rs`).
  ///
  /// @param path as the compiler looks for it: `/home/me/my%20lib`
  record EncodedPackagePath(String path, String read) implements PackageProblem {}

  /// A key that is in `dependencies` twice: the last entry counts.
  record RepeatedDependency(String name) implements PackageProblem {}

  /// A key in `dependencies` that is no identifier.
  record UnimportablePackage(String name) implements PackageProblem {}

  /// A folder that is a dependency under two URLs.
  record SameFolderTwice(String url, String other) implements PackageProblem {}

  /// `main.pen` needs a system package, and `pen.json` names none.
  record SystemPackageNotFound() implements PackageProblem {}

  /// A system package without a module `Context`.
  record ContextModuleNotFound(String name) implements PackageProblem {}

  /// An application without `main.pen`.
  record MainModuleNotFound() implements PackageProblem {}

  /// An import names a package that is no key in `dependencies`.
  ///
  /// @param nearest keys of a near spelling, the nearest first
  record UnknownPackage(String name, List<String> nearest) implements PackageProblem {
    public UnknownPackage {
      nearest = List.copyOf(nearest);
    }
  }

  /// An import names a module that is not there.
  ///
  /// @param path as the import has it
  /// @param nearest modules of a near spelling, written as the import would write them
  record UnknownModule(String path, List<String> nearest) implements PackageProblem {
    public UnknownModule {
      nearest = List.copyOf(nearest);
    }

    public UnknownModule(String path) {
      this(path, List.of());
    }
  }

  /// An import names a module that is there as a test module only.
  ///
  /// @param file the test module, relative to its package
  record TestModuleImported(String path, String file) implements PackageProblem {}

  record MainModuleImported() implements PackageProblem {}

  record ModuleImportsItself() implements PackageProblem {}

  /// Modules that import one another.
  ///
  /// @param modules their names along the way, the first one again at the end
  record ModuleCycle(List<String> modules) implements PackageProblem {
    public ModuleCycle {
      modules = List.copyOf(modules);
    }
  }
}
