package nib.engine.mangling;

import java.util.List;
import java.util.Optional;
import nib.engine.mangling.Node.Abbreviation;
import nib.engine.mangling.Node.ArgumentPack;
import nib.engine.mangling.Node.Array;
import nib.engine.mangling.Node.Cast;
import nib.engine.mangling.Node.ConstructionTable;
import nib.engine.mangling.Node.Conversion;
import nib.engine.mangling.Node.Declarator;
import nib.engine.mangling.Node.Expansion;
import nib.engine.mangling.Node.Forward;
import nib.engine.mangling.Node.Function;
import nib.engine.mangling.Node.FunctionType;
import nib.engine.mangling.Node.Lambda;
import nib.engine.mangling.Node.Local;
import nib.engine.mangling.Node.MemberPointer;
import nib.engine.mangling.Node.Name;
import nib.engine.mangling.Node.Nested;
import nib.engine.mangling.Node.ParameterPack;
import nib.engine.mangling.Node.Pointer;
import nib.engine.mangling.Node.Prefixed;
import nib.engine.mangling.Node.Qualified;
import nib.engine.mangling.Node.Reference;
import nib.engine.mangling.Node.Structor;
import nib.engine.mangling.Node.Suffixed;
import nib.engine.mangling.Node.Tagged;
import nib.engine.mangling.Node.WithArguments;

/// Writes a demangled name as C++ would.
///
/// C declarations grow around the name: `int (*name)[3]`. So every node has a left part and most
/// have an empty right one.
final class NodePrinter {

  /// Substitutions can make a short symbol explode; what is longer than this, or takes more steps
  /// to write, nobody reads.
  private static final int LONGEST = 1 << 16;

  private static final int DEEPEST = 400;

  /// No expansion is being printed, or no pack was met in it yet.
  private static final int NONE = -1;

  static String print(Node node) throws NotUnderstood {
    var printer = new NodePrinter();
    printer.whole(node);
    return printer.out.toString();
  }

  private final StringBuilder out = new StringBuilder();
  private int packElement = NONE;
  private int packSize = NONE;
  private int depth;
  private int steps;

  private void whole(Node node) throws NotUnderstood {
    left(node);
    if (hasRight(node)) {
      right(node);
    }
  }

  private void write(String text) throws NotUnderstood {
    if (out.length() + text.length() > LONGEST) {
      throw new NotUnderstood();
    }
    out.append(text);
  }

  private void left(Node node) throws NotUnderstood {
    if (++depth > DEEPEST || ++steps > LONGEST) {
      throw new NotUnderstood();
    }
    leftOf(node);
    depth--;
  }

  private void leftOf(Node node) throws NotUnderstood {
    switch (node) {
      case Name(var text) -> write(text);
      case Abbreviation it -> write(it.expanded() ? it.fullName() : it.shortName());
      case Nested(var scope, var name) -> pair(scope, "::", name);
      case Local(var encoding, var entity) -> pair(encoding, "::", entity);
      case WithArguments(var name, var arguments) -> {
        whole(name);
        // `operator<` would run together with the bracket.
        write(out.charAt(out.length() - 1) == '<' ? " <" : "<");
        list(arguments);
        write(">");
      }
      case Tagged(var name, var tag) -> {
        whole(name);
        write("[abi:" + tag + "]");
      }
      case Structor(var owner, var destructor) ->
          write((destructor ? "~" : "") + BaseName.of(owner).orElseThrow(NotUnderstood::new));
      case Conversion(var type) -> {
        write("operator ");
        whole(type);
      }
      case Lambda(var count, var parameters) -> {
        write("'lambda" + count + "'(");
        list(parameters);
        write(")");
      }
      case Prefixed(var words, var name) -> {
        write(words);
        whole(name);
      }
      case ConstructionTable(var part, var all) -> {
        write("construction vtable for ");
        pair(part, "-in-", all);
      }
      case Cast(var type, var value) -> {
        write("(");
        whole(type);
        write(")" + value);
      }
      case ArgumentPack(var elements) -> list(elements);
      case Expansion(var pattern) -> expand(pattern);
      case ParameterPack pack -> {
        var element = current(pack);
        if (element.isPresent()) {
          left(element.get());
        }
      }
      case Forward forward -> left(target(forward));
      case Declarator declarator -> leftOfDeclarator(declarator);
    }
  }

  private void pair(Node first, String between, Node second) throws NotUnderstood {
    whole(first);
    write(between);
    whole(second);
  }

  private void leftOfDeclarator(Declarator node) throws NotUnderstood {
    switch (node) {
      case Function(var result, var name, _, _) -> {
        if (result.isPresent()) {
          left(result.get());
          write(hasRight(result.get()) ? "" : " ");
        }
        whole(name);
      }
      case FunctionType(var result, _, _) -> {
        left(result);
        write(" ");
      }
      case Pointer(var target) -> leftOfPointer(target, "*");
      case Reference reference -> {
        var it = collapsed(reference);
        leftOfPointer(it.target(), it.rvalue() ? "&&" : "&");
      }
      case MemberPointer(var owner, var member) -> {
        left(member);
        write(bracketed(member) ? "(" : " ");
        whole(owner);
        write("::*");
      }
      case Array(var element, _) -> left(element);
      case Suffixed(var type, var words) -> {
        whole(type);
        write(words);
      }
      case Qualified(var type, var words) -> {
        left(type);
        write(words);
      }
    }
  }

