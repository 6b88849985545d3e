package nib.engine.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.assist.ImportCaret.Position;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Operator;
import nib.engine.syntax.Token;
import nib.engine.syntax.Token.Kind;

/// The keywords that can stand at a caret.
final class Keywords {

  private final Caret caret;
  private final Token previous;

  private Keywords(Caret caret, Token previous) {
    this.caret = caret;
    this.previous = previous;
  }

  static List<String> at(Caret caret, Wanted wanted) {
    if (caret.typed().qualifier().isPresent()) {
      return List.of();
    }
    var keywords = new ArrayList<String>();
    if (wanted instanceof Wanted.AnExpression) {
      keywords.add("if");
    }
    var position =
        ImportCaret.at(caret.tokensBeforeName())
            .map(ImportCaret::position)
            .orElse(Position.BEHIND_ALIAS);
    inImport(position, caret, keywords);
    caret.previous().ifPresent(previous -> new Keywords(caret, previous).behind(keywords));
    boolean complete = position == Position.BEHIND_PATH || position == Position.BEHIND_ALIAS;
    if (complete && betweenDefinitions(caret)) {
      keywords.addAll(definitions(caret));
    }
    return keywords;
  }

  private static void inImport(Position position, Caret caret, List<String> keywords) {
    switch (position) {
      case PATH -> {
        if (caret.previous().filter(token -> token.text().equals("import")).isPresent()) {
          keywords.add("foreign");
        }
      }
      case BEHIND_PATH -> keywords.add("as");
      case ALIAS, BEHIND_ALIAS, NAMES -> {}
    }
  }

  private void behind(List<String> keywords) {
    if (previous.text().equals("else")) {
      keywords.add("if");
    }
    if (isBehindNames()) {
      keywords.add("in");
    }
    var path = SyntaxPath.to(caret.syntax(), previous.span().end() - 1);
    for (var node : path.nodes()) {
      if (node instanceof SyntaxNode.Value(var expression)) {
        behind(expression, keywords);
      }
    }
  }

  private void behind(Expression expression, List<String> keywords) {
    switch (expression) {
      case Expression.If(var branches, var otherwise, _) -> {
        if (branches.stream().anyMatch(branch -> isBinding(branch.condition()))) {
          keywords.add("as");
        }
        afterBlock(branches.getLast().block(), Optional.of(otherwise), keywords);
      }
      case Expression.IfList(_, _, _, var then, var otherwise, _) ->
          afterBlock(then, Optional.of(otherwise), keywords);
      case Expression.IfMap(_, _, _, var then, var otherwise, _) ->
          afterBlock(then, Optional.of(otherwise), keywords);
      case Expression.IfType conditional -> inIfType(conditional, keywords);
      case Expression.ListLiteral(_, var items, _) -> {
        var before = items.stream().filter(item -> isBefore(item.value().span().start())).toList();
        if (before.size() == 1
            && isBehind(before.getFirst().value())
            && !before.getFirst().spread()) {
          keywords.add("for");
        }
      }
      case Expression.Comprehension comprehension -> inComprehension(comprehension, keywords);
      case Expression.Lambda _,
          Expression.RecordLiteral _,
          Expression.MapLiteral _,
          Expression.NumberLiteral _,
          Expression.StringLiteral _,
          Expression.Variable _,
          Expression.Call _,
          Expression.FieldAccess _,
          Expression.Try _,
          Expression.Not _,
          Expression.Operation _,
          Expression.Missing _ -> {}
    }
  }

  /// `if x = e` without its `as` is taken for a comparison.
  private boolean isBinding(Expression condition) {
    return condition instanceof Expression.Operation(_, var steps, _)
        && steps.getFirst().operator() == Operator.EQUAL
        && steps.getFirst().at().end() - steps.getFirst().at().start() == 1
        && isBehind(steps.getFirst().operand());
  }

  private void afterBlock(Block block, Optional<Block> otherwise, List<String> keywords) {
    boolean ends = block.span().end() == previous.span().end() && previous.text().equals("}");
    if (ends && otherwise.map(other -> other.statements().isEmpty()).orElse(true)) {
      keywords.add("else");
    }
  }

  private void inIfType(Expression.IfType conditional, List<String> keywords) {
    var branches = conditional.branches();
    if (branches.isEmpty() || !isBefore(branches.getFirst().type().span().start())) {
      if (isBehind(conditional.argument())) {
        keywords.add("as");
      }
    } else {
      afterBlock(branches.getLast().block(), conditional.otherwise(), keywords);
    }
  }

  private void inComprehension(Expression.Comprehension comprehension, List<String> keywords) {
    var clauses =
        comprehension.clauses().stream().filter(one -> isBefore(one.span().start())).toList();
    if (clauses.isEmpty()) {
      if (isBehind(comprehension.body())) {
        keywords.add("for");
      }
      return;
    }
    var last = clauses.getLast();
    if (last.condition().filter(one -> isBefore(one.span().start())).isPresent()) {
      if (isBehind(last.condition().get())) {
        keywords.add("for");
      }
    } else if (!last.lists().isEmpty() && isBehind(last.lists().getLast())) {
      keywords.addAll(List.of("if", "for"));
    }
  }

  private boolean isBefore(int offset) {
    return offset < caret.typed().start();
  }

  /// Whether an expression is complete in front of the caret, with its closing parentheses, of
  /// which trees know nothing.
  private boolean isBehind(Expression expression) {
    boolean complete =
        switch (previous.kind()) {
          case WORD, NUMBER, STRING -> true;
          case SIGN ->
              switch (previous.text()) {
                case ")", "]", "}", "?" -> true;
                default -> false;
              };
          case KEYWORD, OPEN_STRING, COMMENT, UNKNOWN, END -> false;
        };
    return complete
        && isBefore(expression.span().start())
        && expression.span().end() <= previous.span().end();
  }

  /// Whether names and commas stand in front, up to a `for`.
  private boolean isBehindNames() {
    var tokens = caret.tokens();
    int at = caret.before();
    boolean name = true;
    while (at >= 0
        && (name ? tokens.get(at).kind() == Kind.WORD : tokens.get(at).text().equals(","))) {
      name = !name;
      at--;
    }
    return at >= 0 && !name && tokens.get(at).text().equals("for");
  }

  /// Whether a definition can start at the caret.
  private static boolean betweenDefinitions(Caret caret) {
    return switch (caret.path().last()) {
      case SyntaxNode.Whole _ -> true;
      case Mention.ValueName _ -> caret.path().parent() instanceof SyntaxNode.FunctionPart;
      case Mention _, SyntaxNode.Part _ -> false;
    };
  }

  /// Imports stand before types, and both before functions.
  private static List<String> definitions(Caret caret) {
    int start = caret.typed().start();
    boolean types = caret.syntax().types().stream().anyMatch(one -> one.span().end() <= start);
    boolean functions =
        caret.syntax().functions().stream().anyMatch(one -> one.span().end() <= start);
    var keywords = new ArrayList<String>();
    if (!types && !functions) {
      keywords.add("import");
    }
    if (!functions) {
      keywords.add("type");
    }
    keywords.add("foreign");
    return keywords;
  }
}
