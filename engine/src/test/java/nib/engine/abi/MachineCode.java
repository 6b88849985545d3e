package nib.engine.abi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nib.engine.target.Target;

/// What LLVM made of the functions of one file, read from its machine code before registers are
/// given out (`-stop-after=finalize-isel`): there, what a function finds in which register or stack
/// slot is still written down.
final class MachineCode {

  /// A function.
  ///
  /// @param stored for each global that is stored to, where the stored value came in
  /// @param results the registers that the function returns in, in order
  /// @param popped the bytes of arguments that it takes off the stack
  /// @param calls the bytes that each call in it reserves for arguments
  record Function(
      Map<String, Set<String>> stored, List<String> results, int popped, List<Integer> calls) {}

  private static final Pattern SLOT =
      Pattern.compile("- \\{ id: (\\d+),[^}]*?offset: (-?\\d+)", Pattern.DOTALL);
  private static final Pattern DEFINED =
      Pattern.compile("^(?:early-clobber )?%(\\d+):[\\w]+(?:, %\\d+:\\w+)* = (.*)");
  private static final Pattern USED = Pattern.compile("%(\\d+)\\b");
  private static final Pattern COPIED = Pattern.compile("COPY (?:killed )?\\$(\\w+)");
  private static final Pattern NUMBERED = Pattern.compile("ARGUMENT_\\w+ (\\d+)");
  private static final Pattern ON_STACK =
      Pattern.compile("%fixed-stack\\.(\\d+)(?:, 1, \\$noreg, (\\d+))?");
  private static final Pattern STORED =
      Pattern.compile("\\(volatile store \\([^)]*\\) into @(\\w+)");
  private static final Pattern RETURN = Pattern.compile("^(?:RET\\w*|PseudoRET|RETURN)\\b(.*)");
  private static final Pattern REGISTER = Pattern.compile("\\$(\\w+)");
  private static final Pattern CALL = Pattern.compile("^ADJCALLSTACKDOWN\\w* (\\d+)");

  private MachineCode() {}

  static Map<String, Function> read(String text) {
    var functions = new LinkedHashMap<String, Function>();
    for (var document : text.split("\n---\n", -1)) {
      var name = Pattern.compile("^name: +'?(\\w+)'?$", Pattern.MULTILINE).matcher(document);
      if (name.find() && document.contains("body: ")) {
        functions.put(name.group(1), function(document));
      }
    }
    return functions;
  }

  private static Function function(String document) {
    var slots = new HashMap<String, Integer>();
    var fixed = document.substring(document.indexOf("\nfixedStack:"), document.indexOf("\nstack:"));
    for (var slot = SLOT.matcher(fixed); slot.find(); ) {
      slots.put(slot.group(1), Integer.parseInt(slot.group(2)));
    }
    var sources = new HashMap<String, Set<String>>();
    var stored = new LinkedHashMap<String, Set<String>>();
    var results = new ArrayList<String>();
    var calls = new ArrayList<Integer>();
    int popped = 0;
    for (var line : document.substring(document.indexOf("body: ")).lines().toList()) {
      var text = line.strip();
      var defined = DEFINED.matcher(text);
      var instruction = defined.matches() ? defined.group(2) : text;
      var from = sources(instruction.split(" :: ", 2)[0], slots, sources);
      if (defined.matches()) {
        sources.put(defined.group(1), from);
      }
      var store = STORED.matcher(text);
      if (store.find()) {
        stored.computeIfAbsent(store.group(1), _ -> new LinkedHashSet<>()).addAll(from);
      }
      var end = RETURN.matcher(text);
      if (end.find()) {
        results.addAll(results(text));
        popped = pops(end.group(1));
      }
      find(CALL, text).ifPresent(one -> calls.add(Integer.parseInt(one.group(1))));
    }
    return new Function(stored, results, popped, calls);
  }

  private static Set<String> sources(
      String instruction, Map<String, Integer> slots, Map<String, Set<String>> known) {
    var from = new LinkedHashSet<String>();
    find(COPIED, instruction).ifPresent(one -> from.add(register(one.group(1))));
    find(NUMBERED, instruction).ifPresent(one -> from.add("local " + one.group(1)));
    find(ON_STACK, instruction)
        .ifPresent(one -> {
          int within = Optional.ofNullable(one.group(2)).map(Integer::parseInt).orElse(0);
          from.add("stack " + (slots.getOrDefault(one.group(1), -1) + within));
        });
    var used = USED.matcher(instruction);
    while (used.find()) {
      from.addAll(known.getOrDefault(used.group(1), Set.of()));
    }
    return from;
  }

  private static List<String> results(String instruction) {
    var registers = new ArrayList<String>();
    for (var one = REGISTER.matcher(instruction); one.find(); ) {
      if (!one.group(1).equals("arguments")) {
        registers.add(register(one.group(1)));
      }
    }
    // The stack of the 8087 is given out later: its top is still any number.
    boolean top = instruction.startsWith("RET ") && USED.matcher(instruction).find();
    return top ? List.of("st0") : registers;
  }

  private static int pops(String operands) {
    return find(Pattern.compile("^ (\\d+)"), operands)
        .map(one -> Integer.parseInt(one.group(1)))
        .orElse(0);
  }

  private static Optional<Matcher> find(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("al", "rax"),
          Map.entry("eax", "rax"),
          Map.entry("edx", "rdx"),
          Map.entry("dl", "rdx"),
          Map.entry("ecx", "rcx"),
          Map.entry("cl", "rcx"),
          Map.entry("edi", "rdi"),
          Map.entry("dil", "rdi"),
          Map.entry("esi", "rsi"),
          Map.entry("sil", "rsi"),
          Map.entry("fp0", "st0"));

  /// The whole register that a part of it belongs to, as assemblers call it. Of Intel's processors
  /// the names of 64 bits serve for 32 too.
  private static String register(String name) {
    if (WHOLE.containsKey(name)) {
      return WHOLE.get(name);
    }
    if (name.matches("r\\d+[bd]")) {
      return name.substring(0, name.length() - 1);
    }
    if (name.matches("w\\d+")) {
      return "x" + name.substring(1);
    }
    return name;
  }

  /// A calling sequence's register as LLVM's machine code has it.
  static String register(String name, Target.Abi abi) {
    return switch (abi) {
      case RISCV_LP64D -> RISCV.getOrDefault(name, name);
      case SYSTEM_V_I386 -> register(name);
      case SYSTEM_V_AMD64, AAPCS64, APPLE_ARM64, WINDOWS_X64, WASM32 -> name;
    };
  }

  /// RISC-V's registers by number: `a0` is `x10` (RISC-V ABIs Specification, "Register
  /// Convention").
  private static final Map<String, String> RISCV = riscv();

  private static Map<String, String> riscv() {
    var numbers = new HashMap<String, String>();
    for (int i = 0; i < 8; i++) {
      numbers.put("a" + i, "x" + (10 + i));
      numbers.put("fa" + i, "f" + (10 + i) + "_d");
    }
    for (int i = 0; i < 12; i++) {
      numbers.put("ft" + i, "f" + (i < 8 ? i : i + 20) + "_d");
    }
    for (int i = 0; i < 12; i++) {
      numbers.put("s" + i, "x" + (i < 2 ? 8 + i : 16 + i));
      numbers.put("fs" + i, "f" + (i < 2 ? 8 + i : 16 + i) + "_d");
    }
    numbers.put("t2", "x7");
    for (int i = 3; i < 7; i++) {
      numbers.put("t" + i, "x" + (25 + i));
    }
    return numbers;
  }
}
