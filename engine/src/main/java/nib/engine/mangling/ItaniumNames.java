package nib.engine.mangling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.mangling.Itanium.Parts;
import nib.engine.mangling.Node.Name;
import org.jspecify.annotations.Nullable;

/// Names and encodings (Itanium C++ ABI, sections 5.1.1 to 5.1.4 and 5.1.6).
final class ItaniumNames {

  private static final Name STD = new Name("std");

  /// What a function's name tells about the rest of its encoding.
  static final class Traits {
    private boolean structorOrConversion;
    private boolean endsWithArguments;
    private String qualifiers = "";
  }

  private final Parts parts;
  private final Cursor cursor;

  ItaniumNames(Parts parts) {
    this.parts = parts;
    this.cursor = parts.cursor;
  }

  /// A function with its parameters, a variable, or a special name.
  Node encoding() throws NotUnderstood {
    var outerParameters = parts.templateParameters;
    parts.templateParameters = new ArrayList<>();
    cursor.enter();
    var node = cursor.peek() == 'T' || cursor.peek() == 'G' ? special() : entity();
    cursor.leave();
    parts.templateParameters = outerParameters;
    return node;
  }

  private Node entity() throws NotUnderstood {
    var traits = new Traits();
    int firstForward = parts.forwards.size();
    var name = name(traits);
    resolveForwards(firstForward);
    if (atEndOfEncoding()) {
      return name;
    }
    // Only templates tell their result, but for those whose name implies it.
    boolean tellsResult = traits.endsWithArguments && !traits.structorOrConversion;
    Optional<Node> result = tellsResult ? Optional.of(parts.types.type()) : Optional.empty();
    var parameters = new ArrayList<Node>();
    if (!cursor.take('v')) {
      do {
        parameters.add(parts.types.type());
      } while (!atEndOfEncoding());
    }
    return new Node.Function(result, name, List.copyOf(parameters), traits.qualifiers);
  }

  private boolean atEndOfEncoding() {
    return cursor.atEnd() || cursor.peek() == 'E' || cursor.peek() == '.' || cursor.peek() == '_';
  }

  private void resolveForwards(int first) throws NotUnderstood {
    while (parts.forwards.size() > first) {
      var forward = parts.forwards.removeLast();
      if (forward.index >= parts.templateParameters.size()) {
        throw new NotUnderstood();
      }
      forward.target = parts.templateParameters.get(forward.index);
    }
  }

  private Node special() throws NotUnderstood {
    if (cursor.take('G')) {
      return guardOrTemporary();
    }
    cursor.expect('T');
    return switch (cursor.next()) {
      case 'V' -> new Node.Prefixed("vtable for ", parts.types.type());
      case 'T' -> new Node.Prefixed("VTT for ", parts.types.type());
      case 'I' -> new Node.Prefixed("typeinfo for ", parts.types.type());
      case 'S' -> new Node.Prefixed("typeinfo name for ", parts.types.type());
      case 'W' -> new Node.Prefixed("thread-local wrapper routine for ", name());
      case 'H' -> new Node.Prefixed("thread-local initialization routine for ", name());
      case 'C' -> constructionTable();
      case 'c' -> {
        callOffset(cursor.next());
        callOffset(cursor.next());
        yield new Node.Prefixed("covariant return thunk to ", encoding());
      }
      case 'h' -> {
        callOffset('h');
        yield new Node.Prefixed("non-virtual thunk to ", encoding());
      }
      case 'v' -> {
        callOffset('v');
        yield new Node.Prefixed("virtual thunk to ", encoding());
      }
      default -> throw new NotUnderstood();
    };
  }

  private Node guardOrTemporary() throws NotUnderstood {
    return switch (cursor.next()) {
      case 'V' -> new Node.Prefixed("guard variable for ", name());
      case 'T' -> {
        String words = cursor.take('n') ? "non-transaction clone for " : "transaction clone for ";
        if (words.startsWith("t")) {
          cursor.expect('t');
        }
        yield new Node.Prefixed(words, encoding());
      }
      case 'R' -> {
        var name = name();
        while (!cursor.take('_')) {
          cursor.next(); // which of several temporaries
        }
        yield new Node.Prefixed("reference temporary for ", name);
      }
      default -> throw new NotUnderstood();
    };
  }

