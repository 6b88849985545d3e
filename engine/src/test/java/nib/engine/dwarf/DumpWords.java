package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.dwarf.Dump.Node;

/// Functions of a dump in words that [SignatureWords] uses for Nib's signatures.
final class DumpWords {

  private final Dump dump;
  private final Map<String, Node> functions = new HashMap<>();

  DumpWords(Dump dump) {
    this.dump = dump;
    dump.roots().forEach(this::collect);
  }

  /// The names of all functions that other objects see.
  Map<String, Node> functions() {
    return functions;
  }

  private void collect(Node node) {
    if (node.tag.equals("DW_TAG_subprogram") && !node.flag("declaration")) {
      String linkage = first(node, "linkage_name");
      String name = linkage.isEmpty() ? first(node, "name") : linkage;
      boolean external = chain(node).stream().anyMatch(one -> one.flag("external"));
      if (!name.isEmpty() && (external || !linkage.isEmpty())) {
        functions.putIfAbsent(name, node);
      }
    }
    node.children.forEach(this::collect);
  }

  /// An entry and those that tell the rest of it.
  private List<Node> chain(Node node) {
    var chain = new ArrayList<Node>();
    var next = Optional.of(node);
    while (next.isPresent() && chain.size() < 9) {
      chain.add(next.get());
      var here = next.get();
      next = dump.target(here, "abstract_origin").or(() -> dump.target(here, "specification"));
    }
    return chain;
  }

