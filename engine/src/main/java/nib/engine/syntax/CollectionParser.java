package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.Expression.Comprehension;
import nib.engine.syntax.Expression.ListLiteral;
import nib.engine.syntax.Expression.MapLiteral;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;

/// Parses lists, comprehensions and maps, which begin with the types of what they hold.
final class CollectionParser {

  private final TokenStream tokens;
  private final TypeParser types;
  private final ExpressionParser expressions;
  private final Separated separated;

  CollectionParser(TokenStream tokens, TypeParser types, ExpressionParser expressions) {
    this.tokens = tokens;
    this.types = types;
    this.expressions = expressions;
    this.separated = new Separated(tokens);
  }

  /// A list, or what turns out to be a comprehension behind its first element.
  Expression list() {
    int open = tokens.position();
    tokens.next();
    var element = elementType(open);
    var items = new ArrayList<ListLiteral.Item>();
    if (startsItem()) {
      items.add(item());
      if (tokens.is(Sign.FOR) && !items.getFirst().spread()) {
        return comprehension(open, element, items.getFirst().value());
      }
      if (tokens.accept(Sign.COMMA) || separated.goesOnWithoutComma(open, this::startsItem)) {
        items.addAll(separated.list(open, "an element", this::startsItem, this::item));
      }
    } else if (tokens.is(Sign.FOR)) {
      tokens.complain(new SyntaxProblem.ListWithoutType(), tokens.all().span(open));
      return comprehension(open, element, new Expression.Missing(tokens.hole()));
    }
    tokens.close(open, "`,` or `]`");
    return new ListLiteral(element, items, tokens.from(open));
  }

  /// In `[1, 2]` and in `[x, y]` there is no type, though `x` could be one.
  private TypeSyntax elementType(int open) {
    if (!types.starts()) {
      tokens.complain(
          isIndex(open) ? new SyntaxProblem.NoIndexing() : new SyntaxProblem.ListWithoutType(),
          tokens.all().span(open));
      return new TypeSyntax.Missing(tokens.hole());
    }
    var type = types.type();
    if (tokens.is(Sign.COMMA)) {
      tokens.complain(new SyntaxProblem.ListWithoutType(), tokens.all().span(open));
      tokens.next();
    }
    return type;
  }

  /// Whether what was meant is to look something up in what stands directly before.
  private boolean isIndex(int open) {
    var all = tokens.all();
    return all.end(open - 1) == all.start(open)
        && (all.kind(open - 1) == Kind.WORD || all.sign(open - 1).closes());
  }

  private boolean startsItem() {
    return tokens.is(Sign.SPREAD) || expressions.starts();
  }

  private ListLiteral.Item item() {
    boolean spread = tokens.accept(Sign.SPREAD);
    return new ListLiteral.Item(expressions.expression(), spread);
  }

  private Expression comprehension(int open, TypeSyntax element, Expression body) {
    var clauses = new ArrayList<Comprehension.Clause>();
    while (tokens.is(Sign.FOR)) {
      clauses.add(clause());
    }
    tokens.close(open, "`for`, `if` or `]`");
    return new Comprehension(element, body, clauses, tokens.from(open));
  }

  private Comprehension.Clause clause() {
    int start = tokens.position();
    tokens.next();
    var names = names();
    tokens.expect(Sign.IN);
    var lists = new ArrayList<>(List.of(expressions.expression()));
    while (tokens.accept(Sign.COMMA) && expressions.starts() && !startsCondition()) {
      lists.add(expressions.expression());
    }
    Optional<Expression> condition =
        tokens.accept(Sign.IF) ? Optional.of(expressions.expression()) : Optional.empty();
    return new Comprehension.Clause(names, lists, condition, tokens.from(start));
  }

  /// Behind a comma `if` begins one more list, and only if none can be read there the condition,
  /// with a comma too many.
  private boolean startsCondition() {
    boolean condition =
        tokens.is(Sign.IF) && !expressions.attempt(tokens.position(), expressions::expression);
    if (condition) {
      tokens.complain(new SyntaxProblem.NeedlessSign(",", NeedlessSigns.BEFORE_IF));
    }
    return condition;
  }

  private List<Name> names() {
    if (!tokens.isWord()) {
      tokens.unexpected("a name for the element");
      return List.of();
    }
    var names = new ArrayList<Name>();
    do {
      names.add(tokens.word());
    } while (tokens.accept(Sign.COMMA) && tokens.isWord());
    return names;
  }

  Expression map() {
    int open = tokens.position();
    tokens.next();
    int complaints = tokens.complaintCount();
    if (!types.starts()) {
      tokens.complain(new SyntaxProblem.MapWithoutTypes(), tokens.all().span(open));
    }
    var key = types.type();
    tokens.expect(Sign.COLON);
    var value = types.type();
    List<MapLiteral.Element> elements = new ArrayList<>();
    // Without its types nothing in the braces can be told for sure.
    if (tokens.complaintCount() == complaints) {
      elements.addAll(separated.list(open, "an entry", this::startsElement, this::element));
    } else {
      tokens.keepQuiet();
    }
    tokens.close(open, "`,` or `}`");
    return new MapLiteral(key, value, elements, tokens.from(open));
  }

  private boolean startsElement() {
    return tokens.is(Sign.SPREAD) || expressions.starts();
  }

  private MapLiteral.Element element() {
    if (tokens.accept(Sign.SPREAD)) {
      return new MapLiteral.Element.Spread(expressions.expression());
    }
    var key = expressions.expression();
    tokens.expect(Sign.COLON);
    return new MapLiteral.Element.Entry(key, expressions.expression());
  }
}
