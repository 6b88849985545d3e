package nib.engine.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.Link.Absence;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.oracle.Tool;
import nib.engine.symbols.OpenLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a link does not find, finds twice, and who uses what.
final class LinkTest {

  @TempDir private Path folder;

  @Test
  void tellsWhyASymbolIsMissing() throws IOException, FailureException {
    var first = archive("first.a", Map.of("d.o", ".globl early\nearly: ret\n"));
    var needs = ".globl f\nf: call early\ncall hidden\ncall nowhere\ncall _end\n";
    var second = archive("second.a", Map.of("f.o", needs, "l.o", "hidden: ret\n"));
    var link = link(Linker.GNU, List.of(first, second), "f");
    assertEquals(
        Map.of(
            "early",
            "SearchedBefore",
            "hidden",
            "Local",
            "nowhere",
            "Nowhere",
            "_end",
            "MadeByLinkers"),
        link.missing().stream()
            .collect(
                Collectors.toMap(
                    Link.Missing::symbol, one -> one.why().getClass().getSimpleName())));
    var late = link(Linker.LLD, List.of(first, second), "f");
    assertEquals(List.of("second.a(f.o)", "first.a(d.o)"), members(late));
    assertEquals(
        List.of("nobody"),
        link(Linker.GNU, List.of(first), "absent").missing().stream()
            .map(one -> one.neededBy().map(Place::words).orElse("nobody"))
            .toList());
  }

  @Test
  void tellsWhatTheIndexKeepsFromALinker() throws IOException, FailureException {
    var archive = archive("l.a", Map.of("a.o", ".globl f\nf: ret\n"));
    var bytes = Files.readAllBytes(archive);
    bytes[8 + 60 + 8] = 'x';
    Files.write(archive, bytes);
    var link = link(Linker.GNU, List.of(archive), "f");
    assertTrue(link.missing().getFirst().why() instanceof Absence.NotInIndex, link::toString);
    assertEquals(List.of("l.a(a.o)"), members(link(Linker.LLD, List.of(archive), "f")));
  }

  @Test
  void duplicatesAreThoseThatBothAreInTheLink() throws IOException, FailureException {
    var twice =
        Map.of(
            "a.o", ".globl a,s\na: call b\ns: ret\n",
            "b.o", ".globl b,s\nb: ret\ns: ret\n",
            "c.o", ".globl c,s\nc: ret\ns: ret\n");
    var archive = archive("l.a", twice);
    var duplicates = link(Linker.GNU, List.of(archive), "a").duplicates();
    assertEquals(
        List.of("s of l.a(a.o) and l.a(b.o)"),
        duplicates.stream()
            .map(one -> "%s of %s and %s".formatted(one.symbol(), one.first(), one.second()))
            .toList());
  }

  @Test
  void aLinkKeepsOneOfAComdatGroup() throws IOException, FailureException {
    String group = ".section .text.s,\"axG\",@progbits,s,comdat\n.globl s\ns: ret\n.text\n";
    var archive =
        archive(
            "l.a",
            Map.of("a.o", ".globl a\na: call b\n" + group, "b.o", ".globl b\nb: ret\n" + group));
    var link = link(Linker.GNU, List.of(archive), "a");
    assertEquals(2, link.pulls().size());
    assertEquals(List.of(), link.duplicates());
  }

  @Test
  void usersAndDefinersAreToldApartByOffset() throws IOException, FailureException {
    assemble("x.o", ".globl f\nf: call g\n");
    Files.createDirectory(folder.resolve("sub"));
    Files.copy(folder.resolve("x.o"), folder.resolve("sub/x.o"));
    assemble("y.o", "f: ret\n.weak g\n.quad g\n");
    Tool.run(folder, "ar", "qcs", "l.a", "x.o", "sub/x.o", "y.o");
    var uses =
        SymbolUses.find(List.of(folder.resolve("l.a")), List.of("f", "g"), LibraryWatch.NONE);
    Function<SymbolUses.Use, String> words = use -> use.place().words();
    var headers =
        Tool.run(folder, "ar", "tO", "l.a")
            .lines()
            .map(line ->
                Integer.decode(line.substring(line.indexOf(' ') + 1))
                    - 60) // it says where contents are
            .map(at -> "l.a(x.o at 0x%x)".formatted(at))
            .toList();
    assertEquals(headers.subList(0, 2), uses.getFirst().defined().stream().map(words).toList());
    assertEquals(List.of("l.a(y.o)"), uses.getFirst().local().stream().map(words).toList());
    assertEquals(3, uses.getLast().needed().size());
    assertEquals(List.of(), uses.getLast().defined());
  }

