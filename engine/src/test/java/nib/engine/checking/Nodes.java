package nib.engine.checking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nib.engine.packages.PenModule;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;

/// All nodes of a module's functions, in no order to rely on.
final class Nodes {

  private final PenModule module;
  private final ArrayList<Expression> expressions = new ArrayList<>();
  private final ArrayList<Name> names = new ArrayList<>();

  Nodes(PenModule module) {
    this.module = module;
    module.syntax().functions().forEach(function -> walk(function.lambda()));
  }

  List<Expression> expressions() {
    return expressions;
  }

  List<Name> names() {
    return names;
  }

  /// The last expression that is written so.
  Expression written(String text) {
    return expressions.stream()
        .filter(one -> text(one.span()).equals(text))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("no expression " + text));
  }

  /// The first name that is written so.
  Name name(String text) {
    return names.stream()
        .filter(one -> one.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no name " + text));
  }

  private String text(Span span) {
    return module.source().text(span);
  }

  private void walk(Object node) {
    switch (node) {
      case Expression expression -> {
        expressions.add(expression);
        parts((Record) expression);
      }
      case Name name -> names.add(name);
      case Collection<?> nodes -> nodes.forEach(this::walk);
      case Optional<?> some -> some.ifPresent(this::walk);
      case Record record -> parts(record);
      default -> {}
    }
  }

  private void parts(Record record) {
    for (var component : record.getClass().getRecordComponents()) {
      try {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        walk(accessor.invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }
}
