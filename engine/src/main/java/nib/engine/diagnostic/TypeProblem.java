package nib.engine.diagnostic;

/// What can be wrong with types and the names of definitions (`lib/hir/src/analysis`).
public sealed interface TypeProblem extends Problem {

  record UnknownType(String name) implements TypeProblem {}

  record PrivateType(String name, String module) implements TypeProblem {}

  record RecursiveAlias(String name) implements TypeProblem {}
}
