package nib.engine.mangling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.mangling.Itanium.Parts;
import nib.engine.mangling.Node.Name;

/// Types (Itanium C++ ABI, section 5.1.5, "Type encodings").
final class ItaniumTypes {

  private final Parts parts;
  private final Cursor cursor;

  ItaniumTypes(Parts parts) {
    this.parts = parts;
    this.cursor = parts.cursor;
  }

  Node type() throws NotUnderstood {
    cursor.enter();
    var builtin = builtin(cursor.peek());
    Node type;
    if (builtin.isPresent()) {
      cursor.next();
      type = new Name(builtin.get());
    } else if (isNamedByTwoLetters()) {
      type = new Name(twoLetters(cursor.take(2).charAt(1)).orElseThrow(NotUnderstood::new));
    } else if (parts.substitutions.startsHere()) {
      type = substituted();
    } else {
      type = compound();
      parts.substitutions.add(type);
    }
    cursor.leave();
    return type;
  }

  /// A part that came before is not remembered again, unless template arguments make it new.
  private Node substituted() throws NotUnderstood {
    var known = parts.substitutions.read();
    if (!parts.argumentsFollow || cursor.peek() != 'I') {
      return known;
    }
    var type = new Node.WithArguments(known, parts.arguments.list(false));
    parts.substitutions.add(type);
    return type;
  }

  private Node compound() throws NotUnderstood {
    return switch (cursor.peek()) {
      case 'r', 'V', 'K' -> qualified();
      case 'P' -> new Node.Pointer(afterOneLetter());
      case 'R' -> new Node.Reference(afterOneLetter(), false);
      case 'O' -> new Node.Reference(afterOneLetter(), true);
      case 'C' -> new Node.Suffixed(afterOneLetter(), " complex");
      case 'G' -> new Node.Suffixed(afterOneLetter(), " imaginary");
      case 'F' -> function();
      case 'A' -> array();
      case 'M' -> memberPointer();
      case 'T' -> templateParameter();
      case 'D' -> otherwise();
      case 'u' -> vendor();
      case 'U' -> throw new NotUnderstood();
      default -> parts.names.name();
    };
  }

  private Node afterOneLetter() throws NotUnderstood {
    cursor.next();
    return type();
  }

  private Node qualified() throws NotUnderstood {
    int ahead = 0;
    while ("rVK".indexOf(cursor.peek(ahead)) >= 0) {
      ahead++;
    }
    boolean function =
        cursor.peek(ahead) == 'F'
            || (cursor.peek(ahead) == 'D' && "oOwx".indexOf(cursor.peek(ahead + 1)) >= 0);
    if (function) {
      return function();
    }
    String words = qualifiers();
    return new Node.Qualified(type(), words);
  }

  /// `r`, `V` and `K`, as C++ writes them after a type.
  String qualifiers() {
    boolean restrict = cursor.take('r');
    boolean isVolatile = cursor.take('V');
    boolean isConst = cursor.take('K');
    return (isConst ? " const" : "")
        + (isVolatile ? " volatile" : "")
        + (restrict ? " restrict" : "");
  }

  private Node function() throws NotUnderstood {
    String qualifiers = qualifiers();
    String exceptions = exceptions();
    cursor.take("Dx");
    cursor.expect('F');
    cursor.take('Y'); // extern "C"
    var result = type();
    var parameters = new ArrayList<Node>();
    while (!cursor.take('E')) {
      if (cursor.take("RE")) {
        qualifiers += " &";
        break;
      }
      if (cursor.take("OE")) {
        qualifiers += " &&";
        break;
      }
      if (!cursor.take('v')) {
        parameters.add(type());
      }
    }
    return new Node.FunctionType(result, List.copyOf(parameters), qualifiers + exceptions);
  }

  private String exceptions() throws NotUnderstood {
    if (cursor.take("Do")) {
      return " noexcept";
    }
    if (cursor.peekIs("DO") || cursor.peekIs("Dw")) {
      throw new NotUnderstood();
    }
    return "";
  }

  private Node array() throws NotUnderstood {
    cursor.expect('A');
    String digits = cursor.digits();
    boolean computed = digits.isEmpty() && cursor.peek() != '_';
    Node length = computed ? parts.arguments.expression() : new Name(digits);
    cursor.expect('_');
    return new Node.Array(type(), length);
  }

  private Node memberPointer() throws NotUnderstood {
    cursor.expect('M');
    var owner = type();
    return new Node.MemberPointer(owner, type());
  }

  private Node templateParameter() throws NotUnderstood {
    switch (cursor.peek(1)) {
      case 's', 'u', 'e' -> {
        String words =
            switch (cursor.take(2)) {
              case "Ts" -> "struct ";
              case "Tu" -> "union ";
              default -> "enum ";
            };
        return new Node.Prefixed(words, parts.names.name());
      }
      default -> {}
    }
    var parameter = parts.arguments.templateParameter();
    if (!parts.argumentsFollow || cursor.peek() != 'I') {
      return parameter;
    }
    parts.substitutions.add(parameter);
    return new Node.WithArguments(parameter, parts.arguments.list(false));
  }

  private Node otherwise() throws NotUnderstood {
    if (cursor.take("Dp")) {
      return new Node.Expansion(type());
    }
    if (cursor.take("Dv")) {
      int length = cursor.number();
      cursor.expect('_');
      return new Node.Suffixed(type(), " vector[" + length + "]");
    }
    if (cursor.take("DF")) {
      int bits = cursor.number();
      cursor.expect('_');
      return new Name("_Float" + bits);
    }
    if ("oOwx".indexOf(cursor.peek(1)) >= 0) {
      return function();
    }
    throw new NotUnderstood();
  }

  private Node vendor() throws NotUnderstood {
    cursor.expect('u');
    String name = cursor.take(cursor.number());
    if (cursor.peek() == 'I') {
      throw new NotUnderstood();
    }
    return new Name(name);
  }

  private boolean isNamedByTwoLetters() {
    return cursor.peek() == 'D' && twoLetters(cursor.peek(1)).isPresent();
  }

  private static Optional<String> twoLetters(char second) {
    return Optional.ofNullable(
        switch (second) {
          case 'd' -> "decimal64";
          case 'e' -> "decimal128";
          case 'f' -> "decimal32";
          case 'i' -> "char32_t";
          case 's' -> "char16_t";
          case 'u' -> "char8_t";
          case 'a' -> "auto";
          case 'c' -> "decltype(auto)";
          case 'n' -> "std::nullptr_t";
          default -> null;
        });
  }

  private static Optional<String> builtin(char code) {
    return Optional.ofNullable(
        switch (code) {
          case 'v' -> "void";
          case 'w' -> "wchar_t";
          case 'b' -> "bool";
          case 'c' -> "char";
          case 'a' -> "signed char";
          case 'h' -> "unsigned char";
          case 's' -> "short";
          case 't' -> "unsigned short";
          case 'i' -> "int";
          case 'j' -> "unsigned int";
          case 'l' -> "long";
          case 'm' -> "unsigned long";
          case 'x' -> "long long";
          case 'y' -> "unsigned long long";
          case 'n' -> "__int128";
          case 'o' -> "unsigned __int128";
          case 'f' -> "float";
          case 'd' -> "double";
          case 'e' -> "long double";
          case 'g' -> "__float128";
          case 'z' -> "...";
          default -> null;
        });
  }
}
