package nib.engine.diagnostic;

/// Everything that can be wrong with a package: one record for each kind, with the facts that its
/// message is made of, in one family for each phase. [ProblemText] puts words to them.
public sealed interface Problem
    permits SyntaxProblem, PackageProblem, TypeProblem, ExpressionProblem, BorderProblem {}
