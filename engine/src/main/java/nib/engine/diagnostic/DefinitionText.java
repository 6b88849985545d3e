package nib.engine.diagnostic;

/// Words for what types, imports and definitions get wrong in their form.
final class DefinitionText {

  private DefinitionText() {}

  static String message(SyntaxProblem.OfDefinitions problem) {
    return switch (problem) {
      case SyntaxProblem.FunctionInUnion _ -> "a function's type in a union needs parentheses";
      case SyntaxProblem.ResultTypeMissing _ -> "the function does not say what it returns";
      case SyntaxProblem.NeedlessSign(var sign, var where) ->
          "there is no `%s` %s".formatted(sign, where);
      case SyntaxProblem.RecordWithEquals _ -> "the definition of a record has no `=`";
      case SyntaxProblem.UnknownConvention(var written) ->
          "%s is not a calling convention".formatted(written);
      case SyntaxProblem.OutOfOrder(var what, var after) -> "%s after %s".formatted(what, after);
      case SyntaxProblem.ImportWithoutModule(var packageName) ->
          packageName
              .map(name -> "`%s` is a package and names no module".formatted(name))
              .orElse("the import names no module");
      case SyntaxProblem.BlankBeforeQuote _ -> "a blank before `'`";
      case SyntaxProblem.PrivateModule(var name) ->
          "`%s` is private to its package".formatted(name);
      case SyntaxProblem.EmptyNameList _ -> "the list of names is empty";
      case SyntaxProblem.DefinitionNotAFunction(var name) ->
          name.isEmpty()
              ? "what is defined here is not a function"
              : "`%s` is not defined as a function".formatted(name);
      case SyntaxProblem.FunctionWithoutSign(var name) ->
          "`%s(` begins no definition".formatted(name);
      case SyntaxProblem.OtherLanguage(var word) -> "`%s` begins no definition".formatted(word);
    };
  }

  static String cure(SyntaxProblem.OfDefinitions problem) {
    return switch (problem) {
      case SyntaxProblem.FunctionInUnion _ -> "write `(\\(a) b) | c`";
      case SyntaxProblem.ResultTypeMissing _ ->
          "write a type before the body; `none` if there is nothing to return";
      case SyntaxProblem.NeedlessSign _ -> "remove it";
      case SyntaxProblem.RecordWithEquals _ -> "remove it: `type name { field type }`";
      case SyntaxProblem.UnknownConvention _ -> "write \"c\", or nothing for Pen's own convention";
      case SyntaxProblem.OutOfOrder _ ->
          "keep the order imports, foreign imports, types, functions";
      case SyntaxProblem.ImportWithoutModule(var packageName) ->
          packageName
              .map(name ->
                  "write `import %s'Module`, or `import '%s` for one of this package"
                      .formatted(name, name))
              .orElse("write `import Package'Module`, or `import 'Module` for one of this package");
      case SyntaxProblem.BlankBeforeQuote _ -> "remove it";
      case SyntaxProblem.PrivateModule _ ->
          "import a module all parts of whose path begin with capital letters";
      case SyntaxProblem.EmptyNameList _ -> "write names into it, or remove it";
      case SyntaxProblem.DefinitionNotAFunction _ ->
          "write `name = \\() type { value }`: a module defines functions and types only";
      case SyntaxProblem.FunctionWithoutSign(var name) ->
          "write `%s = \\(x type) type { ... }`".formatted(name);
      case SyntaxProblem.OtherLanguage _ ->
          "write `name = \\(x type) type { ... }` for a function, `type name { field type }` for a"
              + " record";
    };
  }
}
