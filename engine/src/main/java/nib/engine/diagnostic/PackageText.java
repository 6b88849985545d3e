package nib.engine.diagnostic;

import nib.engine.diagnostic.PackageProblem.ManifestField;
import nib.engine.diagnostic.PackageProblem.UnknownModule;
import nib.engine.diagnostic.PackageProblem.UnreadableModule;

/// Words for each [PackageProblem].
final class PackageText {

  private PackageText() {}

  static String message(PackageProblem problem) {
    return switch (problem) {
      case ManifestField(var field, var expected) -> "`%s` has to be %s".formatted(field, expected);
      case UnreadableModule(var why) -> "the module cannot be read: " + why;
      case UnknownModule(var path) -> "the package has no module `%s`".formatted(path);
    };
  }

  static String cure(PackageProblem problem) {
    return switch (problem) {
      case ManifestField(var field, _) ->
          field.equals("type")
              ? "write \"type\": \"application\", \"library\" or \"system\""
              : "write \"dependencies\": {} or a URL for each package name";
      case UnreadableModule _ -> "make it a file of UTF-8 text that you may read";
      case UnknownModule _ -> "correct the path, or add the module";
    };
  }
}
