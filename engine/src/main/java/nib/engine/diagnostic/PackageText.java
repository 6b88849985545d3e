package nib.engine.diagnostic;

import java.util.List;
import java.util.Locale;
import nib.engine.diagnostic.PackageProblem.BrokenPackage;
import nib.engine.diagnostic.PackageProblem.ContextModuleNotFound;
import nib.engine.diagnostic.PackageProblem.EncodedPackagePath;
import nib.engine.diagnostic.PackageProblem.FolderTooLarge;
import nib.engine.diagnostic.PackageProblem.MainModuleImported;
import nib.engine.diagnostic.PackageProblem.MainModuleNotFound;
import nib.engine.diagnostic.PackageProblem.ManifestField;
import nib.engine.diagnostic.PackageProblem.ModuleCycle;
import nib.engine.diagnostic.PackageProblem.ModuleImportsItself;
import nib.engine.diagnostic.PackageProblem.PackageCycle;
import nib.engine.diagnostic.PackageProblem.RepeatedDependency;
import nib.engine.diagnostic.PackageProblem.SameFolderTwice;
import nib.engine.diagnostic.PackageProblem.SystemPackageNotFound;
import nib.engine.diagnostic.PackageProblem.TestModuleImported;
import nib.engine.diagnostic.PackageProblem.TransitiveRelativeDependency;
import nib.engine.diagnostic.PackageProblem.UnavailablePackage;
import nib.engine.diagnostic.PackageProblem.UnfetchedPackage;
import nib.engine.diagnostic.PackageProblem.UnimportablePackage;
import nib.engine.diagnostic.PackageProblem.UnknownModule;
import nib.engine.diagnostic.PackageProblem.UnknownPackage;
import nib.engine.diagnostic.PackageProblem.UnreadableFolder;
import nib.engine.diagnostic.PackageProblem.UnreadableModule;

/// Words for each [PackageProblem].
final class PackageText {

  /// A sentence is no place for a longer way round.
  private static final int LONGEST_CYCLE = 8;

  private PackageText() {}

  static String message(PackageProblem problem) {
    return switch (problem) {
      case ManifestField(var field, var expected) -> "`%s` has to be %s".formatted(field, expected);
      case UnreadableModule(var why) -> "the module cannot be read: " + why;
      case UnreadableFolder(var why) -> "the folder cannot be read: " + why;
      case FolderTooLarge(var most) ->
          "more than %,d files and folders lie in the package; the others are not read"
              .formatted(most);
      case UnavailablePackage(var name, var why) ->
          "package `%s` is not read: %s".formatted(name, why.what());
      case BrokenPackage(var name, var through, _, int errors, var first) ->
          "package `%s`%s has %s: %s"
              .formatted(
                  name,
                  through.isEmpty() ? "" : ", which `" + through + "` needs,",
                  errors == 1 ? "an error" : errors + " errors, the first",
                  first);
      case UnfetchedPackage(var name, _) ->
          "package `%s` is not fetched yet, so nothing that is imported from it can be checked"
              .formatted(name);
      case PackageCycle(var packages) -> "packages depend on one another: " + way(packages);
      case TransitiveRelativeDependency(var url, var read) ->
          "Pen looks for `%s` beside its copy of this package, not in %s".formatted(url, read);
      case EncodedPackagePath(var path, var read) ->
          "Pen looks for the folder %s as it is spelled there, not for %s".formatted(path, read);
      case RepeatedDependency(var name) ->
          "package `%s` is there twice, and the last one counts".formatted(name);
      case UnimportablePackage(var name) -> "no import can name a package `%s`".formatted(name);
      case SameFolderTwice(var url, var other) ->
          "`%s` and `%s` are one folder and two packages, whose types have nothing in common"
              .formatted(url, other);
      case SystemPackageNotFound() -> "a main module needs a system package, and there is none";
      case ContextModuleNotFound(var name) ->
          "the system package `%s` has no module `Context`, which the main module needs"
              .formatted(name);
      case MainModuleNotFound() -> "the application has no main.pen, so it cannot be linked";
      case UnknownPackage(var name, _) -> "pen.json names no package `%s`".formatted(name);
      case UnknownModule(var path, _) ->
          (path.startsWith("'") ? "the package has no module `%s`" : "there is no module `%s`")
              .formatted(path);
      case TestModuleImported(var path, var file) ->
          "there is no module `%s`, only %s, and test modules cannot be imported"
              .formatted(path, file);
      case MainModuleImported() -> "the main module cannot be imported";
      case ModuleImportsItself() -> "the module imports itself";
      case ModuleCycle(var modules) -> "modules import one another: " + way(modules);
    };
  }

