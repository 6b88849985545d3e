package nib.engine.syntax;

import java.util.HashSet;
import java.util.function.BooleanSupplier;

/// Tells whether a text is a Pen module, by the grammar of the reference read literally: without
/// tokens, with ordered alternatives, and with the places behind which the compiler's parser goes
/// no way back. It is as slow as that is and makes no tree; it is there to hold the parser against.
final class ReferenceGrammar extends ReferenceCombinators {

  private ReferenceGrammar(String text) {
    super(text);
  }

  static boolean accepts(String text) {
    try {
      return new ReferenceGrammar(text).module();
    } catch (Refused e) {
      return false;
    }
  }

  // Definitions.

  private boolean module() {
    many(this::moduleImport);
    many(this::foreignImport);
    many(() -> any(this::alias, this::record));
    many(this::function);
    blank();
    return isDone();
  }

  private boolean moduleImport() {
    return all(
        () -> keyword("import"),
        this::blank,
        () -> any(this::externalPath, () -> path(this::identifier)),
        () -> optional(() -> all(() -> keyword("as"), this::identifier)),
        () ->
            optional(() -> all(() -> sign("{"), () -> listed(this::identifier), () -> sign("}"))));
  }

  private boolean externalPath() {
    return all(this::identifier, () -> cut(() -> path(this::publicIdentifier)));
  }

  private boolean path(BooleanSupplier component) {
    return some(() -> all(() -> tag("'"), component));
  }

  private boolean publicIdentifier() {
    return all(this::identifier, () -> Character.isUpperCase(word().charAt(0)));
  }

  private boolean foreignImport() {
    return all(
        () -> keyword("import"),
        () -> keyword("foreign"),
        () -> cut(() -> optional(this::convention), this::identifier, this::type));
  }

  private boolean convention() {
    return all(this::blank, () -> tag("\"c\""));
  }

  private boolean alias() {
    return all(() -> keyword("type"), this::identifier, () -> sign("="), () -> cut(this::type));
  }

  private boolean record() {
    return all(
        () -> keyword("type"),
        this::identifier,
        () -> sign("{"),
        () -> cut(() -> many(() -> all(this::identifier, this::type)), () -> sign("}")));
  }

  private boolean function() {
    return all(
        () -> optional(() -> all(() -> keyword("foreign"), () -> optional(this::convention))),
        this::identifier,
        () -> sign("="),
        () -> cut(this::lambda));
  }

  // Types.

  private boolean type() {
    return any(
        () ->
            all(
                () -> sign("\\("),
                () -> cut(() -> listedOrNone(this::type), () -> sign(")"), this::type)),
        () -> all(this::atomicType, () -> many(() -> all(() -> sign("|"), this::atomicType))));
  }

  private boolean atomicType() {
    return any(
        () -> all(this::blank, this::qualified),
        () -> all(() -> sign("["), () -> cut(this::type, () -> sign("]"))),
        () ->
            all(
                () -> sign("{"),
                () -> cut(this::type, () -> sign(":"), this::type, () -> sign("}"))),
        () -> all(() -> sign("("), () -> cut(this::type, () -> sign(")"))));
  }

  // Blocks.

  private boolean block() {
    return all(() -> sign("{"), () -> cut(this::statements, () -> sign("}")));
  }

  private boolean statements() {
    boolean[] named = {true};
    return some(() ->
        all(() -> {
          boolean name = all(this::identifier, () -> sign("="));
          if (!this.expression()) {
            return false;
          }
          named[0] = name;
          return true;
        }))
        && !named[0];
  }

  // Expressions.

  private boolean expression() {
    return all(this::operand, () -> many(() -> all(this::operator, () -> cut(this::operand))));
  }

  private boolean operator() {
    return any(
        () -> sign("+"),
        () -> sign("-"),
        () -> sign("*"),
        () -> sign("/"),
        () -> sign("=="),
        () -> sign("!="),
        () -> sign("<="),
        () -> sign("<"),
        () -> sign(">="),
        () -> sign(">"),
        () -> sign("&"),
        () -> sign("|"));
  }

  private boolean operand() {
    return any(
        () -> all(() -> sign("!"), () -> cut(this::operand)),
        () -> all(this::atom, () -> many(this::suffix)));
  }

