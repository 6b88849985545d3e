package nib.engine.assist;

import java.util.Optional;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;

/// Says what can be written at a caret.
final class WantedFinder {

  private final Place place;
  private final Caret caret;

  private WantedFinder(Place place, Caret caret) {
    this.place = place;
    this.caret = caret;
  }

  static Wanted find(Place place, Caret caret) {
    var finder = new WantedFinder(place, caret);
    return ImportCaret.at(caret.tokensBeforeName())
        .map(finder::inImport)
        .orElseGet(finder::inDefinition);
  }

  private Wanted inImport(ImportCaret at) {
    return switch (at.position()) {
      case PATH -> {
        int start = at.pathStart().orElse(caret.typed().start());
        var span = new Span(start, place.offset());
        yield new Wanted.AModule(place.source().text(span).replaceAll("\\s", ""), span);
      }
      case NAMES -> new Wanted.NameOf(at.syntax());
      case BEHIND_PATH, ALIAS, BEHIND_ALIAS -> new Wanted.Nothing();
    };
  }

  private Wanted inDefinition() {
    if (behindField()) {
      return anExpression(caret.typed().qualifier());
    }
    return literal(caret.before())
        .filter(_ -> caret.typed().qualifier().isEmpty())
        .<Wanted>map(
            literal -> new Wanted.FieldOfLiteral(literal.type(), literal.given(), isBlock(literal)))
        .orElseGet(() -> of(caret.path()));
  }

  /// Whether the caret stands behind a field's name and a colon. In `Foo{a: ‸ b: 1}`, which lacks a
  /// comma, the language sees a variable and a map whose values are of a type that the caret is in.
  private boolean behindField() {
    int colon = caret.before();
    return colon >= 1
        && caret.tokens().get(colon).text().equals(":")
        && literal(colon - 2)
            .flatMap(literal -> record(literal))
            .flatMap(record -> record.field(caret.tokens().get(colon - 1).text()))
            .isPresent();
  }

  /// The record literal in which a field's name can stand behind a token.
  private Optional<LiteralCaret> literal(int before) {
    return LiteralCaret.at(caret.tokens(), before, caret.next()).filter(this::isLiteral);
  }

  /// Not the result of a lambda before its body, and not a variable that is no type.
  private boolean isLiteral(LiteralCaret literal) {
    var path = SyntaxPath.to(caret.syntax(), literal.type().span().end() - 1);
    boolean value =
        switch (path.last()) {
          case Mention.VariableUse _ -> true;
          case Mention.TypeUse _ -> isTypeOfLiteral(path);
          case Mention _, SyntaxNode.Part _ -> false;
        };
    return value && record(literal).isPresent();
  }

  private Optional<RecordDefinition> record(LiteralCaret literal) {
    var scope = place.module().scope();
    return scope.resolve(literal.type(), _ -> {}) instanceof Type.RecordOf record
        ? scope.definition(record)
        : Optional.empty();
  }

  private static boolean isTypeOfLiteral(SyntaxPath path) {
    int literal = path.nodes().size() - 3;
    return literal >= 0
        && path.nodes().get(literal) instanceof SyntaxNode.Value(Expression.RecordLiteral _);
  }

  private boolean isBlock(LiteralCaret literal) {
    return literal.given().isEmpty()
        && literal.type().qualifier().isEmpty()
        && caret.typing().locals(caret.typed().start()).stream()
            .anyMatch(local -> local.name().text().equals(literal.type().name()));
  }

  private static Wanted of(SyntaxPath path) {
    return switch (path.last()) {
      case Mention.VariableUse(var variable) -> anExpression(variable.qualifier().map(Name::text));
      case Mention.TypeUse(var type, _) ->
          isTypeOfLiteral(path)
              ? anExpression(type.qualifier())
              : type.qualifier()
                  .<Wanted>map(prefix -> new Wanted.Qualified(prefix, false))
                  .orElseGet(Wanted.AType::new);
      case Mention.FieldUse(var access) -> new Wanted.FieldOf(access.record());
      case Mention _, SyntaxNode.Part _ -> new Wanted.Nothing();
    };
  }

  private static Wanted anExpression(Optional<String> qualifier) {
    return qualifier
        .<Wanted>map(prefix -> new Wanted.Qualified(prefix, true))
        .orElseGet(Wanted.AnExpression::new);
  }
}
