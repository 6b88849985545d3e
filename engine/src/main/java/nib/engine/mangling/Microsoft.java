package nib.engine.mangling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Demangles the C++ names of Microsoft's compiler, and of Clang where it takes its place.
///
/// A name is `?`, a qualified name from the inside out (`scale@util@@`), and what it is: a
/// variable, or a function with its class of access, its calling convention, its result and its
/// parameters. Up to ten names and ten parameters that came before are digits; the arguments of a
/// template have lists of their own. Nobody has published the grammar: this follows what Clang
/// makes of C++ (`MicrosoftMangle.cpp`) and the words of `llvm-undname` without access, calling
/// convention, and the types of results and variables.
///
/// What this reader does not know (thunks, arrays, pointers to members, names local to functions)
/// makes it give up, never guess.
public final class Microsoft {

  private static final int LONGEST = 1 << 14;
  private static final String VARIABLES = "01234";

  /// Functions near and far by their access: of an object (its own or virtual), static, free.
  private static final String OF_OBJECTS = "ABEFIJMNQRUV";

  private static final String STATIC = "CDKLST";
  private static final String FREE = "YZ";

  private final Cursor cursor;
  private final MicrosoftNames names;
  private final MicrosoftTypes types;

  private Microsoft(Cursor cursor) {
    this.cursor = cursor;
    this.names = new MicrosoftNames(cursor);
    this.types = names.types();
  }

  /// Demangles a name; empty where it is none of this mangling or not understood.
  public static Optional<Demangled> demangle(String mangled) {
    if (!mangled.startsWith("?") || mangled.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Microsoft(new Cursor(mangled, 1)).symbol());
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private Demangled symbol() throws NotUnderstood {
    var table = names.table();
    if (table.isPresent()) {
      return table(table.get());
    }
    var leaf = names.leaf();
    var scope = names.scope();
    char kind = cursor.next();
    if (VARIABLES.indexOf(kind) >= 0 && leaf.plain()) {
      types.type();
      storage();
      return named(scope, leaf.text(), "");
    }
    String qualifiers = "";
    if (OF_OBJECTS.indexOf(kind) >= 0) {
      qualifiers = types.ofThis();
    } else if (STATIC.indexOf(kind) < 0 && FREE.indexOf(kind) < 0) {
      throw new NotUnderstood();
    }
    var function = types.function();
    end();
    String name = leaf.text(scope, function.result());
    return named(scope, name, "(" + function.parameters() + ")" + order(qualifiers, function));
  }

  private static String order(String qualifiers, MicrosoftTypes.Function function) {
    int reference = qualifiers.indexOf(" &");
    String noexcept = function.noexcept() ? " noexcept" : "";
    return reference < 0
        ? qualifiers + noexcept
        : qualifiers.substring(0, reference) + noexcept + qualifiers.substring(reference);
  }

  /// `6B@` after a class: a constant table of it, for no base in particular.
  private Demangled table(String what) throws NotUnderstood {
    var scope = names.scope();
    boolean constant = cursor.take("6B@");
    if (scope.isEmpty() || (!constant && !cursor.take("8"))) {
      throw new NotUnderstood();
    }
    end();
    String text = (constant ? "const " : "") + String.join("::", scope) + "::" + what;
    return new Demangled(text, Optional.empty());
  }

  private void storage() throws NotUnderstood {
    cursor.take('E');
    if ("ABCD".indexOf(cursor.next()) < 0) {
      throw new NotUnderstood();
    }
    end();
  }

  private void end() throws NotUnderstood {
    if (!cursor.atEnd()) {
      throw new NotUnderstood();
    }
  }

  private static Demangled named(List<String> scope, String name, String after) {
    var parts = new ArrayList<>(scope);
    parts.add(name);
    int arguments = name.startsWith("operator") ? -1 : name.indexOf('<');
    return new Demangled(
        String.join("::", parts) + after,
        Optional.of(arguments > 0 ? name.substring(0, arguments) : name));
  }

  /// A number of a template's arguments: a digit is one less than it says, more are hexadecimal
  /// with `A` for 0.
  static String number(Cursor cursor) throws NotUnderstood {
    boolean negative = cursor.take('?');
    long value = 0;
    if (Cursor.isDigit(cursor.peek())) {
      value = cursor.next() - '0' + 1L;
    } else {
      int digits = 0;
      for (char one = cursor.next(); one != '@'; one = cursor.next()) {
        if (one < 'A' || one > 'P' || ++digits > 16) {
          throw new NotUnderstood();
        }
        value = value << 4 | one - 'A';
      }
    }
    return String.format(Locale.ROOT, negative ? "-%s" : "%s", Long.toUnsignedString(value));
  }
}