  static String cure(PackageProblem problem) {
    return switch (problem) {
      case ManifestField(var field, _) ->
          field.equals("type")
              ? "write \"type\": \"application\", \"library\" or \"system\""
              : "write \"dependencies\": {} or a URL for each package name";
      case UnreadableModule _ -> "make it a file of UTF-8 text that you may read, of 32 MB at most";
      case UnreadableFolder _ -> "make it a folder that you may read, or remove it";
      case FolderTooLarge _ ->
          "move what is no Pen source out of the package, or behind a folder with a dot";
      case UnavailablePackage(_, var why) -> why.cure();
      case BrokenPackage(_, _, var folder, _, _) ->
          "mend it; `nib foreign %s` tells all of it".formatted(folder);
      case UnfetchedPackage(_, var command) -> "fetch it with `%s`".formatted(command);
      case PackageCycle _ -> "take one of these dependencies out, or make the packages one";
      case TransitiveRelativeDependency _ -> "write an absolute `file:` URL";
      case EncodedPackagePath _ ->
          "use a folder whose path is letters, digits and `/`, without spaces";
      case RepeatedDependency _ -> "remove one of the two";
      case UnimportablePackage _ ->
          "name it with letters, digits and `_`, the first no digit, and no keyword";
      case SameFolderTwice(_, var other) -> "write `%s` at both".formatted(other);
      case SystemPackageNotFound() -> "add \"Os\": \"pen:///os\" to the dependencies";
      case ContextModuleNotFound _ ->
          "add Context.pen with a type `Context` and a function `UnsafeNew` to that package";
      case MainModuleNotFound() ->
          "add main.pen with a function `main`, or write \"type\": \"library\"";
      case UnknownPackage(var name, var nearest) ->
          nearest.isEmpty()
              ? "add \"%s\" and its URL to the dependencies in pen.json".formatted(name)
              : "write `%s`, or add \"%s\" to pen.json".formatted(nearest.getFirst(), name);
      case UnknownModule(var path, var nearest) -> anotherModule(path, nearest);
      case TestModuleImported(_, var file) ->
          "move what is wanted from %s to a module of another name".formatted(file);
      case MainModuleImported() -> "move what is wanted from main.pen to another module";
      case ModuleImportsItself() -> "remove the import: what the module defines needs no prefix";
      case ModuleCycle _ -> "move what they share to a module that imports none of them";
    };
  }

  private static String anotherModule(String path, List<String> nearest) {
    if (nearest.isEmpty()) {
      return "correct the path, or add the module";
    }
    String near = nearest.getFirst();
    return near.toLowerCase(Locale.ROOT).equals(path.toLowerCase(Locale.ROOT))
        ? "write `%s`: capital and small letters differ".formatted(near)
        : "write " + String.join(" or ", nearest.stream().map("`%s`"::formatted).toList());
  }

  private static String way(List<String> names) {
    if (names.size() <= LONGEST_CYCLE) {
      return String.join(" -> ", names);
    }
    return "%s -> ... (%d more) -> %s"
        .formatted(
            String.join(" -> ", names.subList(0, LONGEST_CYCLE - 2)),
            names.size() - LONGEST_CYCLE,
            String.join(" -> ", names.subList(names.size() - 2, names.size())));
  }
}
