package nib.engine.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nib.engine.oracle.Tool;

/// What real linkers say that they pulled in, in the words that [#words] has for our answers:
/// `l.a(b.o) for b of l.a(a.o)`.
final class Linkers {

  /// Links end well whatever is missing. The last ones are hidden in the C library, and so no
  /// linker lets them stay undefined.
  private static final List<String> QUIET =
      List.of(
          "-e",
          "0",
          "--no-demangle",
          "--unresolved-symbols=ignore-all",
          "--allow-multiple-definition",
          "--defsym=_start=0",
          "--defsym=_init=0",
          "--defsym=_fini=0",
          "--defsym=_DYNAMIC=0");

  private static final Pattern INCLUDED = Pattern.compile("(\\S+)\\s+(\\S+ )?\\((\\S+)\\)");

  private Linkers() {}

  static List<String> words(Link link) {
    return link.pulls().stream().map(Linkers::words).toList();
  }

  static String words(Link.Pull pull) {
    String by = pull.neededBy().map(Place::words).orElse("nobody");
    return "%s for %s of %s".formatted(pull.member(), pull.symbol(), by);
  }

  /// GNU ld's map has members in the order in which they came, and why.
  static List<String> gnu(Path folder, List<String> wanted, List<String> files) throws IOException {
    var command = new ArrayList<>(List.of("ld", "-o", "out", "-Map=map.txt", "--noinhibit-exec"));
    command.addAll(QUIET);
    wanted.forEach(name -> command.addAll(List.of("-u", name)));
    command.addAll(files);
    Tool.run(folder, command.toArray(String[]::new));
    String map = Files.readString(folder.resolve("map.txt"));
    String heading = "Archive member included to satisfy reference by file (symbol)\n\n";
    int from = map.indexOf(heading);
    if (from < 0) {
      return List.of();
    }
    int start = from + heading.length();
    String list = map.substring(start, map.indexOf("\n\n", start));
    return INCLUDED
        .matcher(list)
        .results()
        .map(found -> {
          String by = found.group(2) == null ? "nobody" : base(found.group(2).strip());
          return "%s for %s of %s".formatted(base(found.group(1)), found.group(3), by);
        })
        .toList();
  }

  /// What lld says: members in their order, and for each the symbols it gives as reasons.
  ///
  /// It gives none for members that define what something else has tentatively. Where a member that
  /// comes next defines the symbol too and overrides a weak definition, it gives that one as well.
  record Lld(List<String> members, Map<String, Set<String>> reasons) {}

  static Lld lld(Path folder, List<String> wanted, List<String> files) throws IOException {
    var command = new ArrayList<>(List.of("ld.lld", "-m", "elf_x86_64", "-o", "out", "-t"));
    command.addAll(List.of("--why-extract=why.txt", "--noinhibit-exec"));
    command.addAll(QUIET);
    wanted.forEach(name -> command.addAll(List.of("-u", name)));
    command.addAll(files);
    Files.deleteIfExists(folder.resolve("why.txt"));
    var trace = Tool.run(folder, command.toArray(String[]::new));
    var reasons = new HashMap<String, Set<String>>();
    try (Stream<String> why = Files.lines(folder.resolve("why.txt"))) {
      why.skip(1)
          .map(line -> line.split("\t"))
          .forEach(cells ->
              reasons
                  .computeIfAbsent(base(cells[1]), _ -> new HashSet<>())
                  .add(cells[2].replaceAll("@@.*", "")));
    }
    return new Lld(
        trace.lines().filter(line -> line.endsWith(")")).map(Linkers::base).toList(), reasons);
  }

  private static String base(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