  private Node constructionTable() throws NotUnderstood {
    var whole = parts.types.type();
    cursor.signedDigits();
    cursor.expect('_');
    return new Node.ConstructionTable(parts.types.type(), whole);
  }

  private void callOffset(char kind) throws NotUnderstood {
    if (kind != 'h' && kind != 'v') {
      throw new NotUnderstood();
    }
    cursor.signedDigits();
    cursor.expect('_');
    if (kind == 'v') {
      cursor.signedDigits();
      cursor.expect('_');
    }
  }

  /// A name whose traits nobody asks for: that of a type.
  Node name() throws NotUnderstood {
    return name(null);
  }

  private Node name(@Nullable Traits traits) throws NotUnderstood {
    if (cursor.peek() == 'N') {
      return nested(traits);
    }
    if (cursor.peek() == 'Z') {
      return local(traits);
    }
    if (parts.substitutions.startsHere()) {
      var template = parts.substitutions.read();
      if (cursor.peek() != 'I') {
        throw new NotUnderstood();
      }
      return withArguments(template, traits);
    }
    var name = unscoped(traits);
    if (cursor.peek() != 'I') {
      return name;
    }
    parts.substitutions.add(name);
    return withArguments(name, traits);
  }

  private Node withArguments(Node name, @Nullable Traits traits) throws NotUnderstood {
    var arguments = parts.arguments.list(traits != null);
    if (traits != null) {
      traits.endsWithArguments = true;
    }
    return new Node.WithArguments(name, arguments);
  }

  private Node unscoped(@Nullable Traits traits) throws NotUnderstood {
    boolean std = cursor.take("St");
    cursor.take('L'); // internal linkage
    var name = unqualified(traits);
    return std ? new Node.Prefixed("std::", name) : name;
  }

  private Node local(@Nullable Traits traits) throws NotUnderstood {
    cursor.expect('Z');
    var encoding = encoding();
    cursor.expect('E');
    if (cursor.take('s')) {
      discriminator();
      return new Node.Local(encoding, new Name("string literal"));
    }
    if (cursor.take('d')) {
      cursor.signedDigits();
      cursor.expect('_');
      return new Node.Local(encoding, name(traits));
    }
    var entity = name(traits);
    discriminator();
    return new Node.Local(encoding, entity);
  }

  /// Which of several entities of one name in one function.
  private void discriminator() throws NotUnderstood {
    if (cursor.peek() == '_' && Cursor.isDigit(cursor.peek(1))) {
      cursor.take(2);
    } else if (cursor.peekIs("__")) {
      cursor.take(2);
      cursor.number();
      cursor.expect('_');
    }
  }

  private Node nested(@Nullable Traits traits) throws NotUnderstood {
    cursor.expect('N');
    String qualifiers = parts.types.qualifiers();
    qualifiers += cursor.take('O') ? " &&" : cursor.take('R') ? " &" : "";
    if (traits != null) {
      traits.qualifiers = qualifiers;
    }
    Node soFar = cursor.take("St") ? STD : null;
    while (!cursor.take('E')) {
      cursor.take('L');
      soFar = component(soFar, traits);
      cursor.take('M'); // the member whose initializer a lambda stands in
    }
    if (soFar == null) {
      throw new NotUnderstood();
    }
    parts.substitutions.dropLast(); // the whole name is no part of itself
    return soFar;
  }

  private Node component(@Nullable Node soFar, @Nullable Traits traits) throws NotUnderstood {
    char one = cursor.peek();
    if (one == 'I') {
      if (soFar == null) {
        throw new NotUnderstood();
      }
      return remembered(withArguments(soFar, traits));
    }
    if (traits != null) {
      traits.endsWithArguments = false;
    }
    if (parts.substitutions.startsHere()) {
      var part = parts.substitutions.read();
      return soFar == null ? part : remembered(new Node.Nested(soFar, part));
    }
    if (one == 'T') {
      return remembered(within(soFar, parts.arguments.templateParameter()));
    }
    if (one == 'C' || (one == 'D' && cursor.peek(1) != 'C' && !isDecltype())) {
      return remembered(structor(soFar, traits));
    }
    return remembered(within(soFar, unqualified(traits)));
  }

