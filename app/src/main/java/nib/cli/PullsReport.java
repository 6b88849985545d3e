package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.IndexTrouble;
import nib.engine.linkage.Link;
import nib.engine.linkage.Link.Absence;
import nib.engine.linkage.LinkGraph;
import nib.engine.linkage.LinkQuestion;
import nib.engine.linkage.Place;

/// `nib symbols --pulls`: which members a link takes, in order and why, and what it does not find.
final class PullsReport implements AcrossRun.Report {

  private final UnaryOperator<String> naming;
  private final Link link;
  private final int members;
  private final List<Failure> findings = new ArrayList<>();
  private final List<Failure> failures;

  private PullsReport(SymbolsOptions options, Link link, int members, List<Failure> failures) {
    this.naming = AcrossRun.naming(options);
    this.link = link;
    this.members = members;
    this.failures = failures;
  }

  static PullsReport of(SymbolsOptions options, AcrossOptions.Question.Pull question)
      throws FailureException {
    var watch = new AcrossRun.Watch();
    var graph = LinkGraph.read(options.files(), watch);
    var link = LinkQuestion.ask(graph, question.linker(), question.symbols());
    var report =
        new PullsReport(options, link, graph.memberCount(), new ArrayList<>(watch.failures()));
    for (var index : graph.indexes()) {
      index.troubles().stream().limit(1).map(IndexTrouble::words).forEach(report.findings::add);
    }
    report.judge(NeedsReport.files(options));
    return report;
  }

  private void judge(String files) {
    for (var missing : link.missing()) {
      if (missing.neededBy().isEmpty()) {
        failures.add(
            new Failure(
                "%s does not define %s%s".formatted(files, missing.symbol(), why(missing.why())),
                "list what it defines: nib symbols --defined-only " + files));
      } else if (missing.why() instanceof Absence.SearchedBefore(Place member)) {
        findings.add(
            new Failure(
                "%s needs %s of %s, which had been searched before"
                    .formatted(missing.neededBy().get(), missing.symbol(), member),
                "name %s behind it, or both between --start-group and --end-group"
                    .formatted(member.file())));
      }
    }
    for (var twice : link.duplicates()) {
      findings.add(
          new Failure(
              "%s and %s both define %s, and the link takes both"
                  .formatted(twice.first(), twice.second(), twice.symbol()),
              "rename one, or make one weak"));
    }
  }

  @Override
  public List<Failure> findings() {
    return findings;
  }

  @Override
  public List<Failure> failures() {
    return failures;
  }

  @Override
  public void text(Console console) {
    for (var pull : link.pulls()) {
      String symbol = naming.apply(pull.symbol());
      String why =
          pull.replacesCommon()
              ? " to define %s, of which %s has a tentative definition"
                  .formatted(symbol, who(pull.neededBy()))
              : " for %s, which %s".formatted(symbol, needed(pull.neededBy()));
      console.line(console.bold(pull.member().words()) + why);
    }
    console.line(
        "%d of %s, as %s pulls them in"
            .formatted(
                link.pulls().size(),
                Packages.count(members, "member", "members"),
                link.linker().words()));
    if (!link.missing().isEmpty()) {
      console.line("needed and defined by none of them:");
      for (var missing : link.missing()) {
        console.line(
            "  %s, which %s%s"
                .formatted(
                    naming.apply(missing.symbol()),
                    needed(missing.neededBy()),
                    why(missing.why())));
      }
    }
  }

  private static String needed(Optional<Place> by) {
    return by.map(place -> place + " needs").orElse("was asked for");
  }

  private static String who(Optional<Place> by) {
    return by.map(Place::words).orElse("the link");
  }

  private static String why(Absence absence) {
    return switch (absence) {
      case Absence.Nowhere() -> "";
      case Absence.MadeByLinkers() -> "; linkers make it themselves";
      case Absence.SearchedBefore(Place member) ->
          "; %s defines it and was searched before".formatted(member);
      case Absence.NotInIndex(Place member) ->
          "; %s defines it, but the index does not say so".formatted(member);
      case Absence.Local(Place member) -> "; %s has it for itself alone".formatted(member);
    };
  }

  @Override
  public void json(JsonGenerator json) throws IOException {
    json.writeStringField("linker", SymbolLines.word(link.linker()));
    json.writeNumberField("members", members);
    Json.array(
        json,
        "pulls",
        link.pulls(),
        (j, pull) -> {
          j.writeStartObject();
          MembersJson.place(j, "member", pull.member());
          j.writeStringField("symbol", pull.symbol());
          neededBy(j, pull.neededBy());
          j.writeBooleanField("replacesCommon", pull.replacesCommon());
          j.writeEndObject();
        });
    Json.array(
        json,
        "missing",
        link.missing(),
        (j, missing) -> {
          j.writeStartObject();
          j.writeStringField("symbol", missing.symbol());
          neededBy(j, missing.neededBy());
          absence(j, missing.why());
          j.writeEndObject();
        });
    Json.array(
        json,
        "duplicates",
        link.duplicates(),
        (j, twice) -> {
          j.writeStartObject();
          j.writeStringField("symbol", twice.symbol());
          MembersJson.place(j, "first", twice.first());
          MembersJson.place(j, "second", twice.second());
          j.writeEndObject();
        });
  }

  private static void neededBy(JsonGenerator json, Optional<Place> by) throws IOException {
    if (by.isPresent()) {
      MembersJson.place(json, "neededBy", by.get());
    }
  }

  private static void absence(JsonGenerator json, Absence why) throws IOException {
    switch (why) {
      case Absence.Nowhere() -> json.writeStringField("why", "nowhere");
      case Absence.MadeByLinkers() -> json.writeStringField("why", "made-by-linkers");
      case Absence.SearchedBefore(Place member) -> {
        json.writeStringField("why", "searched-before");
        MembersJson.place(json, "member", member);
      }
      case Absence.NotInIndex(Place member) -> {
        json.writeStringField("why", "not-in-index");
        MembersJson.place(json, "member", member);
      }
      case Absence.Local(Place member) -> {
        json.writeStringField("why", "local");
        MembersJson.place(json, "member", member);
      }
    }
  }
}
