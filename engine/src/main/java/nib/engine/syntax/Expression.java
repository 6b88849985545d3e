package nib.engine.syntax;

import java.util.List;
import java.util.Optional;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;

/// An expression as written. Parentheses leave no node; everything else does.
///
/// Trees are never deeper than the parser's limit, so that walking one by recursion is safe. A run
/// of operators of one precedence is flat for that reason, however long it is.
public sealed interface Expression {

  Span span();

  /// `\(x number) number { ... }`.
  record Lambda(List<Field> parameters, TypeSyntax result, Block body, Span span)
      implements Expression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /// `if a { ... } else if b { ... } else { ... }`.
  ///
  /// @param branches one at least, in the order of the source
  record If(List<Branch> branches, Block otherwise, Span span) implements Expression {
    public If {
      branches = List.copyOf(branches);
    }

    /// A condition and its block.
    public record Branch(Expression condition, Block block) {}
  }

  /// `if x = e as a { ... } else if b { ... } else { ... }`.
  ///
  /// @param branches one at least, in the order of the source
  record IfType(
      Name name,
      Expression argument,
      List<TypeBranch> branches,
      Optional<Block> otherwise,
      Span span)
      implements Expression {
    public IfType {
      branches = List.copyOf(branches);
    }

    /// A type and its block.
    public record TypeBranch(TypeSyntax type, Block block) {}
  }

  /// `if [x, ...xs] = e { ... } else { ... }`.
  record IfList(Name first, Name rest, Expression list, Block then, Block otherwise, Span span)
      implements Expression {}

  /// `if v = m[k] { ... } else { ... }`.
  record IfMap(Name name, Expression map, Expression key, Block then, Block otherwise, Span span)
      implements Expression {}

  /// `Foo{a: 1, b: 2}` or `Foo{...foo, a: 1}`.
  ///
  /// @param updated the record that the fields replace those of
  record RecordLiteral(
      TypeSyntax.Named type, Optional<Expression> updated, List<FieldValue> fields, Span span)
      implements Expression {
    public RecordLiteral {
      fields = List.copyOf(fields);
    }

    /// `name: value`.
    public record FieldValue(Name name, Expression value) {}
  }

  /// `[number 1, ...xs]`.
  record ListLiteral(TypeSyntax element, List<Item> items, Span span) implements Expression {
    public ListLiteral {
      items = List.copyOf(items);
    }

    /// What a list literal is made of.
    ///
    /// @param spread whether the value is a list whose elements are taken
    public record Item(Expression value, boolean spread) {}
  }

  /// `[number f(x()) for x in xs if p(x())]`.
  ///
  /// @param clauses one at least, in the order of the source: the last is the outermost loop
  record Comprehension(TypeSyntax element, Expression body, List<Clause> clauses, Span span)
      implements Expression {
    public Comprehension {
      clauses = List.copyOf(clauses);
    }

    /// `for x, y in xs, ys if c`.
    public record Clause(
        List<Name> names, List<Expression> lists, Optional<Expression> condition, Span span) {
      public Clause {
        names = List.copyOf(names);
        lists = List.copyOf(lists);
      }
    }
  }

  /// `{string: number "a": 1, ...m}`.
  record MapLiteral(TypeSyntax key, TypeSyntax value, List<Element> elements, Span span)
      implements Expression {
    public MapLiteral {
      elements = List.copyOf(elements);
    }

    /// What a map literal is made of.
    public sealed interface Element {
      /// `key: value`.
      record Entry(Expression key, Expression value) implements Element {}

      /// `...map`.
      record Spread(Expression map) implements Element {}
    }
  }

  /// A number as written: `-1.5e3`, `0xff`.
  record NumberLiteral(String written, Span span) implements Expression {}

  /// A string as written, with its quotes.
  record StringLiteral(String written, Span span) implements Expression {}

  /// `x` or `Module'x`.
  record Variable(Optional<Name> qualifier, Name name, Span span) implements Expression {
    public String written() {
      return qualifier.map(prefix -> prefix.text() + "'" + name.text()).orElse(name.text());
    }
  }

  /// `f(a, b)`.
  record Call(Expression function, List<Expression> arguments, Span span) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `e.f`.
  record FieldAccess(Expression record, Name field, Span span) implements Expression {}

  /// `e?`.
  record Try(Expression operand, Span span) implements Expression {}

  /// `!e`.
  record Not(Expression operand, Span span) implements Expression {}

  /// `a + b - c`: a run of operators of one precedence, which group from the left.
  ///
  /// @param steps one at least
  record Operation(Expression first, List<Step> steps, Span span) implements Expression {
    public Operation {
      steps = List.copyOf(steps);
    }

    /// An operator and its right operand.
    ///
    /// @param at where the operator stands
    public record Step(Operator operator, Span at, Expression operand) {}
  }

  /// Where an expression should be. The parser has said so already.
  record Missing(Span span) implements Expression {}
}
