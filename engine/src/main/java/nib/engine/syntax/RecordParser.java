package nib.engine.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.Expression.RecordLiteral;
import nib.engine.syntax.Expression.RecordLiteral.FieldValue;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Parses record literals, and tells them from a variable with a brace behind it.
///
/// A record is attempted wherever a name is followed by a brace (`record` in
/// `lib/parse/src/parser.rs`). If the brace holds no fields the name is a variable, and the brace
/// begins a block or, in a statement of its own, a map. What stands behind the brace decides, with
/// one exception: both `x{a: b}` and the two statements `x` and `{a: b c: d}` begin with a name and
/// a colon. There the compiler takes the second reading where the first field is followed by
/// neither a comma nor the closing brace.
final class RecordParser {

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final CollectionParser collections;
  private final Separated separated;

  RecordParser(TokenStream tokens, ExpressionParser expressions, CollectionParser collections) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.collections = collections;
    this.separated = new Separated(tokens);
  }

  /// The record of this type, if its fields are in the brace that stands here.
  Expression recordOr(TypeSyntax.Named type, Expression.Variable variable) {
    if (tokens.sign(1) == Sign.SPREAD) {
      return update(type);
    }
    return tokens.sign(1) == Sign.CLOSE_BRACE || startsField(1) ? record(type, variable) : variable;
  }

  private boolean startsField() {
    return startsField(0);
  }

  private boolean startsField(int ahead) {
    Kind kind = tokens.kind(ahead);
    return (kind == Kind.WORD || kind == Kind.KEYWORD) && tokens.sign(ahead + 1) == Sign.COLON;
  }

  private Expression update(TypeSyntax.Named type) {
    int open = tokens.position();
    tokens.next();
    var spread = tokens.span();
    tokens.next();
    int complaints = tokens.complaintCount();
    Optional<Expression> updated = Optional.of(expressions.expression());
    if (!tokens.accept(Sign.COMMA)) {
      separated.goesOnWithoutComma(open, this::startsField);
    }
    var fields = fields(open);
    if (fields.isEmpty() && tokens.complaintCount() == complaints && tokens.is(Sign.CLOSE_BRACE)) {
      tokens.mistake(new SyntaxProblem.UpdateWithoutFields(), spread);
    }
    return finish(open, type, updated, fields);
  }

  private Expression record(TypeSyntax.Named type, Expression.Variable variable) {
    int open = tokens.position();
    int complaints = tokens.complaintCount();
    int heard = tokens.complaints().size();
    tokens.next();
    var fields = new ArrayList<FieldValue>();
    if (startsField()) {
      var name = fieldName();
      fields.add(new FieldValue(name, expressions.expressionToRemember()));
      if (isMap(open, complaints, heard)) {
        tokens.reset(open);
        return variable;
      }
      if (tokens.accept(Sign.COMMA) || separated.goesOnWithoutComma(open, this::startsField)) {
        fields.addAll(fields(open));
      }
    }
    return finish(open, type, Optional.empty(), fields);
  }

  /// Whether a map in a statement of its own can be read from the brace on where the first field
  /// went wrong. If it went wrong in its middle the compiler goes no way back, which is the
  /// complaint then.
  ///
  /// @param complaints how many there were before the brace
  /// @param heard how many of them were heard
  private boolean isMap(int open, int complaints, int heard) {
    boolean fine = tokens.complaintCount() == complaints;
    boolean ended = tokens.is(Sign.COMMA) || tokens.is(Sign.CLOSE_BRACE);
    boolean map =
        expressions.isInStatement()
            && !tokens.isDeaf()
            && !(fine && ended)
            && expressions.attempt(open, collections::map);
    if (map && (!fine || tokens.is(Sign.SPREAD))) {
      tokens.forget(heard);
      tokens.mistake(new SyntaxProblem.MapReadAsRecord(), tokens.all().span(open));
    }
    return map;
  }

  private List<FieldValue> fields(int open) {
    return separated.list(open, "a field", this::startsField, this::field);
  }

  private FieldValue field() {
    return new FieldValue(fieldName(), expressions.expression());
  }

  private Name fieldName() {
    if (!tokens.isWord()) {
      tokens.complain(new SyntaxProblem.KeywordAsName(tokens.text()));
    }
    var name = tokens.word();
    tokens.next();
    return name;
  }

  private Expression finish(
      int open, TypeSyntax.Named type, Optional<Expression> updated, List<FieldValue> fields) {
    tokens.close(open, "`,` or `}`");
    complainAboutRepeatedFields(fields);
    var span = new Span(type.span().start(), tokens.hole().end());
    return new RecordLiteral(type, updated, fields, span);
  }

  /// The parser of the compiler rejects them, not its type check.
  private void complainAboutRepeatedFields(List<FieldValue> fields) {
    var first = new HashMap<String, Span>();
    for (var field : fields) {
      var name = field.name();
      var before = first.putIfAbsent(name.text(), name.span());
      if (before != null && !name.text().isEmpty()) {
        tokens.mistake(
            new SyntaxProblem.RepeatedField(name.text()),
            name.span(),
            tokens.complaints().related(Related.Role.FIRST_HERE, before));
      }
    }
  }
}