  private void leftOfPointer(Node target, String sign) throws NotUnderstood {
    left(target);
    if (isArray(target)) {
      write(" ");
    }
    write(bracketed(target) ? "(" + sign : sign);
  }

  private void right(Node node) throws NotUnderstood {
    var it = resolved(node);
    if (it instanceof Declarator declarator) {
      rightOfDeclarator(declarator);
    }
  }

  private void rightOfDeclarator(Declarator node) throws NotUnderstood {
    switch (node) {
      case Function(var result, _, var parameters, var qualifiers) -> {
        parameters(parameters);
        if (result.isPresent()) {
          right(result.get());
        }
        write(qualifiers);
      }
      case FunctionType(var result, var parameters, var qualifiers) -> {
        parameters(parameters);
        right(result);
        write(qualifiers);
      }
      case Pointer(var target) -> rightOfPointer(target);
      case Reference reference -> rightOfPointer(collapsed(reference).target());
      case MemberPointer(_, var member) -> rightOfPointer(member);
      case Array(var element, var length) -> {
        write(out.charAt(out.length() - 1) == ']' ? "" : " ");
        write("[");
        whole(length);
        write("]");
        right(element);
      }
      case Qualified(var type, _) -> right(type);
      case Suffixed _ -> {}
    }
  }

  private void parameters(List<Node> parameters) throws NotUnderstood {
    write("(");
    list(parameters);
    write(")");
  }

  private void rightOfPointer(Node target) throws NotUnderstood {
    write(bracketed(target) ? ")" : "");
    right(target);
  }

  /// Elements with commas between those that came to any text: an empty pack comes to none.
  private void list(List<Node> elements) throws NotUnderstood {
    boolean first = true;
    for (var element : elements) {
      int before = out.length();
      write(first ? "" : ", ");
      int start = out.length();
      whole(element);
      if (out.length() == start) {
        out.setLength(before);
      } else {
        first = false;
      }
    }
  }

  private void expand(Node pattern) throws NotUnderstood {
    int outerElement = packElement;
    int outerSize = packSize;
    packElement = NONE;
    packSize = NONE;
    int start = out.length();
    whole(pattern);
    if (packSize == NONE) {
      write("...");
    } else if (packSize == 0) {
      out.setLength(start);
    }
    for (int i = 1; i < packSize; i++) {
      write(", ");
      packElement = i;
      whole(pattern);
    }
    packElement = outerElement;
    packSize = outerSize;
  }

  private Optional<Node> current(ParameterPack pack) {
    if (packSize == NONE) {
      packSize = pack.elements().size();
      packElement = 0;
    }
    return packElement < pack.elements().size()
        ? Optional.of(pack.elements().get(packElement))
        : Optional.empty();
  }

  private static Node target(Forward forward) throws NotUnderstood {
    var target = forward.target;
    if (target == null) {
      throw new NotUnderstood();
    }
    return target;
  }

  /// The node that a use of a template parameter stands for; an empty pack stands for itself.
  private Node resolved(Node node) throws NotUnderstood {
    for (int i = 0; i < DEEPEST; i++) {
      Node next = node;
      if (node instanceof Forward forward) {
        next = target(forward);
      } else if (node instanceof ParameterPack pack) {
        next = current(pack).orElse(pack);
      }
      if (isSame(next, node)) {
        return node;
      }
      node = next;
    }
    throw new NotUnderstood();
  }

  @SuppressWarnings("ReferenceEquality") // trees are deep, and only the same node is meant
  private static boolean isSame(Node one, Node other) {
    return one == other;
  }

  /// A reference to a reference is an rvalue reference only if both are (C++ [dcl.ref]).
  private Reference collapsed(Reference reference) throws NotUnderstood {
    var it = reference;
    for (int i = 0; i < DEEPEST; i++) {
      if (!(resolved(it.target()) instanceof Reference inner)) {
        return it;
      }
      it = new Reference(inner.target(), it.rvalue() && inner.rvalue());
    }
    throw new NotUnderstood();
  }

  private boolean bracketed(Node target) throws NotUnderstood {
    return isArray(target) || isFunction(target);
  }

  private boolean isArray(Node node) throws NotUnderstood {
    var it = resolved(node);
    return it instanceof Array || (it instanceof Qualified(var type, _) && isArray(type));
  }

  private boolean isFunction(Node node) throws NotUnderstood {
    var it = resolved(node);
    return it instanceof Function
        || it instanceof FunctionType
        || (it instanceof Qualified(var type, _) && isFunction(type));
  }

  private boolean hasRight(Node node) throws NotUnderstood {
    return resolved(node) instanceof Declarator declarator
        && switch (declarator) {
          case Function _, FunctionType _, Array _ -> true;
          case Qualified(var type, _) -> hasRight(type);
          case Pointer(var target) -> hasRight(target);
          case Reference(var target, _) -> hasRight(target);
          case MemberPointer(_, var member) -> hasRight(member);
          case Suffixed _ -> false;
        };
  }
}
