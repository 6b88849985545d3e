package nib.engine.diagnostic;

/// What can be wrong with a package, its manifest and what it imports.
public sealed interface PackageProblem extends Problem {

  record ManifestField(String field, String expected) implements PackageProblem {}

  record UnreadableModule(String why) implements PackageProblem {}

  record UnknownModule(String path) implements PackageProblem {}
}
