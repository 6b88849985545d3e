package nib.engine.trial;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nib.engine.diagnostic.FailureException;

/// What a linker said: GNU ld, gold, LLVM's lld or mold, in the C locale.
record LinkerWords(List<String> lines) {

  private static final Pattern UNDEFINED =
      Pattern.compile(
          "undefined references? to [`'\"]([^`'\"]+)['\"]"
              + "|undefined (?:hidden )?symbol(?::| [`'])\\s*([^\\s`',;]+)");

  /// Code for an executable takes data of other libraries to be near, where the linker would put a
  /// copy. A shared library has no such copies.
  private static final Pattern FAR_STREAM =
      Pattern.compile("against .*symbol [`'\"]?(std(?:in|out|err))(?:@|[`'\"\\s;]|$)");

  private static final Set<String> TOO_MUCH = Set.of("_GLOBAL_OFFSET_TABLE_");

  private static final int MOST_LINES = 3;

  LinkerWords {
    lines = List.copyOf(lines);
  }

  static LinkerWords of(String text) {
    return new LinkerWords(text.lines().map(LinkerWords::withoutProgram).toList());
  }

  private static String withoutProgram(String line) {
    return line.replaceFirst("^\\S*(?:ld|lld|gold|mold)(?:\\.\\w+)?: (?:error: )?", "").strip();
  }

  /// The symbols that something refers to and nothing defines.
  SortedSet<String> missing() {
    return lines.stream()
        .map(UNDEFINED::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .filter(name -> !TOO_MUCH.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The C library's streams that the archives' code reaches for in a way that only executables
  /// allow.
  SortedSet<String> farStreams() {
    return lines.stream()
        .map(FAR_STREAM::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The cause in a sentence, and the cure.
  FailureException failure() {
    for (var complaint : Complaint.values()) {
      for (String line : lines) {
        var found = complaint.pattern.matcher(line);
        if (found.find()) {
          return new FailureException(
              "%s (the linker: %s)".formatted(complaint.sentence(found), line), complaint.cure);
        }
      }
    }
    var said = lines.stream().filter(line -> !line.isEmpty()).toList();
    return new FailureException(
        "the archives cannot be linked for a trial (the linker: %s)"
            .formatted(
                String.join(
                    "; ", said.subList(Math.max(0, said.size() - MOST_LINES), said.size()))),
        "see what the linker names, and build the archive again");
  }

  /// Complaints that are known, the most telling first. Each pattern's first group is the file.
  private enum Complaint {
    NOT_POSITION_INDEPENDENT(
        "^(?:(\\S.*?): )?.*(?:can not be used when making a shared object"
            + "|recompile with -fPIC|requires unsupported dynamic reloc)",
        "%s is not position independent, and a trial has to load it",
        "compile the foreign code with -fPIC"),
    OTHER_MACHINE(
        "^(?:(\\S.*?): )?.*(?:Relocations in generic ELF|file in wrong format"
            + "|is incompatible with|incompatible target)",
        "%s holds code for another machine than this one",
        "build the package for this machine's own target"),
    UNKNOWN_FORMAT(
        "^(?:(\\S.*?): )?.*(?:file format not recognized|unknown file type"
            + "|not recognized: file format)",
        "%s holds what this machine's linker does not read",
        "build the package for this machine's own target"),
    NO_INDEX(
        "^(?:(\\S.*?): )?.*(?:archive has no index|no archive symbol table)",
        "%s has no index of its symbols",
        "make the index with ranlib"),
    DEFINED_TWICE(
        "^(?:(\\S.*?):.*)?(?:multiple definition of|duplicate symbol)",
        "%s defines a symbol that was defined before",
        "leave one definition"),
    DAMAGED(
        "^(?:(\\S.*?): )?.*(?:malformed archive|file truncated|truncated or malformed)",
        "%s is damaged",
        "build the package again");

    private final Pattern pattern;
    private final String sentence;
    private final String cure;

    Complaint(String pattern, String sentence, String cure) {
      this.pattern = Pattern.compile(pattern);
      this.sentence = sentence;
      this.cure = cure;
    }

    private String sentence(Matcher found) {
      return sentence.formatted(found.group(1) == null ? "an archive" : found.group(1));
    }
  }
}
