package nib.engine.mangling;

import java.util.ArrayList;
import java.util.List;
import nib.engine.mangling.Node.Abbreviation;

/// Parts of a name that can be said again in short (Itanium C++ ABI, section 5.1.10,
/// "Compression").
final class Substitutions {

  private static final String CHAR_TRAITS = "<char, std::char_traits<char>>";

  private final Cursor cursor;
  private final List<Node> known = new ArrayList<>();

  Substitutions(Cursor cursor) {
    this.cursor = cursor;
  }

  void add(Node node) {
    known.add(node);
  }

  void dropLast() throws NotUnderstood {
    if (known.isEmpty()) {
      throw new NotUnderstood();
    }
    known.removeLast();
  }

  /// Whether one starts here; `St` is `std` as a scope and no substitution.
  boolean startsHere() {
    return cursor.peek() == 'S' && cursor.peek(1) != 't';
  }

  Node read() throws NotUnderstood {
    cursor.expect('S');
    char one = cursor.peek();
    if (one >= 'a' && one <= 'z') {
      var abbreviation = abbreviation(cursor.next());
      var tagged = tagged(abbreviation);
      if (!tagged.equals(abbreviation)) {
        add(tagged);
      }
      return tagged;
    }
    int index = index();
    if (index >= known.size()) {
      throw new NotUnderstood();
    }
    return known.get(index);
  }

  /// `_` is 0, `0_` is 1 and so on in base 36.
  private int index() throws NotUnderstood {
    int value = 0;
    boolean first = true;
    while (!cursor.take('_')) {
      int digit = Character.digit(cursor.peek(), 36);
      if (digit < 0 || Character.isLowerCase(cursor.peek()) || value > 1 << 20) {
        throw new NotUnderstood();
      }
      cursor.next();
      value = value * 36 + digit;
      first = false;
    }
    return first ? 0 : value + 1;
  }

  Node tagged(Node name) throws NotUnderstood {
    Node tagged = name;
    while (cursor.take('B')) {
      tagged = new Node.Tagged(tagged, cursor.take(cursor.number()));
    }
    return tagged;
  }

  private static Node abbreviation(char code) throws NotUnderstood {
    return switch (code) {
      case 'a' -> new Abbreviation("std::allocator", "std::allocator", false);
      case 'b' -> new Abbreviation("std::basic_string", "std::basic_string", false);
      case 's' ->
          new Abbreviation(
              "std::string",
              "std::basic_string<char, std::char_traits<char>, std::allocator<char>>",
              false);
      case 'i' -> new Abbreviation("std::istream", "std::basic_istream" + CHAR_TRAITS, false);
      case 'o' -> new Abbreviation("std::ostream", "std::basic_ostream" + CHAR_TRAITS, false);
      case 'd' -> new Abbreviation("std::iostream", "std::basic_iostream" + CHAR_TRAITS, false);
      default -> throw new NotUnderstood();
    };
  }
}
