package nib.engine.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nib.engine.assist.OutlineItem.Kind;
import nib.engine.packages.ModuleKind;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.text.Span;

/// What a module defines and imports, in the order of its text.
public final class Outline {

  private final PenModule module;

  private Outline(PenModule module) {
    this.module = module;
  }

  public static List<OutlineItem> of(PenModule module) {
    return new Outline(module).items();
  }

  private List<OutlineItem> items() {
    var items = new ArrayList<OutlineItem>();
    var syntax = module.syntax();
    syntax.imports().stream()
        .filter(one -> !one.path().isEmpty())
        .map(this::imported)
        .forEach(items::add);
    syntax.foreignImports().stream().map(this::foreign).forEach(items::add);
    syntax.types().stream().map(this::type).forEach(items::add);
    syntax.functions().stream().map(this::function).forEach(items::add);
    items.removeIf(item -> item.written().isEmpty());
    items.sort(Comparator.comparingInt(item -> item.whole().start()));
    return List.copyOf(items);
  }

  private OutlineItem imported(Import syntax) {
    String alias = syntax.alias().map(name -> "as " + name.text()).orElse("");
    String names =
        syntax.names().isEmpty()
            ? ""
            : syntax.names().stream().map(Name::text).collect(Collectors.joining(", ", "{ ", " }"));
    return new OutlineItem(
        syntax.written(),
        Kind.IMPORT,
        (alias + " " + names).strip(),
        false,
        module.source().locate(syntax.target()),
        syntax.target(),
        syntax.span());
  }

  private OutlineItem foreign(ForeignImportSyntax syntax) {
    return item(syntax.name(), Kind.FOREIGN_IMPORT, syntax.type().span(), syntax.span());
  }

  private OutlineItem type(TypeDefinition definition) {
    return switch (definition) {
      case TypeDefinition.Alias(var name, var type, var span) ->
          item(name, Kind.ALIAS, type.span(), span);
      case TypeDefinition.Fields(var name, _, var span) ->
          item(name, Kind.RECORD, new Span(name.span().end(), span.end()), span);
    };
  }

  private OutlineItem function(FunctionDefinition function) {
    return item(
        function.name(),
        function.foreign() ? Kind.FOREIGN_EXPORT : Kind.FUNCTION,
        new Span(function.lambda().span().start(), function.lambda().body().span().start()),
        function.span());
  }

  private OutlineItem item(Name name, Kind kind, Span detail, Span whole) {
    return new OutlineItem(
        name.text(),
        kind,
        OneLine.of(module, detail),
        kind != Kind.FOREIGN_IMPORT
            && module.kind() != ModuleKind.TEST
            && Name.isPublic(name.text()),
        module.source().locate(name.span()),
        name.span(),
        whole);
  }
}