  @Test
  void aDefaultVersionIsADefinitionOfThePlainName() throws IOException, FailureException {
    assemble(
        "x.o",
        """
        .globl new, old
        new: ret
        old: ret
        .symver new, f@@V2
        .symver old, f@V1
        """);
    var uses =
        SymbolUses.find(
            List.of(folder.resolve("x.o")), List.of("f", "f@@V2", "f@V1"), LibraryWatch.NONE);
    assertEquals(
        List.of(List.of(), List.of("f@@V2"), List.of("f@V1")),
        uses.stream()
            .map(one -> one.defined().stream().map(use -> use.entry().name()).toList())
            .toList());
    var plain = SymbolUses.find(List.of(folder.resolve("x.o")), List.of("f"), LibraryWatch.NONE);
    assertEquals("f@@V2", plain.getFirst().defined().getFirst().entry().name());
  }

  @Test
  void comparesMembersAndSymbols() throws IOException, FailureException {
    var old =
        archive(
            "old.a",
            Map.of(
                "a.o", ".globl f,gone\n.type f,@function\nf: ret\n.size f,1\ngone: ret\n",
                "b.o", ".globl b\nb: ret\n",
                "c.o", ".globl c\nc: ret\n"));
    var young =
        archive(
            "new.a",
            Map.of(
                "a.o",
                    ".weak f\n.type f,@function\nf: nop\nret\n.size f,2\n.globl came\ncame: ret\n",
                "b.o", ".globl b\nnop\nb: ret\n",
                "d.o", ".globl d\nd: ret\n"));
    var said = new ArrayList<String>();
    try (var before = OpenLibrary.open(old);
        var after = OpenLibrary.open(young)) {
      var totals =
          Comparison.compare(before, after, SymbolFilter.ALL, change -> said.add(words(change)));
      assertEquals(new Comparison.Totals(3, 3, 1), totals);
    }
    assertEquals(List.of("~ old.a(a.o) + came ~ f - gone", "- old.a(c.o)", "+ new.a(d.o)"), said);
  }

  @Test
  void anArchiveIsLikeItself() throws FailureException {
    var library = Tool.compilerLibrary("libc.a");
    try (var before = OpenLibrary.open(library);
        var after = OpenLibrary.open(library)) {
      var totals =
          Comparison.compare(
              before,
              after,
              SymbolFilter.ALL,
              change -> {
                throw new AssertionError(change.place());
              });
      assertEquals(totals.before(), totals.same());
    }
  }

  private static String words(MemberChange change) {
    return switch (change) {
      case MemberChange.Added added -> "+ " + added.place();
      case MemberChange.Removed removed -> "- " + removed.place();
      case MemberChange.Changed changed ->
          "~ %s %s"
              .formatted(
                  changed.place(),
                  changed.symbols().stream()
                      .map(symbol -> sign(symbol) + symbol.name())
                      .collect(Collectors.joining(" ")));
    };
  }

  private static String sign(MemberChange.SymbolChange change) {
    return switch (change) {
      case MemberChange.SymbolChange.Added _ -> "+ ";
      case MemberChange.SymbolChange.Removed _ -> "- ";
      case MemberChange.SymbolChange.Changed _ -> "~ ";
    };
  }

  private static Link link(Linker linker, List<Path> files, String wanted) throws FailureException {
    return LinkQuestion.ask(LinkGraph.read(files, LibraryWatch.NONE), linker, List.of(wanted));
  }

  private static List<String> members(Link link) {
    return link.pulls().stream().map(pull -> pull.member().words()).toList();
  }

  /// An archive with members in the order of their names.
  private Path archive(String name, Map<String, String> members) throws IOException {
    var command = new ArrayList<>(List.of("ar", "rcs", name));
    for (var member : new TreeMap<>(members).entrySet()) {
      assemble(member.getKey(), member.getValue());
      command.add(member.getKey());
    }
    Tool.run(folder, command.toArray(String[]::new));
    return folder.resolve(name);
  }

  private void assemble(String name, String source) throws IOException {
    Files.writeString(folder.resolve("source.s"), source);
    Tool.run(folder, "as", "-o", name, "source.s");
  }
}
