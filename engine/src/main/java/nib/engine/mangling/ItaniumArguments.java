package nib.engine.mangling;

import java.util.ArrayList;
import java.util.List;
import nib.engine.mangling.Itanium.Parts;
import nib.engine.mangling.Node.Name;

/// Template arguments and parameters (Itanium C++ ABI, sections 5.1.5 and 5.1.6), with the few
/// expressions that are plain values.
final class ItaniumArguments {

  private final Parts parts;
  private final Cursor cursor;

  ItaniumArguments(Parts parts) {
    this.parts = parts;
    this.cursor = parts.cursor;
  }

  /// Arguments up to `E`.
  ///
  /// @param ofFunction whether they belong to the name that is being encoded, so that template
  ///   parameters in its types refer to them
  List<Node> list(boolean ofFunction) throws NotUnderstood {
    cursor.expect('I');
    cursor.enter();
    if (ofFunction) {
      parts.templateParameters = new ArrayList<>();
    }
    var arguments = new ArrayList<Node>();
    while (!cursor.take('E')) {
      if (ofFunction) {
        arguments.add(ofFunction());
      } else {
        arguments.add(argument());
      }
    }
    cursor.leave();
    return List.copyOf(arguments);
  }

  private Node ofFunction() throws NotUnderstood {
    var parameters = parts.templateParameters;
    parts.templateParameters = new ArrayList<>();
    var argument = argument();
    parts.templateParameters = parameters;
    parameters.add(
        argument instanceof Node.ArgumentPack(var elements)
            ? new Node.ParameterPack(elements)
            : argument);
    return argument;
  }

  private Node argument() throws NotUnderstood {
    return switch (cursor.peek()) {
      case 'X' -> {
        cursor.next();
        var value = expression();
        cursor.expect('E');
        yield value;
      }
      case 'J' -> {
        cursor.next();
        var elements = new ArrayList<Node>();
        while (!cursor.take('E')) {
          elements.add(argument());
        }
        yield new Node.ArgumentPack(List.copyOf(elements));
      }
      case 'L' -> literal();
      default -> parts.types.type();
    };
  }

  /// The expressions that say one thing: a value, a parameter, a name.
  Node expression() throws NotUnderstood {
    if (cursor.peek() == 'L') {
      return literal();
    }
    if (Cursor.isDigit(cursor.peek())) {
      var name = new Name(cursor.take(cursor.number()));
      return cursor.peek() == 'I' ? new Node.WithArguments(name, list(false)) : name;
    }
    if (cursor.peek() == 'T') {
      return templateParameter();
    }
    throw new NotUnderstood();
  }

  private Node literal() throws NotUnderstood {
    cursor.expect('L');
    if (cursor.take("_Z") || cursor.take('Z')) {
      var encoding = parts.names.encoding();
      cursor.expect('E');
      return encoding;
    }
    if (cursor.take("DnE") || cursor.take("Dn0E")) {
      return new Name("nullptr");
    }
    char code = cursor.peek();
    if ("bcahstijlmxynow".indexOf(code) >= 0) {
      cursor.next();
      return new Name(number(code));
    }
    if ("fdeg_ATDU".indexOf(code) >= 0) {
      throw new NotUnderstood();
    }
    var type = parts.types.type();
    return new Node.Cast(type, value());
  }

  private String value() throws NotUnderstood {
    String digits = cursor.signedDigits();
    cursor.expect('E');
    if (digits.isEmpty() || digits.equals("-")) {
      throw new NotUnderstood();
    }
    return digits;
  }

  private String number(char code) throws NotUnderstood {
    String digits = value();
    return switch (code) {
      case 'b' ->
          switch (digits) {
            case "0" -> "false";
            case "1" -> "true";
            default -> "(bool)" + digits;
          };
      case 'i' -> digits;
      case 'j' -> digits + "u";
      case 'l' -> digits + "l";
      case 'm' -> digits + "ul";
      case 'x' -> digits + "ll";
      case 'y' -> digits + "ull";
      case 'c' -> "(char)" + digits;
      case 'a' -> "(signed char)" + digits;
      case 'h' -> "(unsigned char)" + digits;
      case 's' -> "(short)" + digits;
      case 't' -> "(unsigned short)" + digits;
      case 'n' -> "(__int128)" + digits;
      case 'o' -> "(unsigned __int128)" + digits;
      case 'w' -> "(wchar_t)" + digits;
      default -> throw new NotUnderstood();
    };
  }

  /// `T_`, `T0_`, ….
  Node templateParameter() throws NotUnderstood {
    cursor.expect('T');
    int index = 0;
    if (!cursor.take('_')) {
      index = cursor.number() + 1;
      cursor.expect('_');
    }
    if (parts.forwardAllowed) {
      var forward = new Node.Forward(index);
      parts.forwards.add(forward);
      return forward;
    }
    if (index < parts.templateParameters.size()) {
      return parts.templateParameters.get(index);
    }
    if (parts.inLambda && parts.templateParameters.isEmpty()) {
      return new Name("auto");
    }
    throw new NotUnderstood();
  }
}
