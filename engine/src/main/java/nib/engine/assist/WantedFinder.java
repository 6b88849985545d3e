package nib.engine.assist;

import nib.engine.checking.CheckedModule;
import nib.engine.syntax.Expression;
import nib.engine.text.Span;
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
    return LiteralCaret.at(caret.tokens(), caret.before(), caret.next())
        .filter(literal -> caret.typed().qualifier().isEmpty() && isLiteral(literal))
        .<Wanted>map(
            literal -> new Wanted.FieldOfLiteral(literal.type(), literal.given(), isBlock(literal)))
        .orElseGet(() -> of(caret.path().last()));
  }

  /// Not the result of a lambda before its body, and not a variable that is no type.
  private boolean isLiteral(LiteralCaret literal) {
    int name = literal.type().span().end() - 1;
    var path = SyntaxPath.to(caret.syntax(), name);
    boolean value =
        switch (path.last()) {
          case Mention.VariableUse _ -> true;
          case Mention.TypeUse _ -> isTypeOfLiteral(path);
          case Mention _, SyntaxNode.Part _ -> false;
        };
    return value && module().scope().resolve(literal.type(), _ -> {}) instanceof Type.RecordOf;
  }

  private static boolean isTypeOfLiteral(SyntaxPath path) {
    int literal = path.nodes().size() - 3;
    return literal >= 0
        && path.nodes().get(literal) instanceof SyntaxNode.Value(Expression.RecordLiteral _);
  }

  private boolean isBlock(LiteralCaret literal) {
    return literal.given().isEmpty()
        && literal.type().qualifier().isEmpty()
        && module().typing().locals(caret.typed().start()).stream()
            .anyMatch(local -> local.name().text().equals(literal.type().name()));
  }

  private Wanted of(SyntaxNode node) {
    return switch (node) {
      case Mention.VariableUse(var variable) ->
          variable
              .qualifier()
              .<Wanted>map(prefix -> new Wanted.Qualified(prefix.text(), true))
              .orElseGet(Wanted.AnExpression::new);
      case Mention.TypeUse(var type, _) ->
          type.qualifier()
              .<Wanted>map(prefix -> new Wanted.Qualified(prefix, false))
              .orElseGet(Wanted.AType::new);
      case Mention.FieldUse(var access) -> new Wanted.FieldOf(access.record().span());
      case Mention _, SyntaxNode.Part _ -> new Wanted.Nothing();
    };
  }

  private CheckedModule module() {
    return place.module();
  }
}