  private boolean suffix() {
    return any(
        () -> all(() -> tag("("), () -> cut(() -> listedOrNone(this::expression), () -> sign(")"))),
        () -> all(() -> sign("."), () -> cut(this::identifier)),
        () -> sign("?"));
  }

  private boolean atom() {
    return any(
        this::lambda,
        this::ifType,
        this::ifList,
        this::ifMap,
        this::ifElse,
        this::recordLiteral,
        this::comprehension,
        this::list,
        this::map,
        this::number,
        this::string,
        () -> all(this::blank, this::qualified),
        () -> all(() -> sign("("), this::expression, () -> sign(")")));
  }

  private boolean lambda() {
    return all(
        () -> sign("\\("),
        () ->
            cut(
                () -> listedOrNone(() -> all(this::identifier, () -> cut(this::type))),
                () -> sign(")"),
                this::type,
                this::block));
  }

  private boolean ifType() {
    return all(
        () -> keyword("if"),
        this::identifier,
        () -> sign("="),
        this::expression,
        () -> keyword("as"),
        () ->
            cut(
                this::type,
                this::block,
                () -> many(() -> all(this::elseIf, () -> cut(this::type, this::block))),
                () -> optional(() -> all(() -> keyword("else"), this::block))));
  }

  private boolean elseIf() {
    return all(() -> keyword("else"), () -> keyword("if"));
  }

  private boolean ifList() {
    return all(
        () -> keyword("if"),
        () -> sign("["),
        () ->
            cut(
                this::identifier,
                () -> sign(","),
                () -> sign("..."),
                this::identifier,
                () -> sign("]"),
                () -> sign("="),
                this::expression,
                this::block,
                () -> keyword("else"),
                this::block));
  }

  private boolean ifMap() {
    return all(
        () -> keyword("if"),
        this::identifier,
        () -> sign("="),
        this::expression,
        () -> sign("["),
        () ->
            cut(
                this::expression,
                () -> sign("]"),
                this::block,
                () -> keyword("else"),
                this::block));
  }

  private boolean ifElse() {
    return all(
        () -> keyword("if"),
        () ->
            cut(
                this::expression,
                this::block,
                () -> many(() -> all(this::elseIf, () -> cut(this::expression, this::block))),
                () -> keyword("else"),
                this::block));
  }

  private boolean recordLiteral() {
    return all(this::blank, this::qualified, () -> sign("{"), this::recordBody, () -> sign("}"));
  }

  private boolean recordBody() {
    var names = new HashSet<String>();
    boolean[] repeated = {false};
    BooleanSupplier field =
        () ->
            all(
                this::identifier,
                () -> {
                  String name = word();
                  if (!sign(":")) {
                    return false;
                  }
                  cut(this::expression);
                  repeated[0] |= !names.add(name);
                  return true;
                });
    boolean body =
        any(
            () ->
                all(
                    () -> sign("..."),
                    () -> cut(this::expression, () -> sign(","), () -> listed(field))),
            () -> listedOrNone(field));
    return body && !repeated[0];
  }

  private boolean list() {
    return all(
        () -> sign("["),
        () ->
            cut(
                this::type,
                () ->
                    listedOrNone(() ->
                        any(
                            () -> all(() -> sign("..."), () -> cut(this::expression)),
                            this::expression)),
                () -> sign("]")));
  }

  private boolean comprehension() {
    return all(
        () -> sign("["), this::type, this::expression, () -> some(this::clause), () -> sign("]"));
  }

  private boolean clause() {
    return all(
        () -> keyword("for"),
        () ->
            cut(
                () -> listed(this::identifier),
                () -> keyword("in"),
                () -> listed(this::expression),
                () -> optional(() -> all(() -> keyword("if"), this::expression))));
  }

  private boolean map() {
    return all(
        () -> sign("{"),
        () ->
            cut(
                this::type,
                () -> sign(":"),
                this::type,
                () ->
                    listedOrNone(() ->
                        any(
                            () ->
                                all(this::expression, () -> sign(":"), () -> cut(this::expression)),
                            () -> all(() -> sign("..."), () -> cut(this::expression)))),
                () -> sign("}")));
  }
}