  private boolean isDecltype() {
    return cursor.peek(1) == 't' || cursor.peek(1) == 'T';
  }

  private static Node within(@Nullable Node scope, Node name) {
    return scope == null ? name : new Node.Nested(scope, name);
  }

  private Node remembered(Node node) {
    parts.substitutions.add(node);
    return node;
  }

  private Node structor(@Nullable Node owner, @Nullable Traits traits) throws NotUnderstood {
    boolean destructor = cursor.next() == 'D';
    boolean inherited = !destructor && cursor.take('I');
    char variant = cursor.next();
    if (owner == null || (destructor ? "01245" : "12345").indexOf(variant) < 0) {
      throw new NotUnderstood();
    }
    if (traits != null) {
      traits.structorOrConversion = true;
    }
    if (inherited) {
      name(traits);
    }
    Node scope =
        owner instanceof Node.Abbreviation it
            ? new Node.Abbreviation(it.shortName(), it.fullName(), true)
            : owner;
    var name = new Node.Structor(scope, destructor);
    return new Node.Nested(scope, parts.substitutions.tagged(name));
  }

  private Node unqualified(@Nullable Traits traits) throws NotUnderstood {
    char one = cursor.peek();
    Node name;
    if (one == 'U') {
      name = unnamed();
    } else if (Cursor.isDigit(one)) {
      name = source();
    } else if (cursor.take("DC")) {
      name = structuredBinding();
    } else {
      name = operator(traits);
    }
    return parts.substitutions.tagged(name);
  }

  private Node source() throws NotUnderstood {
    String name = cursor.take(cursor.number());
    return new Name(name.startsWith("_GLOBAL__N") ? "(anonymous namespace)" : name);
  }

  private Node structuredBinding() throws NotUnderstood {
    var names = new ArrayList<String>();
    do {
      names.add(cursor.take(cursor.number()));
    } while (!cursor.take('E'));
    return new Name("[" + String.join(", ", names) + "]");
  }

  private Node unnamed() throws NotUnderstood {
    if (cursor.take("Ut")) {
      String count = cursor.digits();
      cursor.expect('_');
      return new Name("'unnamed" + count + "'");
    }
    if (!cursor.take("Ul")) {
      throw new NotUnderstood();
    }
    boolean outer = parts.inLambda;
    parts.inLambda = true;
    var parameters = new ArrayList<Node>();
    if (!cursor.take("vE")) {
      do {
        parameters.add(parts.types.type());
      } while (!cursor.take('E'));
    }
    parts.inLambda = outer;
    String count = cursor.digits();
    cursor.expect('_');
    return new Node.Lambda(count, List.copyOf(parameters));
  }

  private Node operator(@Nullable Traits traits) throws NotUnderstood {
    String code = cursor.take(2);
    if (code.equals("cv")) {
      return conversion(traits);
    }
    if (code.equals("li")) {
      return new Name("operator\"\" " + cursor.take(cursor.number()));
    }
    String sign = Operators.sign(code).orElseThrow(NotUnderstood::new);
    return new Name(Character.isLetter(sign.charAt(0)) ? "operator " + sign : "operator" + sign);
  }

  private Node conversion(@Nullable Traits traits) throws NotUnderstood {
    boolean outerFollow = parts.argumentsFollow;
    boolean outerForward = parts.forwardAllowed;
    parts.argumentsFollow = false;
    parts.forwardAllowed = outerForward || traits != null;
    var type = parts.types.type();
    parts.argumentsFollow = outerFollow;
    parts.forwardAllowed = outerForward;
    if (traits != null) {
      traits.structorOrConversion = true;
    }
    return new Node.Conversion(type);
  }
}
