package nib.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nib.engine.assist.Completion;
import nib.engine.assist.Hover;
import nib.engine.assist.Usage;
import nib.engine.build.BuildOrder;
import nib.engine.build.BuildRun;
import nib.engine.build.OutputLine;
import nib.engine.build.ScriptFinder;
import nib.engine.build.ScriptRunner;
import nib.engine.build.ScriptState;
import nib.engine.build.ScriptText;
import nib.engine.build.TargetRow;
import nib.engine.build.ToolRow;
import nib.engine.build.Toolbox;
import nib.engine.build.TrustAnswer;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.Checker;
import nib.engine.diagnosis.Declaration;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.foreign.Border;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.Manifest;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PackageReader;
import nib.engine.packages.PenModule;
import nib.engine.packages.PenPackage;
import nib.engine.process.Commands;
import nib.engine.process.SystemCommands;
import nib.engine.prototype.HeaderWriter;
import nib.engine.state.Folders;
import nib.engine.state.Store;
import nib.engine.symbols.Demangler;
import nib.engine.symbols.Library;
import nib.engine.symbols.LibraryReader;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.trial.Outcome;
import nib.engine.trial.TrialRecord;
import nib.engine.trial.TrialRunner;
import nib.engine.types.Definitions;

/// The workbench on this machine: each question calls its phases in order, and does nothing else.
public final class LocalWorkbench implements Workbench {

  private final Commands commands;
  private final Store store;
  private final Path state;
  private final Path cache;
  private final TrialRunner trials;

  /// @param state the folder of what is remembered; made when something is
  /// @param cache the folder of what may be deleted at any time
  public LocalWorkbench(Path state, Path cache) {
    this.commands = new SystemCommands();
    this.store = new Store(state, cache.resolve("natives"));
    this.state = state;
    this.cache = cache;
    this.trials = new TrialRunner(commands, cache.resolve("trials"));
  }

  /// The workbench with the folders that this system gives to programs.
  public static Workbench standard() {
    return new LocalWorkbench(Folders.state(), Folders.cache());
  }

  @Override
  public List<OpenedPackage> open(List<Path> paths, List<SourceText> edited)
      throws FailureException {
    var all = new ArrayList<OpenedPackage>();
    for (var path : paths) {
      all.add(opened(PackageReader.read(path, edited.stream().findFirst())));
    }
    return all;
  }

  @Override
  public Optional<Hover> hover(Cursor cursor) {
    return Optional.empty();
  }

  @Override
  public Optional<Site> definition(Cursor cursor) {
    return Optional.empty();
  }

  @Override
  public List<Completion> completions(Cursor cursor) {
    return List.of();
  }

  @Override
  public List<Usage> usages(Cursor cursor) {
    return List.of();
  }

  @Override
  public Optional<Path> penRoot() throws FailureException {
    return store.setting("pen-root").map(Path::of);
  }

  @Override
  public void usePenRoot(Optional<Path> root) throws FailureException {
    store.remember("pen-root", root.map(Path::toString).orElse(""));
  }

  private static OpenedPackage opened(PenPackage pen) {
    var graph = alone(pen);
    var id = graph.opened().getFirst();
    var definitions = Definitions.of(graph, Optional.empty());
    var border = Border.of(graph, definitions);
    var diagnostics = new ArrayList<Diagnostic>(pen.diagnostics());
    pen.modules().forEach(module -> diagnostics.addAll(module.diagnostics()));
    pen.modules()
        .forEach(module ->
            diagnostics.addAll(definitions.diagnostics(new ModuleId(id, module.path()))));
    diagnostics.addAll(border.diagnostics(id));
    return new OpenedPackage(
        pen.root(),
        String.valueOf(pen.root().getFileName()),
        pen.manifest().kind(),
        pen.modules().stream()
            .map(module ->
                new OpenedPackage.ModuleView(
                    module.path(), module.kind(), module.source(), List.of()))
            .toList(),
        border.functions(id).stream().map(Entries::entry).toList(),
        List.of(),
        diagnostics);
  }

  /// The package without what it depends on.
  private static PackageGraph alone(PenPackage pen) {
    var id = new PackageId(pen.root().toUri().toString(), true);
    return new PackageGraph(List.of(id), Map.of(id, new LinkedPackage(id, pen, Map.of())));
  }

