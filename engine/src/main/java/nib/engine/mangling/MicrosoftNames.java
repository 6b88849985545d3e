package nib.engine.mangling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names in Microsoft's mangling, and those that digits stand for.
final class MicrosoftNames {

  private static final int REMEMBERED = 10;

  private static final Map<Character, String> OPERATORS =
      Map.ofEntries(
          Map.entry('2', " new"),
          Map.entry('3', " delete"),
          Map.entry('4', "="),
          Map.entry('5', ">>"),
          Map.entry('6', "<<"),
          Map.entry('7', "!"),
          Map.entry('8', "=="),
          Map.entry('9', "!="),
          Map.entry('A', "[]"),
          Map.entry('C', "->"),
          Map.entry('D', "*"),
          Map.entry('E', "++"),
          Map.entry('F', "--"),
          Map.entry('G', "-"),
          Map.entry('H', "+"),
          Map.entry('I', "&"),
          Map.entry('J', "->*"),
          Map.entry('K', "/"),
          Map.entry('L', "%"),
          Map.entry('M', "<"),
          Map.entry('N', "<="),
          Map.entry('O', ">"),
          Map.entry('P', ">="),
          Map.entry('Q', ","),
          Map.entry('R', "()"),
          Map.entry('S', "~"),
          Map.entry('T', "^"),
          Map.entry('U', "|"),
          Map.entry('V', "&&"),
          Map.entry('W', "||"),
          Map.entry('X', "*="),
          Map.entry('Y', "+="),
          Map.entry('Z', "-="));

  /// The same after an underscore.
  private static final Map<Character, String> MORE_OPERATORS =
      Map.of(
          '0',
          "/=",
          '1',
          "%=",
          '2',
          ">>=",
          '3',
          "<<=",
          '4',
          "&=",
          '5',
          "|=",
          '6',
          "^=",
          'U',
          " new[]",
          'V',
          " delete[]");

  private static final Map<String, String> TABLES =
      Map.of(
          "?_7", "`vftable'",
          "?_8", "`vbtable'",
          "?_R2", "`RTTI Base Class Array'",
          "?_R3", "`RTTI Class Hierarchy Descriptor'",
          "?_R4", "`RTTI Complete Object Locator'");

  private final Cursor cursor;
  private final MicrosoftTypes types;
  private List<String> remembered = new ArrayList<>();

  MicrosoftNames(Cursor cursor) {
    this.cursor = cursor;
    this.types = new MicrosoftTypes(cursor, this);
  }

  MicrosoftTypes types() {
    return types;
  }

  /// The innermost part of a symbol's name.
  ///
  /// @param kind what the text is worth by itself
  record Leaf(Kind kind, String text) {

    enum Kind {
      PLAIN,
      OPERATOR,
      CONSTRUCTOR,
      DESTRUCTOR,
      CONVERSION
    }

    boolean plain() {
      return kind == Kind.PLAIN;
    }

    /// The name, where it follows from the class or from the result.
    String text(List<String> scope, String result) throws NotUnderstood {
      return switch (kind) {
        case PLAIN, OPERATOR -> text;
        case CONSTRUCTOR -> owner(scope);
        case DESTRUCTOR -> "~" + owner(scope);
        case CONVERSION -> "operator " + result;
      };
    }

    private static String owner(List<String> scope) throws NotUnderstood {
      if (scope.isEmpty()) {
        throw new NotUnderstood();
      }
      return scope.getLast();
    }
  }

  /// Whether the symbol is a table of a class; then what it is called.
  Optional<String> table() {
    return TABLES.entrySet().stream()
        .filter(one -> cursor.take(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Leaf leaf() throws NotUnderstood {
    if (cursor.peekIs("?$")) {
      return new Leaf(Leaf.Kind.PLAIN, template());
    }
    if (cursor.take('?')) {
      return operator();
    }
    return new Leaf(Leaf.Kind.PLAIN, name());
  }

  private Leaf operator() throws NotUnderstood {
    char code = cursor.next();
    return switch (code) {
      case '0' -> new Leaf(Leaf.Kind.CONSTRUCTOR, "");
      case '1' -> new Leaf(Leaf.Kind.DESTRUCTOR, "");
      case 'B' -> new Leaf(Leaf.Kind.CONVERSION, "");
      case '_' -> new Leaf(Leaf.Kind.OPERATOR, operator(MORE_OPERATORS, cursor.next()));
      default -> new Leaf(Leaf.Kind.OPERATOR, operator(OPERATORS, code));
    };
  }

  private static String operator(Map<Character, String> codes, char code) throws NotUnderstood {
    String known = codes.get(code);
    if (known == null) {
      throw new NotUnderstood();
    }
    return "operator" + known;
  }

  /// What is around a name, the outermost first.
  List<String> scope() throws NotUnderstood {
    var parts = new ArrayList<String>();
    while (!cursor.take('@')) {
      parts.add(part());
    }
    Collections.reverse(parts);
    return parts;
  }

  /// The name of a type.
  String qualified() throws NotUnderstood {
    String name = part();
    var parts = scope();
    parts.add(name);
    return String.join("::", parts);
  }

  private String part() throws NotUnderstood {
    if (cursor.peekIs("?$")) {
      String name = template();
      remember(name);
      return name;
    }
    if (cursor.take("?A")) {
      // Which one of the program's is no matter to people.
      remember("?A" + until('@'));
      return "`anonymous namespace'";
    }
    return name();
  }

  private String name() throws NotUnderstood {
    if (Cursor.isDigit(cursor.peek())) {
      int number = cursor.next() - '0';
      if (number >= remembered.size()) {
        throw new NotUnderstood();
      }
      String known = remembered.get(number);
      return known.startsWith("?A") ? "`anonymous namespace'" : known;
    }
    String name = until('@');
    if (name.isEmpty() || !name.chars().allMatch(MicrosoftNames::ofNames)) {
      throw new NotUnderstood();
    }
    remember(name);
    return name;
  }

  private static boolean ofNames(int one) {
    return one == '_' || one == '$' || one >= 0x80 || Character.isLetterOrDigit(one);
  }

  private String until(char end) throws NotUnderstood {
    var text = new StringBuilder();
    for (char one = cursor.next(); one != end; one = cursor.next()) {
      text.append(one);
    }
    return text.toString();
  }

  private void remember(String name) {
    if (remembered.size() < REMEMBERED && !remembered.contains(name)) {
      remembered.add(name);
    }
  }

  /// `?$`, a name and arguments, among which digits count anew.
  private String template() throws NotUnderstood {
    cursor.enter();
    cursor.take("?$");
    var outside = remembered;
    remembered = new ArrayList<>();
    var parameters = types.setAside();
    String name = cursor.take('?') ? operator().text() : name();
    if (name.isEmpty()) {
      throw new NotUnderstood();
    }
    String text = name + "<" + String.join(", ", types.arguments()) + ">";
    remembered = outside;
    types.takeBack(parameters);
    cursor.leave();
    return text;
  }
}
