package nib.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.CallView;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.abi.Disagreement;
import nib.engine.diagnostic.FailureException;
import nib.engine.explain.CallPicture;
import nib.engine.explain.CallText;
import nib.engine.explain.Svg;
import nib.engine.foreign.Convention;
import nib.engine.text.NearestNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `nib abi`: where a call's values travel, and what its memory looks like.
@Command(
    name = "abi",
    synopsisHeading = "Usage: ",
    customSynopsis = "nib abi [OPTION]... [PACKAGE] FUNCTION",
    description =
        "Show the registers and stack slots that a foreign function's arguments and result travel"
            + " in, and the layouts of the memory that they are.")
final class AbiCommand extends Answering {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "TRIPLE",
      description = "Show it for this target; may be repeated (default: this machine's).")
  private List<String> triples = List.of();

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draw it into FILE as well: one target, or two side by side.")
  private Optional<Path> svg = Optional.empty();

  @Parameters(
      index = "0..1",
      arity = "1..2",
      paramLabel = "FUNCTION",
      hidden = true,
      description = "The package's folder, when it is not this one, and the function.")
  private List<String> words = List.of();

  AbiCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var packages = new Packages(invocation());
    var opened = packages.open(folder());
    var entries = entries(opened, words.getLast());
    var targets =
        triples.isEmpty() ? List.of(invocation().workbench().host()) : packages.targets(triples);
    var views = new ArrayList<CallView>();
    for (var entry : entries) {
      for (var target : targets) {
        views.add(invocation().workbench().explain(opened, entry, target));
      }
    }
    if (svg.isPresent()) {
      draw(svg.get(), views);
    }
    switch (format()) {
      case TEXT -> {
        for (int i = 0; i < views.size(); i++) {
          if (i > 0) {
            console().blank();
          }
          print(views.get(i));
        }
      }
      case JSON ->
          Json.print(
              console().out(),
              "abi",
              json -> Json.array(json, "calls", views, new AbiJson(opened.root())::write));
    }
    return views.stream()
            .flatMap(view -> view.disagreements().stream())
            .noneMatch(Disagreement::isHarmful)
        ? Status.FINE
        : Status.FOUND;
  }

  private Optional<Path> folder() {
    var first = Path.of(words.getFirst());
    if (words.size() == 1) {
      if (Files.exists(first.resolve("pen.json"))) {
        throw new ParameterException(
            spec.commandLine(), "FUNCTION is missing: %s is a package".formatted(first));
      }
      return Optional.empty();
    }
    return Optional.of(first);
  }

  /// The imports and exports of a name: a package may have both.
  private static List<Entry> entries(OpenedPackage opened, String name) throws FailureException {
    var found = opened.entries().stream().filter(one -> one.symbol().equals(name)).toList();
    if (found.isEmpty()) {
      var names = opened.entries().stream().map(Entry::symbol).toList();
      var near = NearestNames.of(name, names, 1);
      throw new FailureException(
          "%s has no foreign function `%s`".formatted(opened.name(), name),
          near.isEmpty()
              ? "`nib foreign` lists all"
              : "`%s` is the nearest; `nib foreign` lists all".formatted(near.getFirst()));
    }
    return found;
  }

  private void draw(Path file, List<CallView> views) throws FailureException {
    if (views.size() > CallPicture.MOST_SIDES) {
      throw new ParameterException(
          spec.commandLine(), "a drawing has room for one function on two targets at the most");
    }
    var sides = views.stream().map(AbiCommand::side).toList();
    OutputFile.write(file, Svg.of(CallPicture.of(sides, CallPicture.Values.NONE)));
  }

  private static CallPicture.Side side(CallView view) {
    return new CallPicture.Side(view.c(), view.parts(), view.disagreements(), view.memory());
  }

  private void print(CallView view) {
    var sequence = view.c();
    console()
        .line(
            "%s on %s: %s%s"
                .formatted(
                    console().bold(view.entry().symbol()),
                    sequence.target().triple(),
                    sequence.standard(),
                    view.entry().convention() == Convention.NATIVE ? ", native" : ""));
    console().line("  " + view.entry().penType());
    console().line("  " + view.entry().prototypes().c().text());
    view.entry().remarks().forEach(one -> console().line("  " + console().dim("note: " + one)));
    console().blank();
    CallText.of(side(view), CallPicture.Values.NONE).text().lines().forEach(console()::line);
  }
}
