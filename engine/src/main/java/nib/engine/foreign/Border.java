package nib.engine.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nib.engine.diagnostic.BorderProblem;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Severity;
import nib.engine.packages.PenModule;
import nib.engine.packages.PenPackage;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.Token;
import nib.engine.text.Location;
import nib.engine.text.Span;
import nib.engine.types.Type;
import nib.engine.types.TypeResolver;

/// A package's border: imports, then exports, each in the order of module and place.
///
/// @param diagnostics what was wrong with the declarations' types
public record Border(List<ForeignFunction> functions, List<Diagnostic> diagnostics) {

  public Border {
    functions = List.copyOf(functions);
    diagnostics = List.copyOf(diagnostics);
  }

  public static Border of(PenPackage pen) {
    var types = new TypeResolver(pen);
    var diagnostics = new ArrayList<Diagnostic>();
    var imports = new ArrayList<ForeignFunction>();
    var exports = new ArrayList<ForeignFunction>();
    for (var module : pen.modules()) {
      var words = wordsInFunctions(module);
      for (var one : module.syntax().foreignImports()) {
        imports.add(foreignImport(module, one, types.resolve(module, one.type()), words));
      }
      module.syntax().functions().stream()
          .filter(FunctionDefinition::foreign)
          .forEach(one -> exports.add(foreignExport(module, one, types)));
    }
    diagnostics.addAll(types.diagnostics());
    imports.forEach(one -> notAFunction(one, diagnostics));
    declaredDifferently(imports, diagnostics);
    imports.addAll(exports);
    return new Border(imports, diagnostics);
  }

  private static ForeignFunction foreignImport(
      PenModule module, ForeignImportSyntax syntax, Type type, Set<String> words) {
    int count = type instanceof Type.Function(var parameters, _) ? parameters.size() : 0;
    return new ForeignFunction(
        Direction.IMPORT,
        syntax.c() ? Convention.C : Convention.NATIVE,
        syntax.name().text(),
        module.path(),
        type,
        inOneLine(module, syntax.type().span()),
        IntStream.range(0, count).mapToObj(Border::letters).toList(),
        module.source().locate(syntax.span()),
        syntax.span(),
        words.contains(syntax.name().text()));
  }

  private static ForeignFunction foreignExport(
      PenModule module, FunctionDefinition syntax, TypeResolver types) {
    var parameters =
        syntax.parameters().stream().map(one -> types.resolve(module, one.type())).toList();
    var result = types.resolve(module, syntax.result());
    return new ForeignFunction(
        Direction.EXPORT,
        syntax.c() ? Convention.C : Convention.NATIVE,
        syntax.name().text(),
        module.path(),
        new Type.Function(parameters, result),
        syntax.parameters().stream()
            .map(Field::type)
            .map(one -> inOneLine(module, one.span()))
            .collect(
                Collectors.joining(", ", "\\(", ") " + inOneLine(module, syntax.result().span()))),
        syntax.parameters().stream().map(one -> one.name().text()).toList(),
        module.source().locate(syntax.span()),
        syntax.head(),
        true);
  }

  /// `a` to `z`, then `a1`.
  private static String letters(int index) {
    String letter = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? letter : letter + index / 26;
  }

  private static String inOneLine(PenModule module, Span span) {
    return module.source().text(span).replaceAll("(#[^\r\n]*|\\s)+", " ").strip();
  }

  /// Every word that stands in a function's body. A local name that hides an import counts as its
  /// use: the bodies are not understood here.
  private static Set<String> wordsInFunctions(PenModule module) {
    int from =
        module.syntax().functions().stream()
            .mapToInt(one -> one.span().start())
            .min()
            .orElse(Integer.MAX_VALUE);
    return module.tokens().stream()
        .filter(token -> token.kind() == Token.Kind.WORD && token.span().start() >= from)
        .map(Token::text)
        .collect(Collectors.toSet());
  }

  private static void notAFunction(ForeignFunction one, List<Diagnostic> diagnostics) {
    if (!(one.type() instanceof Type.Function) && one.type().unknown().isEmpty()) {
      diagnostics.add(
          problem(one, Severity.ERROR, new BorderProblem.NotAFunction(one.name(), one.written())));
    }
  }

  /// One symbol can have one type only, whoever imports it.
  private static void declaredDifferently(
      List<ForeignFunction> imports, List<Diagnostic> diagnostics) {
    Map<String, ForeignFunction> first = new HashMap<>();
    for (var one : imports) {
      var other = first.putIfAbsent(one.name(), one);
      if (other == null
          || (one.type().equals(other.type()) && one.convention() == other.convention())
          || one.type().unknown().isPresent()
          || other.type().unknown().isPresent()) {
        continue;
      }
      Location there = other.location();
      diagnostics.add(
          problem(
              one,
              Severity.ERROR,
              new BorderProblem.DeclaredDifferently(
                  one.name(),
                  shown(one),
                  shown(other),
                  "%s:%d:%d".formatted(other.module(), there.line(), there.column()))));
    }
  }

  private static String shown(ForeignFunction one) {
    return one.convention() == Convention.C ? "\"c\" " + one.written() : one.written();
  }

  private static Diagnostic problem(ForeignFunction one, Severity severity, Problem problem) {
    return new Diagnostic(severity, problem, one.location(), one.span());
  }
}
