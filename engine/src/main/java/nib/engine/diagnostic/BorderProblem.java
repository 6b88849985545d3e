package nib.engine.diagnostic;

import java.util.List;

/// What can be wrong between a package and its foreign library.
public sealed interface BorderProblem extends Problem {

  record NotAFunction(String symbol, String type) implements BorderProblem {}

  record UnusedImport(String symbol) implements BorderProblem {}

  /// Nothing of that name.
  ///
  /// @param nearest symbols of a near spelling, the nearest first
  record SymbolMissing(String symbol, List<String> searched, List<String> nearest)
      implements BorderProblem {}

  record SymbolLocal(String symbol, String member) implements BorderProblem {}

  /// There, but no code.
  ///
  /// @param kind what it is instead: `data`, `thread-local data`
  record SymbolNotCode(String symbol, String member, String kind) implements BorderProblem {}

  /// There under another name only.
  ///
  /// @param mangled the name the archive has
  /// @param demangled the same for people
  /// @param language `C++` or `Rust`
  record SymbolMangled(
      String symbol, String member, String mangled, String demangled, String language)
      implements BorderProblem {}

  record SymbolUndefined(String symbol, String member) implements BorderProblem {}

  record SymbolDefinedTwice(String symbol, List<String> members) implements BorderProblem {}

  record SymbolWeak(String symbol, String member) implements BorderProblem {}

  record WrongMachine(String symbol, String member, String machine, String target)
      implements BorderProblem {}

  record ExportCollides(String symbol, String member) implements BorderProblem {}

  record DeclaredDifferently(String symbol, String here, String there, String where)
      implements BorderProblem {}
}
