package nib.engine.dwarf;

import java.util.EnumSet;
import java.util.List;
import nib.engine.dwarf.DwarfType.Aggregate;
import nib.engine.dwarf.DwarfType.ArrayOf;
import nib.engine.dwarf.DwarfType.Base;
import nib.engine.dwarf.DwarfType.Enumeration;
import nib.engine.dwarf.DwarfType.MemberPointer;
import nib.engine.dwarf.DwarfType.Other;
import nib.engine.dwarf.DwarfType.Pointer;
import nib.engine.dwarf.DwarfType.Qualified;
import nib.engine.dwarf.DwarfType.Qualifier;
import nib.engine.dwarf.DwarfType.Subroutine;
import nib.engine.dwarf.DwarfType.Typedef;
import nib.engine.dwarf.DwarfType.Unspecified;

/// Signatures and types as a person writes them in C: `double add(double a, const char *name)`.
///
/// C declares a name the way it is used, so a declaration grows around the name from the inside
/// out.
public final class CText {

  /// Types may go round in circles, and function types in ever wider ones.
  private static final int MOST_TYPES = 2000;

  private static final int DEEPEST = 64;
  private static final String CUT = "...";

  private final Types types;
  private final boolean tagged;
  private int written;

  private CText(Types types, boolean tagged) {
    this.types = types;
    this.tagged = tagged;
  }

  /// The function's declaration, without a semicolon.
  public static String of(Signature signature) {
    var text = new CText(signature.types(), signature.origin().language().tagged());
    var parameters = signature.parameters();
    var list = new StringBuilder();
    for (var one : parameters) {
      separate(list).append(text.declared(one.type(), one.name(), 0));
    }
    if (signature.variadic()) {
      separate(list).append("...");
    }
    if (parameters.isEmpty() && !signature.variadic() && signature.prototyped()) {
      list.append("void");
    }
    String declarator = signature.name() + "(" + list + ")";
    return text.declared(signature.result(), declarator, 0);
  }

  /// A type alone: `const char *`.
  ///
  /// @param tagged whether structures are called `struct point` and not `point`
  public static String of(Types types, TypeId type, boolean tagged) {
    return new CText(types, tagged).declared(type, "", 0);
  }

  private static StringBuilder separate(StringBuilder list) {
    return list.isEmpty() ? list : list.append(", ");
  }

  /// `inner` declared with a type.
  private String declared(TypeId id, String inner, int depth) {
    written++;
    if (depth > DEEPEST || written > MOST_TYPES) {
      return CUT;
    }
    // No switch: the virtual machine would make one at run time, which takes as long as all else
    // that a command looking up one name does here.
    var type = types.at(id);
    if (type instanceof Pointer pointer) {
      return declared(pointer.target(), sign(pointer.kind()) + inner, depth + 1);
    }
    if (type instanceof Qualified) {
      return qualified(id, inner, depth);
    }
    if (type instanceof ArrayOf array) {
      return array(array, inner, depth);
    }
    if (type instanceof Subroutine function) {
      return function(function, inner, depth);
    }
    return type instanceof MemberPointer pointer
        ? declared(pointer.target(), named(pointer.containing()) + "::*" + inner, depth + 1)
        : before(plain(type), inner);
  }

  private static String sign(Pointer.Kind kind) {
    return switch (kind) {
      case POINTER -> "*";
      case REFERENCE -> "&";
      case RVALUE_REFERENCE -> "&&";
    };
  }

  /// A type that stands before what is declared.
  private String plain(DwarfType type) {
    if (type instanceof Base base) {
      return base(base.name(), base.size());
    }
    if (type instanceof Typedef typedef) {
      return typedef.name();
    }
    if (type instanceof Aggregate aggregate) {
      return tag(aggregate.kind().word(), aggregate.name());
    }
    if (type instanceof Enumeration enumeration) {
      return tag("enum", enumeration.name());
    }
    if (type instanceof Unspecified unspecified) {
      return unspecified.name();
    }
    if (type instanceof Other other) {
      return other.name().isEmpty() ? "/* DW_TAG 0x%02x */".formatted(other.tag()) : other.name();
    }
    return "void";
  }

