package nib.engine.mangling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Demangles C++ names (Itanium C++ ABI, section 5.1), the mangling of every compiler but
/// Microsoft's.
///
/// A mangled name is `_Z` and an encoding: a name, and for functions their parameter types. Parts
/// that came before are not repeated: `S_`, `S0_`, … stand for the first, second, … part that could
/// be repeated, and `T_`, `T0_`, … for the arguments of the template around them.
///
/// The text follows `llvm-cxxfilt`, whose words differ from GNU's for what has no name in C++:
/// lambdas, unnamed types, clones. What this reader does not know (most expressions, constraints,
/// modules) makes it give up, never guess.
public final class Itanium {

  private static final int LONGEST = 1 << 14;

  private Itanium() {}

  /// Demangles a name; empty where it is none of C++ or not understood.
  public static Optional<Demangled> demangle(String mangled) {
    int start = mangled.startsWith("_Z") ? 2 : mangled.startsWith("__Z") ? 3 : 0;
    if (start == 0 || mangled.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var parts = new Parts(new Cursor(mangled, start));
      var node = parts.names.encoding();
      String suffix = suffix(parts.cursor);
      return Optional.of(new Demangled(NodePrinter.print(node) + suffix, BaseName.of(node)));
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  /// What a compiler adds to the name of a part that it has split off, such as `.cold`.
  private static String suffix(Cursor cursor) throws NotUnderstood {
    if (cursor.atEnd()) {
      return "";
    }
    if (cursor.peek() != '.') {
      throw new NotUnderstood();
    }
    return " (" + cursor.rest() + ")";
  }

  /// What the readers of one name share.
  static final class Parts {

    final Cursor cursor;
    final ItaniumNames names;
    final ItaniumTypes types;
    final ItaniumArguments arguments;
    final Substitutions substitutions;

    /// The arguments that `T_` and its like refer to, from the template nearest around.
    List<Node> templateParameters = new ArrayList<>();

    /// Whether a template parameter may stand for an argument that follows later.
    boolean forwardAllowed;

    final List<Node.Forward> forwards = new ArrayList<>();

    /// Whether `I` after a type starts template arguments.
    boolean argumentsFollow = true;

    /// Whether the parameters of a lambda are being read, where an unknown `T_` is `auto`.
    boolean inLambda;

    Parts(Cursor cursor) {
      this.cursor = cursor;
      this.names = new ItaniumNames(this);
      this.types = new ItaniumTypes(this);
      this.arguments = new ItaniumArguments(this);
      this.substitutions = new Substitutions(cursor);
    }
  }
}