  @Override
  public String header(OpenedPackage opened, Language language) throws FailureException {
    var modules =
        opened.modules().stream().map(one -> PenModule.of(one.path(), one.source())).toList();
    var pen =
        new PenPackage(opened.root(), new Manifest(opened.kind(), Map.of()), modules, List.of());
    var graph = alone(pen);
    var functions =
        Border.of(graph, Definitions.of(graph, Optional.empty()))
            .functions(graph.opened().getFirst());
    var text =
        switch (language) {
          case C -> HeaderWriter.c(opened.name(), functions);
          case RUST -> HeaderWriter.rust(opened.name(), functions);
        };
    return text.orElseThrow(() ->
        new FailureException(
            functions.isEmpty()
                ? "%s has no foreign imports and exports".formatted(opened.name())
                : "no foreign function of %s can be declared".formatted(opened.name()),
            "`nib foreign` lists the border, and why a function has no declaration"));
  }

  @Override
  public Library library(Path file) throws FailureException {
    return LibraryReader.read(file);
  }

  @Override
  public String demangle(String symbol) {
    return Demangler.demangle(symbol);
  }

  @Override
  public ScriptState script(Path packageRoot) throws FailureException {
    return ScriptFinder.find(packageRoot, store);
  }

  @Override
  public void answer(ScriptState.Found script, TrustAnswer answer) throws FailureException {
    ScriptFinder.answer(script, answer, store);
  }

  @Override
  public BuildRun build(BuildRequest request, Consumer<OutputLine> listener)
      throws FailureException, InterruptedException {
    var state = script(request.packageRoot());
    var refusal = ScriptText.refusal(request.packageRoot(), state, request.allowOnce());
    if (refusal.isPresent() || !(state instanceof ScriptState.Found found)) {
      throw refusal.map(FailureException::new).orElseThrow();
    }
    var order =
        new BuildOrder(
            request.packageRoot(), request.target(), request.allowOnce(), request.limit());
    var run = new ScriptRunner(commands, store, cache).run(found, order, listener);
    store.record(run);
    return run;
  }

  @Override
  public CheckReport check(OpenedPackage opened, Target target, List<Path> archives)
      throws FailureException {
    var libraries = new ArrayList<Library>();
    for (var archive : archives) {
      libraries.add(LibraryReader.read(archive));
    }
    return Checker.check(
        opened.entries().stream().map(LocalWorkbench::declaration).toList(), target, libraries);
  }

  private static Declaration declaration(Entry entry) {
    return new Declaration(
        entry.id(),
        entry.direction(),
        entry.symbol(),
        entry.used(),
        entry.location(),
        entry.span());
  }

  @Override
  public Outcome call(CallRequest request) throws FailureException, InterruptedException {
    var order = Trials.order(request, this);
    return switch (order) {
      case Trials.Refusal(var refused) -> refused;
      case Trials.Accepted(var accepted) -> {
        var outcome = trials.call(accepted);
        store.record(
            request.opened().root(),
            new TrialRecord(request.symbol(), Instant.now(), request.arguments(), outcome));
        yield outcome;
      }
    };
  }

  @Override
  public void expectCalls() throws FailureException {
    trials.warmUp();
  }

  @Override
  public List<TrialRecord> trials(Path packageRoot, String symbol) throws FailureException {
    return store.trials(packageRoot, symbol);
  }

  @Override
  public Target host() {
    return Targets.host();
  }

  @Override
  public Optional<Target> target(String tripleOrAlias) {
    return Targets.named(tripleOrAlias);
  }

  @Override
  public List<TargetRow> targets() throws InterruptedException {
    return new Toolbox(commands).targets();
  }

  @Override
  public List<ToolRow> tools() throws InterruptedException {
    return new Toolbox(commands).tools();
  }

  @Override
  public Optional<Failure> memoryWarning() {
    return store.warning();
  }

  @Override
  public List<Path> recent() throws FailureException {
    return store.recent();
  }

  @Override
  public void rememberRecent(Path path) throws FailureException {
    store.rememberRecent(path);
  }

  @Override
  public void forgetRecent() throws FailureException {
    store.forgetRecent();
  }

  @Override
  public Optional<String> setting(String key) throws FailureException {
    return store.setting(key);
  }

  @Override
  public void remember(String key, String value) throws FailureException {
    store.remember(key, value);
  }

  @Override
  public List<Path> samples() {
    return Samples.find(state.resolve("samples"));
  }

  @Override
  public void close() {
    trials.close();
    store.close();
  }
}
