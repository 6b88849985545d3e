package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.IndexCheck;
import nib.engine.linkage.IndexReport;
import nib.engine.linkage.IndexTrouble;
import nib.engine.linkage.MemberCounts;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// `nib symbols --members`: what each member is and how much is in it, and the index held against
/// them all.
final class MembersReport implements AcrossRun.Report {

  private static final int COLUMN = 12;

  private final List<Path> files;
  private final List<Failure> findings = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  private MembersReport(List<Path> files) {
    this.files = files;
  }

  static MembersReport of(List<Path> files) throws FailureException {
    if (files.size() == 1) {
      OpenLibrary.open(files.getFirst()).close(); // no document begins for what is no library
    }
    return new MembersReport(files);
  }

  @Override
  public List<Failure> findings() {
    return findings;
  }

  @Override
  public List<Failure> failures() {
    return failures;
  }

  /// Takes one library's members; returns with its index.
  @FunctionalInterface
  private interface Lister {
    void list(OpenLibrary library) throws IOException, FailureException;
  }

  private void eachFile(Lister lister) throws IOException, FailureException {
    for (var file : files) {
      try (var library = OpenLibrary.open(file)) {
        lister.list(library);
      } catch (FailureException e) {
        if (files.size() == 1) {
          throw e;
        }
        failures.add(e.failure());
      }
    }
  }

  private IndexReport read(OpenLibrary library, Consumer<Member> members) throws FailureException {
    var troubles = new LibraryTroubles(library);
    var index =
        IndexCheck.check(
            library,
            SymbolFilter.ALL,
            member -> {
              members.accept(member);
              if (member instanceof Member.Unreadable) {
                troubles.add(member);
              }
            });
    failures.addAll(troubles.failures());
    index.troubles().stream().map(IndexTrouble::words).forEach(findings::add);
    if (index.more() > 0) {
      findings.add(
          new Failure(
              "the index of %s has %d more such troubles".formatted(library.file(), index.more()),
              ""));
    }
    return index;
  }

  @Override
  public void text(Console console) throws IOException, FailureException {
    eachFile(library -> {
      console.line(
          "%s: %s"
              .formatted(
                  console.bold(library.file().toString()),
                  Packages.count(library.memberCount(), "member", "members")));
      console.line(
          console.dim(
              row("    offset", "size", "code", "data", "zeroed", "defined", "needed", "member")));
      var index = read(library, member -> console.line(row(member)));
      if (index.entries() > 0) {
        console.line(
            "index: %s%s"
                .formatted(
                    Packages.count(index.entries(), "symbol", "symbols"),
                    index.agrees() ? ", as the members have it" : ""));
      }
    });
  }

  private static String row(Member member) {
    String offset = "0x%08x".formatted(member.offset());
    String size = Grouped.of(member.size());
    return switch (member) {
      case Member.Read read -> {
        var counts = MemberCounts.of(read.object());
        yield row(
            offset,
            size,
            Grouped.of(counts.bytes(Content.CODE)),
            Grouped.of(counts.bytes(Content.DATA) + counts.bytes(Content.READ_ONLY)),
            Grouped.of(counts.bytes(Content.ZEROED)),
            Grouped.of(counts.defined()),
            Grouped.of(counts.undefined()),
            "%s  %s, %s"
                .formatted(member.name(), read.object().format().words(), read.object().machine()));
      }
      case Member.Unopened unopened ->
          row(offset, size, "", "", "", "", "", member.name() + "  " + unopened.format().words());
      case Member.Unreadable unreadable ->
          row(
              offset,
              size,
              "",
              "",
              "",
              "",
              "",
              "%s  damaged at 0x%x: %s"
                  .formatted(member.name(), unreadable.at(), unreadable.what()));
    };
  }

  private static String row(String... cells) {
    var text = new StringBuilder(cells[0]);
    for (int i = 1; i < cells.length - 1; i++) {
      text.append(" ".repeat(Math.max(1, COLUMN - cells[i].length()))).append(cells[i]);
    }
    return text.append("  ").append(cells[cells.length - 1]).toString();
  }

  @Override
  public void json(JsonGenerator json) throws IOException, FailureException {
    json.writeArrayFieldStart("archives");
    try {
      eachFile(library -> {
        json.writeStartObject();
        MembersJson.head(json, library);
        json.writeArrayFieldStart("members");
        try {
          var index = read(library, member -> MembersJson.write(json, member));
          json.writeEndArray();
          MembersJson.write(json, index);
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
        json.writeEndObject();
      });
    } finally {
      json.writeEndArray();
    }
  }
}