  private String first(Node node, String attribute) {
    return chain(node).stream()
        .map(one -> one.text(attribute))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// What is known of a function: its names, types and place.
  String words(Node node) {
    var chain = chain(node);
    var result = chain.stream().filter(one -> one.has("type")).findFirst();
    boolean copy = node.has("abstract_origin") && !node.has("linkage_name");
    var holder =
        chain.stream()
            .skip(copy ? 1 : 0)
            .filter(one -> one.children.stream().anyMatch(DumpWords::isParameter))
            .findFirst();
    var parameters = new ArrayList<String>();
    for (var child : holder.map(one -> one.children).orElse(List.of())) {
      if (child.tag.equals("DW_TAG_formal_parameter")) {
        var typed = chain(child).stream().filter(one -> one.has("type")).findFirst();
        parameters.add(
            first(child, "name") + ":" + typed.map(one -> type(one, true, 0)).orElse("?"));
      } else if (child.tag.equals("DW_TAG_unspecified_parameters")) {
        parameters.add("...");
      }
    }
    return first(node, "name")
        + " "
        + result.map(one -> type(one, true, 0)).orElse("void")
        + " "
        + parameters
        + " at "
        + first(node, "decl_file")
        + ":"
        + first(node, "decl_line");
  }

  private static boolean isParameter(Node node) {
    return node.tag.equals("DW_TAG_formal_parameter")
        || node.tag.equals("DW_TAG_unspecified_parameters");
  }

  /// @param whole whether the inside of a structure matters
  private String type(Node node, boolean whole, int depth) {
    if (depth > SignatureWords.DEEPEST) {
      return "deep";
    }
    var target = dump.target(node, "type");
    return target.isEmpty() ? "void" : words(target.get(), whole, depth + 1);
  }

  private String words(Node node, boolean whole, int depth) {
    String name = node.text("name");
    long size = node.number("byte_size", 0);
    return switch (node.tag) {
      case "DW_TAG_base_type" ->
          "base %s %d %s".formatted(name, size, SignatureWords.encoding(node.text("encoding")));
      case "DW_TAG_pointer_type" -> "pointer" + pointer(node, depth);
      case "DW_TAG_reference_type" -> "reference" + pointer(node, depth);
      case "DW_TAG_rvalue_reference_type" -> "rvalue_reference" + pointer(node, depth);
      case "DW_TAG_ptr_to_member_type" -> "member(" + type(node, false, depth) + ")";
      case "DW_TAG_typedef" -> "typedef " + name + "(" + type(node, whole, depth) + ")";
      case "DW_TAG_const_type" -> "const(" + type(node, whole, depth) + ")";
      case "DW_TAG_volatile_type" -> "volatile(" + type(node, whole, depth) + ")";
      case "DW_TAG_restrict_type" -> "restrict(" + type(node, whole, depth) + ")";
      case "DW_TAG_atomic_type" -> "atomic(" + type(node, whole, depth) + ")";
      case "DW_TAG_structure_type", "DW_TAG_class_type", "DW_TAG_union_type" ->
          aggregate(node, whole, depth);
      case "DW_TAG_enumeration_type" -> enumeration(node, whole, depth);
      case "DW_TAG_array_type" -> array(node, whole, depth);
      case "DW_TAG_subroutine_type" -> subroutine(node, depth);
      case "DW_TAG_unspecified_type" -> "unspecified " + name;
      default -> "other " + name;
    };
  }

  private String pointer(Node node, int depth) {
    return "[%d](%s)"
        .formatted(node.number("byte_size", node.addressSize), type(node, false, depth));
  }

  private String aggregate(Node declared, boolean whole, int depth) {
    var node = dump.target(declared, "signature").orElse(declared);
    String head =
        "%s %s %d".formatted(node.tag.substring(7), node.text("name"), node.number("byte_size", 0));
    if (node.flag("declaration")) {
      return head + " declared";
    }
    if (!whole) {
      return head;
    }
    var members = new ArrayList<String>();
    members(node, members, depth);
    return head + members;
  }

  private void members(Node node, List<String> members, int depth) {
    for (var child : node.children) {
      if (child.tag.equals("DW_TAG_variant_part") || child.tag.equals("DW_TAG_variant")) {
        members(child, members, depth);
      }
      boolean member = child.tag.equals("DW_TAG_member") || child.tag.equals("DW_TAG_inheritance");
      if (member && !child.flag("declaration") && !child.flag("external")) {
        members.add(
            "%s@%d/%d:%s"
                .formatted(
                    child.tag.equals("DW_TAG_member") ? child.text("name") : "",
                    bitOffset(child),
                    child.number("bit_size", 0),
                    type(child, true, depth)));
      }
    }
  }

  /// Little-endian only; big-endian targets are compared without bit-fields.
  private static long bitOffset(Node member) {
    long location = 8 * member.number("data_member_location", 0);
    if (member.has("bit_offset")) {
      return location
          + 8 * member.number("byte_size", 4)
          - member.number("bit_offset", 0)
          - member.number("bit_size", 0);
    }
    return location + member.number("data_bit_offset", 0);
  }

  private String enumeration(Node node, boolean whole, int depth) {
    var names = new ArrayList<String>();
    for (var child : node.children) {
      if (whole && child.tag.equals("DW_TAG_enumerator")) {
        names.add(child.text("name"));
      }
    }
    return "enum %s %d %s %s"
        .formatted(node.text("name"), node.number("byte_size", 0), type(node, whole, depth), names);
  }

  private String array(Node node, boolean whole, int depth) {
    var counts = new ArrayList<String>();
    for (var child : node.children) {
      if (child.tag.equals("DW_TAG_subrange_type")) {
        long upper = child.number("upper_bound", Long.MIN_VALUE);
        long count = child.number("count", Long.MIN_VALUE);
        counts.add(
            count != Long.MIN_VALUE
                ? Long.toString(count)
                : upper == Long.MIN_VALUE ? "" : Long.toString(upper + 1));
      }
    }
    return "array%s%s(%s)"
        .formatted(counts, node.flag("GNU_vector") ? "v" : "", type(node, whole, depth));
  }

  private String subroutine(Node node, int depth) {
    var parameters = new ArrayList<String>();
    for (var child : node.children) {
      if (child.tag.equals("DW_TAG_formal_parameter")) {
        parameters.add(type(child, false, depth));
      } else if (child.tag.equals("DW_TAG_unspecified_parameters")) {
        parameters.add("...");
      }
    }
    return "function " + type(node, false, depth) + parameters;
  }
}
