package nib.engine.diagnostic;

import java.util.List;

/// Everything that can be wrong with a package, one record each, with the facts that its message is
/// made of. [ProblemText] puts words to them.
public sealed interface Problem {

  // pen.json

  record ManifestField(String field, String expected) implements Problem {}

  // Modules

  record UnreadableModule(String why) implements Problem {}

  record UnexpectedToken(String found, String expected) implements Problem {}

  record NestedTooDeeply(int deepest) implements Problem {}

  record UnclosedBracket(String open) implements Problem {}

  record UnknownCharacter(String character) implements Problem {}

  record UnclosedString() implements Problem {}

  record UnknownConvention(String written) implements Problem {}

  /// `what` may not stand after `after`: the order of a module's statements is fixed.
  record OutOfOrder(String what, String after) implements Problem {}

  // Types

  record UnknownType(String name) implements Problem {}

  record PrivateType(String name, String module) implements Problem {}

  record UnknownModule(String path) implements Problem {}

  record RecursiveAlias(String name) implements Problem {}

  record NotAFunction(String symbol, String type) implements Problem {}

  // The border

  record UnusedImport(String symbol) implements Problem {}

  /// Nothing of that name.
  ///
  /// @param nearest symbols of a near spelling, the nearest first
  record SymbolMissing(String symbol, List<String> searched, List<String> nearest)
      implements Problem {}

  record SymbolLocal(String symbol, String member) implements Problem {}

  /// There, but no code.
  ///
  /// @param kind what it is instead: `data`, `thread-local data`
  record SymbolNotCode(String symbol, String member, String kind) implements Problem {}

  /// There under another name only.
  ///
  /// @param mangled the name the archive has
  /// @param demangled the same for people
  /// @param language `C++` or `Rust`
  record SymbolMangled(
      String symbol, String member, String mangled, String demangled, String language)
      implements Problem {}

  record SymbolUndefined(String symbol, String member) implements Problem {}

  record SymbolDefinedTwice(String symbol, List<String> members) implements Problem {}

  record SymbolWeak(String symbol, String member) implements Problem {}

  record WrongMachine(String symbol, String member, String machine, String target)
      implements Problem {}

  record ExportCollides(String symbol, String member) implements Problem {}

  record DeclaredDifferently(String symbol, String here, String there, String where)
      implements Problem {}
}
