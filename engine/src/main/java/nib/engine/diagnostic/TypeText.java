package nib.engine.diagnostic;

import nib.engine.diagnostic.TypeProblem.PrivateType;
import nib.engine.diagnostic.TypeProblem.RecursiveAlias;
import nib.engine.diagnostic.TypeProblem.UnknownType;

/// Words for each [TypeProblem].
final class TypeText {

  private TypeText() {}

  static String message(TypeProblem problem) {
    return switch (problem) {
      case UnknownType(var name) -> "unknown type `%s`".formatted(name);
      case PrivateType(var name, var module) ->
          "type `%s` is private to module `%s`".formatted(name, module);
      case RecursiveAlias(var name) ->
          "type alias `%s` is defined by nothing but itself".formatted(name);
    };
  }

  static String cure(TypeProblem problem) {
    return switch (problem) {
      case UnknownType _ -> "define it in this module, or import the module that does";
      case PrivateType _ -> "use a public type: one whose name begins with a capital letter";
      case RecursiveAlias _ -> "define it by other types, or make it a record";
    };
  }
}
