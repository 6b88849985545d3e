package nib.engine.mangling;

import java.util.ArrayList;
import java.util.List;

/// The types in Microsoft's mangling.
final class MicrosoftTypes {

  private static final int REMEMBERED = 10;

  /// Digits that stand for parameters full of digits make a short name a text without end.
  private static final int LONGEST = 1 << 14;

  private final Cursor cursor;
  private final MicrosoftNames names;
  private List<Type> remembered = new ArrayList<>();

  MicrosoftTypes(Cursor cursor, MicrosoftNames names) {
    this.cursor = cursor;
    this.names = names;
  }

  /// A type as the text around what has it: `void (*` and `)(int)`.
  record Type(String before, String after) {

    Type(String text) {
      this(text, "");
    }

    String text() {
      return before + after;
    }

    /// The type with qualifiers, which a pointer may have already.
    Type with(String words) {
      return words.isEmpty() || before.endsWith(words)
          ? this
          : new Type(before + " " + words, after);
    }
  }

  /// @param result as text; empty where there is none, as for constructors
  record Function(String result, String parameters, boolean noexcept, Type type) {}

  /// What a template's arguments have to forget.
  List<Type> setAside() {
    var outside = remembered;
    remembered = new ArrayList<>();
    return outside;
  }

  void takeBack(List<Type> outside) {
    remembered = outside;
  }

  /// What a member function asks of its object.
  String ofThis() throws NotUnderstood {
    cursor.take('E');
    String reference = cursor.take('G') ? " &" : cursor.take('H') ? " &&" : "";
    String words = qualifiers();
    return (words.isEmpty() ? "" : " " + words) + reference;
  }

  private String qualifiers() throws NotUnderstood {
    return switch (cursor.next()) {
      case 'A' -> "";
      case 'B' -> "const";
      case 'C' -> "volatile";
      case 'D' -> "const volatile";
      default -> throw new NotUnderstood();
    };
  }

  /// Calling convention, result, parameters, exceptions.
  Function function() throws NotUnderstood {
    if ("ABCDEFGHIJMNOPQ".indexOf(cursor.next()) < 0) {
      throw new NotUnderstood();
    }
    var result = cursor.take('@') ? new Type("") : qualified();
    String parameters = parameters();
    boolean noexcept = cursor.take("_E");
    if (!noexcept) {
      cursor.expect('Z');
    }
    var type = new Type(result.before() + " ", "(" + parameters + ")" + result.after());
    return new Function(result.text(), parameters, noexcept, type);
  }

  /// A type that may have qualifiers of its own before it.
  private Type qualified() throws NotUnderstood {
    if (!cursor.take('?')) {
      return type();
    }
    String words = qualifiers();
    return type().with(words);
  }

  private String parameters() throws NotUnderstood {
    if (cursor.take('X')) {
      return "void";
    }
    var texts = new ArrayList<String>();
    int length = 0;
    while (!cursor.take('@')) {
      if (cursor.take('Z')) {
        texts.add("...");
        return String.join(", ", texts);
      }
      String text = parameter().text();
      length += text.length();
      if (length > LONGEST) {
        throw new NotUnderstood();
      }
      texts.add(text);
    }
    return String.join(", ", texts);
  }

  private Type parameter() throws NotUnderstood {
    if (Cursor.isDigit(cursor.peek())) {
      int number = cursor.next() - '0';
      if (number >= remembered.size()) {
        throw new NotUnderstood();
      }
      return remembered.get(number);
    }
    int start = cursor.position();
    var type = qualified();
    if (cursor.position() - start > 1 && remembered.size() < REMEMBERED) {
      remembered.add(type);
    }
    return type;
  }

  /// A template's arguments, up to their end.
  List<String> arguments() throws NotUnderstood {
    var texts = new ArrayList<String>();
    while (!cursor.take('@')) {
      if (cursor.take("$$V") || cursor.take("$$Z") || cursor.take("$$$V") || cursor.take("$S")) {
        continue;
      }
      texts.add(cursor.take("$0") ? Microsoft.number(cursor) : qualified().text());
    }
    return texts;
  }

  Type type() throws NotUnderstood {
    cursor.enter();
    char code = cursor.next();
    var type =
        switch (code) {
          case 'P', 'Q', 'R', 'S' -> pointer("*", ofPointer(code));
          case 'A' -> pointer("&", "");
          case '$' -> special();
          case 'T' -> new Type("union " + names.qualified());
          case 'U' -> new Type("struct " + names.qualified());
          case 'V' -> new Type("class " + names.qualified());
          case 'W' -> enumeration();
          case '_' -> new Type(longer(cursor.next()));
          default -> new Type(basic(code));
        };
    cursor.leave();
    return type;
  }

  private static String ofPointer(char code) {
    return switch (code) {
      case 'Q' -> "const";
      case 'R' -> "volatile";
      case 'S' -> "const volatile";
      default -> "";
    };
  }

  private Type enumeration() throws NotUnderstood {
    cursor.expect('4');
    return new Type("enum " + names.qualified());
  }

  private Type special() throws NotUnderstood {
    if (cursor.take("$Q")) {
      return pointer("&&", "");
    }
    if (cursor.take("$T")) {
      return new Type("std::nullptr_t");
    }
    if (cursor.take("$A6")) {
      return function().type();
    }
    if (cursor.take("$C")) {
      String words = qualifiers();
      return type().with(words);
    }
    throw new NotUnderstood();
  }

  private Type pointer(String mark, String own) throws NotUnderstood {
    if (cursor.take('6')) {
      var function = function();
      if (function.noexcept()) {
        throw new NotUnderstood();
      }
      var type = function.type();
      return new Type(type.before() + "(" + mark + own, ")" + type.after());
    }
    cursor.take('E');
    boolean restrict = cursor.take('I');
    String words = qualifiers();
    var to = type().with(words);
    String before = to.before();
    char last = before.charAt(before.length() - 1);
    boolean apart = last != '*' && last != '&' && last != '(';
    String more = !restrict ? own : own.isEmpty() ? "__restrict" : own + " __restrict";
    return new Type(before + (apart ? " " : "") + mark + more, to.after());
  }

  private static String basic(char code) throws NotUnderstood {
    return switch (code) {
      case 'X' -> "void";
      case 'C' -> "signed char";
      case 'D' -> "char";
      case 'E' -> "unsigned char";
      case 'F' -> "short";
      case 'G' -> "unsigned short";
      case 'H' -> "int";
      case 'I' -> "unsigned int";
      case 'J' -> "long";
      case 'K' -> "unsigned long";
      case 'M' -> "float";
      case 'N' -> "double";
      case 'O' -> "long double";
      default -> throw new NotUnderstood();
    };
  }

  private static String longer(char code) throws NotUnderstood {
    return switch (code) {
      case 'N' -> "bool";
      case 'J' -> "__int64";
      case 'K' -> "unsigned __int64";
      case 'W' -> "wchar_t";
      case 'Q' -> "char8_t";
      case 'S' -> "char16_t";
      case 'U' -> "char32_t";
      default -> throw new NotUnderstood();
    };
  }
}
