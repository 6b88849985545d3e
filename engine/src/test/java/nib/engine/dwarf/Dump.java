package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `llvm-dwarfdump --debug-info` prints of one object, as a tree. Sections of one name are
/// joined as Nib joins them, so that offsets agree.
final class Dump {

  private static final Pattern ENTRY = Pattern.compile("0x([0-9a-f]+):( +)(DW_TAG_\\w+|NULL)\\s*");
  private static final Pattern UNIT =
      Pattern.compile(
          "0x([0-9a-f]+): (Compile|Type|Partial|Skeleton|Split) Unit:.*version = 0x([0-9a-f]+)"
              + ".*addr_size = 0x([0-9a-f]+).*\\(next unit at 0x([0-9a-f]+)\\)");
  private static final Pattern TYPE_UNIT =
      Pattern.compile("type_signature = 0x([0-9a-f]+), type_offset = 0x([0-9a-f]+)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s+(DW_AT_\\w+)\\s+\\((.*)\\)", Pattern.DOTALL);

  /// An entry.
  static final class Node {
    final int offset;
    final String tag;
    final int addressSize;
    final int base;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    Optional<Node> parent = Optional.empty();

    Node(int offset, String tag, int addressSize, int base) {
      this.offset = offset;
      this.tag = tag;
      this.addressSize = addressSize;
      this.base = base;
    }

    boolean has(String attribute) {
      return attributes.containsKey("DW_AT_" + attribute);
    }

    /// A text without its quotes; empty where there is none.
    String text(String attribute) {
      String value = attributes.getOrDefault("DW_AT_" + attribute, "\"\"");
      return value.startsWith("\"") ? unescaped(value.substring(1, value.length() - 1)) : value;
    }

    private static String unescaped(String text) {
      return text.replace("\\\"", "\"").replace("\\'", "'").replace("\\\\", "\\");
    }

    boolean flag(String attribute) {
      String value = attributes.getOrDefault("DW_AT_" + attribute, "");
      return value.equals("true") || value.equals("0x01");
    }

    /// A number, decimal or hexadecimal.
    long number(String attribute, long otherwise) {
      String value = attributes.getOrDefault("DW_AT_" + attribute, "");
      if (value.startsWith("DW_OP_plus_uconst ")) {
        value = value.substring("DW_OP_plus_uconst ".length());
      }
      if (value.startsWith("0x")) {
        return Long.parseUnsignedLong(value.substring(2), 16);
      }
      return value.matches("-?\\d+") ? Long.parseLong(value) : otherwise;
    }

    Node root() {
      var node = this;
      while (node.parent.isPresent()) {
        node = node.parent.get();
      }
      return node;
    }
  }

  private final Map<Integer, Node> byOffset = new HashMap<>();
  private final Map<String, Integer> typeUnits = new HashMap<>();
  private final List<Node> roots = new ArrayList<>();

  private Dump() {}

  static Dump parse(String text) {
    var dump = new Dump();
    dump.read(text);
    return dump;
  }

  private void read(String text) {
    int base = 0;
    int end = 0;
    int addressSize = 8;
    var open = new ArrayList<Node>();
    Optional<Node> last = Optional.empty();
    for (String line : text.lines().toList()) {
      var unit = UNIT.matcher(line);
      var entry = ENTRY.matcher(line);
      var attribute = ATTRIBUTE.matcher(line);
      if (unit.lookingAt()) {
        int at = Integer.parseInt(unit.group(1), 16);
        base = at == 0 ? end : base;
        end = base + Integer.parseInt(unit.group(5), 16);
        addressSize = Integer.parseInt(unit.group(4), 16);
        var type = TYPE_UNIT.matcher(line);
        if (type.find()) {
          typeUnits.put(type.group(1), base + at + Integer.parseInt(type.group(2), 16));
        }
        open.clear();
      } else if (entry.matches()) {
        int depth = (entry.group(2).length() - 1) / 2;
        while (open.size() > depth) {
          open.removeLast();
        }
        if (!entry.group(3).equals("NULL")) {
          int at = base + Integer.parseInt(entry.group(1), 16);
          var node = new Node(at, entry.group(3), addressSize, base);
          byOffset.put(at, node);
          if (open.isEmpty()) {
            roots.add(node);
          } else {
            node.parent = Optional.of(open.getLast());
            open.getLast().children.add(node);
          }
          open.add(node);
          last = Optional.of(node);
        }
      } else if (attribute.matches() && last.isPresent()) {
        last.get()
            .attributes
            .putIfAbsent(attribute.group(1).replace("MIPS_", ""), attribute.group(2));
      }
    }
  }

  List<Node> roots() {
    return roots;
  }

  /// The entry that an attribute refers to: by offset, or by a type's signature of 16 digits.
  Optional<Node> target(Node node, String attribute) {
    String value = node.attributes.getOrDefault("DW_AT_" + attribute, "");
    if (!value.startsWith("0x")) {
      return Optional.empty();
    }
    int end = 2;
    while (end < value.length() && Character.digit(value.charAt(end), 16) >= 0) {
      end++;
    }
    String digits = value.substring(2, end);
    int at =
        digits.length() == 16 && typeUnits.containsKey(digits)
            ? typeUnits.get(digits)
            : node.base + (int) Long.parseUnsignedLong(digits, 16);
    return Optional.ofNullable(byOffset.get(at));
  }

  /// The entry at this offset.
  Optional<Node> at(int offset) {
    return Optional.ofNullable(byOffset.get(offset));
  }
}
