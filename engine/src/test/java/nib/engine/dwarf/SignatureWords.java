package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.Locale;
import nib.engine.dwarf.DwarfType.Aggregate;
import nib.engine.dwarf.DwarfType.ArrayOf;
import nib.engine.dwarf.DwarfType.Base;
import nib.engine.dwarf.DwarfType.Enumeration;
import nib.engine.dwarf.DwarfType.MemberPointer;
import nib.engine.dwarf.DwarfType.Members;
import nib.engine.dwarf.DwarfType.Nothing;
import nib.engine.dwarf.DwarfType.Other;
import nib.engine.dwarf.DwarfType.Pointer;
import nib.engine.dwarf.DwarfType.Qualified;
import nib.engine.dwarf.DwarfType.Subroutine;
import nib.engine.dwarf.DwarfType.Typedef;
import nib.engine.dwarf.DwarfType.Unspecified;

/// Everything that a signature tells, as one text.
final class SignatureWords {

  static final int DEEPEST = 24;

  private final Types types;

  private SignatureWords(Types types) {
    this.types = types;
  }

  static String of(Signature signature) {
    var words = new SignatureWords(signature.types());
    var parameters = new ArrayList<String>();
    for (var one : signature.parameters()) {
      parameters.add(one.name() + ":" + words.type(one.type(), true, 0));
    }
    if (signature.variadic()) {
      parameters.add("...");
    }
    var origin = signature.origin();
    return signature.name()
        + " "
        + words.type(signature.result(), true, 0)
        + " "
        + parameters
        + " at "
        + origin.file()
        + ":"
        + (origin.line() == 0 ? "" : origin.line());
  }

  /// `DW_ATE_signed_char` and `SIGNED_CHAR` are `signed_char`.
  static String encoding(String name) {
    String word = name.replace("DW_ATE_", "").toLowerCase(Locale.ROOT);
    return switch (word) {
      case "utf", "ucs", "ascii", "character" -> "character";
      default -> word;
    };
  }

  private String type(TypeId id, boolean whole, int depth) {
    if (depth > DEEPEST) {
      return "deep";
    }
    int down = depth + 1;
    return switch (types.at(id)) {
      case Nothing() -> "void";
      case Base(var name, var size, var encoding) ->
          "base %s %d %s".formatted(name, size, encoding(encoding.name()));
      case Pointer(var kind, _, var size, var target) ->
          "%s[%d](%s)"
              .formatted(kind.name().toLowerCase(Locale.ROOT), size, type(target, false, down));
      case MemberPointer(_, _, var target) -> "member(" + type(target, false, down) + ")";
      case Typedef(var name, var target) ->
          "typedef " + name + "(" + type(target, whole, down) + ")";
      case Qualified(var qualifier, var target) ->
          qualifier.name().toLowerCase(Locale.ROOT) + "(" + type(target, whole, down) + ")";
      case Aggregate aggregate -> aggregate(aggregate, whole, down);
      case Enumeration(var name, var size, var underlying, var values) ->
          "enum %s %d %s %s"
              .formatted(
                  name,
                  size,
                  type(underlying, whole, down),
                  whole ? values.stream().map(DwarfType.Enumerator::name).toList() : "[]");
      case ArrayOf(var element, var counts, var vector, _) ->
          "array%s%s(%s)"
              .formatted(
                  counts.stream()
                      .map(one -> one.isPresent() ? Long.toString(one.getAsLong()) : "")
                      .toList(),
                  vector ? "v" : "",
                  type(element, whole, down));
      case Subroutine function -> function(function, down);
      case Unspecified(var name) -> "unspecified " + name;
      case Other(_, var name, _) -> "other " + name;
    };
  }

  private String function(Subroutine function, int depth) {
    var parameters = new ArrayList<String>();
    for (var one : function.parameters()) {
      parameters.add(type(one, false, depth));
    }
    if (function.variadic()) {
      parameters.add("...");
    }
    return "function " + type(function.result(), false, depth) + parameters;
  }

  private String aggregate(Aggregate aggregate, boolean whole, int depth) {
    String kind =
        switch (aggregate.kind()) {
          case STRUCT -> "structure_type";
          case UNION -> "union_type";
          case CLASS -> "class_type";
        };
    String head = "%s %s %d".formatted(kind, aggregate.name(), aggregate.size());
    return switch (aggregate.members()) {
      case Members.Declared() -> head + " declared";
      case Members.BehindPointer() -> whole ? head + " NOT READ" : head;
      case Members.Known(var list) -> {
        var members = new ArrayList<String>();
        for (var one : list) {
          members.add(
              "%s@%d/%d:%s"
                  .formatted(
                      one.name(), one.bitOffset(), one.bits(), type(one.type(), true, depth)));
        }
        yield whole ? head + members : head;
      }
    };
  }
}