  private static String before(String type, String inner) {
    return inner.isEmpty() ? type : type + " " + inner;
  }

  private String tag(String word, String name) {
    if (name.isEmpty()) {
      return word + " (unnamed)";
    }
    return tagged ? word + " " + name : name;
  }

  private String named(TypeId id) {
    var type = types.at(id);
    if (type instanceof Aggregate aggregate) {
      return aggregate.name();
    }
    return type instanceof Typedef typedef ? typedef.name() : "";
  }

  /// A pointer's qualifiers stand behind the star, those of anything else before the type.
  private String qualified(TypeId id, String inner, int depth) {
    var target = id;
    var type = types.at(id);
    String text = "";
    for (int i = 0; i < DEEPEST && type instanceof Qualified one; i++) {
      text = i == 0 ? one.qualifier().word() : i == 1 ? words(id) : text;
      target = one.target();
      type = types.at(target);
    }
    boolean pointer = type instanceof Pointer || type instanceof MemberPointer;
    return pointer
        ? declared(target, before(text, inner), depth + 1)
        : text + " " + declared(target, inner, depth + 1);
  }

  /// Several qualifiers in their usual order.
  private String words(TypeId id) {
    var words = EnumSet.noneOf(Qualifier.class);
    var target = id;
    for (int i = 0; i < DEEPEST && types.at(target) instanceof Qualified(var one, var next); i++) {
      words.add(one);
      target = next;
    }
    var text = new StringBuilder();
    for (var word : words) {
      text.append(text.isEmpty() ? "" : " ").append(word.word());
    }
    return text.toString();
  }

  private String array(ArrayOf array, String inner, int depth) {
    if (array.vector()) {
      String size = array.size() == 0 ? "" : "(%d)".formatted(array.size());
      return declared(array.element(), "", depth + 1)
          + before(" __attribute__((vector_size%s))".formatted(size), inner);
    }
    var text = new StringBuilder(suffixed(inner));
    for (var count : array.counts()) {
      text.append('[').append(count.isPresent() ? count.getAsLong() : "").append(']');
    }
    if (array.counts().isEmpty()) {
      text.append("[]");
    }
    return declared(array.element(), text.toString(), depth + 1);
  }

  /// What something may be put behind: `(*f)` where `*f` would be something else.
  private static String suffixed(String inner) {
    boolean pointer = inner.startsWith("*") || inner.startsWith("&") || inner.contains("::*");
    return pointer ? "(" + inner + ")" : inner;
  }

  private String function(Subroutine function, String inner, int depth) {
    var list = new StringBuilder();
    for (var parameter : function.parameters()) {
      separate(list).append(declared(parameter, "", depth + 1));
      if (written > MOST_TYPES) {
        break;
      }
    }
    boolean open = !function.prototyped() && function.parameters().isEmpty();
    if (function.variadic() && !open) {
      separate(list).append("...");
    }
    if (list.isEmpty() && !open) {
      list.append("void");
    }
    return declared(function.result(), suffixed(inner) + "(" + list + ")", depth + 1);
  }

  /// Words in the order in which C programmers write them; GCC has another.
  private static String base(String name, long size) {
    return switch (name) {
      case "long int" -> "long";
      case "long unsigned int" -> "unsigned long";
      case "short int" -> "short";
      case "short unsigned int" -> "unsigned short";
      case "long long int" -> "long long";
      case "long long unsigned int" -> "unsigned long long";
      case "__int128 unsigned" -> "unsigned __int128";
      case "complex float" -> "_Complex float";
      case "complex double" -> "_Complex double";
      case "complex long double" -> "_Complex long double";
      case "complex" -> // clang tells the size only
          size == 8 ? "_Complex float" : size == 16 ? "_Complex double" : "_Complex long double";
      case "" -> "/* %d bytes */".formatted(size);
      default -> name;
    };
  }

  /// The function's parameters alone, one text each.
  public static List<String> parameters(Signature signature) {
    var text = new CText(signature.types(), signature.origin().language().tagged());
    return signature.parameters().stream()
        .map(one -> text.declared(one.type(), one.name(), 0))
        .toList();
  }
}
