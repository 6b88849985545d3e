package nib.engine.diagnostic;

import java.util.List;

/// What can be wrong with types and the names of definitions (`lib/hir/src/analysis`).
public sealed interface TypeProblem extends Problem {

  /// A type's name that means nothing.
  ///
  /// @param nearest names of types that can be written there, the likeliest first
  /// @param modules modules that define such a type and are not imported
  record UnknownType(String name, List<String> nearest, List<String> modules)
      implements TypeProblem {
    public UnknownType {
      nearest = List.copyOf(nearest);
      modules = List.copyOf(modules);
    }
  }

  /// A type's name with a prefix that no import has.
  ///
  /// @param modules modules that define such a type and are not imported
  record UnknownPrefix(String name, String prefix, List<String> modules) implements TypeProblem {
    public UnknownPrefix {
      modules = List.copyOf(modules);
    }
  }

  record PrivateType(String name, String module) implements TypeProblem {}

  /// Aliases that are defined by each other and by nothing else.
  ///
  /// @param cycle their names, each before the one that it names
  record RecursiveAlias(List<String> cycle) implements TypeProblem {
    public RecursiveAlias {
      cycle = List.copyOf(cycle);
    }
  }

  /// A type that grows beyond what can be handled once its aliases are expanded.
  ///
  /// @param parts how many parts it may have
  /// @param depth how many of them may stand inside one another
  record TypeTooLarge(int parts, int depth) implements TypeProblem {}

  record DuplicateFunction(String name) implements TypeProblem {}

  record DuplicateType(String name) implements TypeProblem {}

  /// A record that necessarily contains itself.
  ///
  /// @param fields those that lead from it back to it, each as `Record.field`
  record ImpossibleRecord(String name, List<String> fields) implements TypeProblem {
    public ImpossibleRecord {
      fields = List.copyOf(fields);
    }
  }

  /// A map type whose keys cannot be compared.
  ///
  /// @param key the type of the keys
  /// @param part what cannot be compared in it, or itself
  /// @param fields those of records on the way to that part, each as `Record.field`
  record MapKeyNotComparable(String key, String part, List<String> fields) implements TypeProblem {
    public MapKeyNotComparable {
      fields = List.copyOf(fields);
    }
  }

  /// An import lists a name that the module does not define.
  ///
  /// @param nearest names that it does define
  record NameNotFound(String name, String module, List<String> nearest) implements TypeProblem {
    public NameNotFound {
      nearest = List.copyOf(nearest);
    }
  }

  /// An import lists a name that the module keeps for itself.
  record PrivateName(String name, String module) implements TypeProblem {}

  record MainNotFound() implements TypeProblem {}

  record MainParameters(int count) implements TypeProblem {}

  /// A type in the head of `main` that does not fit how it is called.
  ///
  /// @param hidden whether the expected type is hidden by one of the module itself
  record MainMismatch(String found, String expected, boolean hidden) implements TypeProblem {}

  /// A system package without a type for its part of the context.
  ///
  /// @param dependency the package's name in `pen.json`
  record ContextTypeNotFound(String dependency) implements TypeProblem {}

  record NewContextFunctionNotFound(String dependency) implements TypeProblem {}

  /// A system package whose function makes something else than its part of the context.
  ///
  /// @param found the function's type
  /// @param context the type that it has to make
  record NewContextFunctionMismatch(String dependency, String found, String context)
      implements TypeProblem {}

  record TestParameters(String name) implements TypeProblem {}

  record TestResult(String name, String found) implements TypeProblem {}

  record DuplicateField(String name, String type) implements TypeProblem {}

  /// A field whose type is written as a union of what turns out to be one type.
  record NeedlessUnion(String record, String type) implements TypeProblem {}

  record DuplicateParameter(String name, String function) implements TypeProblem {}

  record HidesBuiltIn(String name) implements TypeProblem {}
}
