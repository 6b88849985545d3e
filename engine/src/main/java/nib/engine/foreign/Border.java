package nib.engine.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.foreign.ForeignFunction.Spans;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.ModuleId;
import nib.engine.packages.ModuleKind;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.Definitions;
import nib.engine.types.ModuleScope;
import nib.engine.types.Type;

/// The borders of all packages of a graph. Test modules are no part of them.
public final class Border {

  private final Map<PackageId, List<ForeignFunction>> functions = new LinkedHashMap<>();
  private final Map<PackageId, List<Diagnostic>> conflicts;

  private final Definitions definitions;
  private final BiPredicate<ModuleId, String> used;

  private Border(PackageGraph graph, Definitions definitions, BiPredicate<ModuleId, String> used) {
    this.definitions = definitions;
    this.used = used;
    graph.packages().values().forEach(linked -> functions.put(linked.id(), border(linked)));
    this.conflicts = new Conflicts(graph, functions).find();
  }

  /// The borders of a graph's packages.
  ///
  /// @param used whether a module's functions use its foreign import of a name
  public static Border of(
      PackageGraph graph, Definitions definitions, BiPredicate<ModuleId, String> used) {
    return new Border(graph, definitions, used);
  }

  /// A package's imports, then its exports, each in the order of module and place.
  public List<ForeignFunction> functions(PackageId id) {
    return functions.getOrDefault(id, List.of());
  }

  /// Symbols that are declared differently in one of the opened packages and in what it is linked
  /// with (errors), or in it and in one opened before it (warnings). What two opened packages have
  /// in common is said once, of the first. What is wrong with single declarations is said by
  /// [Definitions#diagnostics].
  public List<Diagnostic> diagnostics(PackageId opened) {
    return conflicts.getOrDefault(opened, List.of());
  }

  private List<ForeignFunction> border(LinkedPackage linked) {
    var imports = new ArrayList<ForeignFunction>();
    var exports = new ArrayList<ForeignFunction>();
    for (var module : linked.pen().modules()) {
      if (module.kind() != ModuleKind.TEST) {
        var scope = definitions.scope(new ModuleId(linked.id(), module.path()));
        module.syntax().foreignImports().forEach(one -> imports.add(foreignImport(scope, one)));
        module.syntax().functions().stream()
            .filter(FunctionDefinition::foreign)
            .forEach(one -> exports.add(foreignExport(scope, one)));
      }
    }
    imports.addAll(exports);
    return List.copyOf(imports);
  }

  private ForeignFunction foreignImport(ModuleScope scope, ForeignImportSyntax syntax) {
    var type = scope.resolve(syntax.type(), _ -> {});
    int count = type instanceof Type.Function(var parameters, _) ? parameters.size() : 0;
    return new ForeignFunction(
        Direction.IMPORT,
        syntax.c() ? Convention.C : Convention.NATIVE,
        syntax.name().text(),
        scope.id(),
        type,
        inOneLine(scope.module(), syntax.type().span()),
        Records.of(type, scope),
        IntStream.range(0, count).mapToObj(Border::letters).toList(),
        scope.module().source().locate(syntax.span()),
        syntax.span(),
        spans(syntax),
        used.test(scope.id(), syntax.name().text()));
  }

  private static ForeignFunction foreignExport(ModuleScope scope, FunctionDefinition syntax) {
    var module = scope.module();
    var parameters =
        syntax.parameters().stream().map(one -> scope.resolve(one.type(), _ -> {})).toList();
    var result = scope.resolve(syntax.result(), _ -> {});
    var type = new Type.Function(parameters, result);
    return new ForeignFunction(
        Direction.EXPORT,
        syntax.c() ? Convention.C : Convention.NATIVE,
        syntax.name().text(),
        scope.id(),
        type,
        syntax.parameters().stream()
            .map(Field::type)
            .map(one -> inOneLine(module, one.span()))
            .collect(
                Collectors.joining(", ", "\\(", ") " + inOneLine(module, syntax.result().span()))),
        Records.of(type, scope),
        syntax.parameters().stream().map(one -> one.name().text()).toList(),
        module.source().locate(syntax.span()),
        syntax.head(),
        new Spans(
            syntax.name().span(),
            syntax.parameters().stream()
                .map(one -> one.name().span().to(one.type().span()))
                .toList(),
            Optional.of(syntax.result().span())),
        true);
  }

  private static Spans spans(ForeignImportSyntax syntax) {
    return syntax.type() instanceof TypeSyntax.Function(var parameters, var result, _)
        ? new Spans(
            syntax.name().span(),
            parameters.stream().map(TypeSyntax::span).toList(),
            Optional.of(result)
                .filter(type -> !(type instanceof TypeSyntax.Missing))
                .map(TypeSyntax::span))
        : new Spans(syntax.name().span(), List.of(), Optional.empty());
  }

  /// `a` to `z`, then `a1`.
  private static String letters(int index) {
    String letter = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? letter : letter + index / 26;
  }

  private static String inOneLine(PenModule module, Span span) {
    return module.source().text(span).replaceAll("(#[^\r\n]*|\\s)+", " ").strip();
  }
}
