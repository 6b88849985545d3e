package nib.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nib.engine.analysis.Analyzer;
import nib.engine.assist.Completion;
import nib.engine.assist.CompletionFinder;
import nib.engine.assist.DefinitionFinder;
import nib.engine.assist.Hover;
import nib.engine.assist.HoverFinder;
import nib.engine.assist.Outline;
import nib.engine.assist.OutlineItem;
import nib.engine.assist.Place;
import nib.engine.assist.Usage;
import nib.engine.assist.UsageFinder;
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
import nib.engine.catalog.CatalogReader;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.Checker;
import nib.engine.diagnosis.Declaration;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.foreign.ForeignFunction;
import nib.engine.headers.HeaderBytes;
import nib.engine.headers.HeaderReader;
import nib.engine.packages.PenModule;
import nib.engine.process.Commands;
import nib.engine.process.SystemCommands;
import nib.engine.prototype.HeaderWriter;
import nib.engine.prototype.PenHeader;
import nib.engine.state.Folders;
import nib.engine.state.Store;
import nib.engine.symbols.Demangler;
import nib.engine.symbols.Library;
import nib.engine.symbols.LibraryReader;
import nib.engine.symbols.OpenLibrary;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.trial.Outcome;
import nib.engine.trial.TrialRecord;
import nib.engine.trial.TrialRunner;

/// The workbench on this machine: each question calls its phases in order, and does nothing else.
public final class LocalWorkbench implements Workbench {

  private static final String PEN_ROOT = "pen-root";

  private final Commands commands;
  private final Store store;
  private final Path state;
  private final Path cache;
  private final TrialRunner trials;
  private final Optional<Path> commandedPenRoot;
  private final Analyzer analyzer = new Analyzer();

  /// @param state the folder of what is remembered; made when something is
  /// @param cache the folder of what may be deleted at any time
  /// @param penRoot the checkout of Pen, whatever is remembered
  public LocalWorkbench(Path state, Path cache, Optional<Path> penRoot) {
    this.commands = new SystemCommands();
    this.store = new Store(state, cache.resolve("natives"));
    this.state = state;
    this.cache = cache;
    this.trials = new TrialRunner(commands, cache.resolve("trials"));
    this.commandedPenRoot = penRoot;
  }

  public LocalWorkbench(Path state, Path cache) {
    this(state, cache, Optional.empty());
  }

  /// The workbench with the folders that this system gives to programs. The window's: what it
  /// remembers of the checkout of Pen goes before the variable.
  public static Workbench standard() {
    return new LocalWorkbench(Folders.state(), Folders.cache());
  }

  /// The command line's: there, the variable goes before what the window remembers.
  public static Workbench commandLine() {
    return new LocalWorkbench(Folders.state(), Folders.cache(), Folders.penRoot());
  }

  @Override
  public List<OpenedPackage> open(List<Path> paths, List<SourceText> edited)
      throws FailureException {
    return Views.of(analyzer.analyze(paths, edited, this::penRootIfKnown));
  }

  @Override
  public Optional<Hover> hover(Cursor cursor) throws FailureException {
    return place(cursor).flatMap(HoverFinder::find);
  }

  @Override
  public Optional<Site> definition(Cursor cursor) throws FailureException {
    return place(cursor).flatMap(DefinitionFinder::find);
  }

  @Override
  public List<Completion> completions(Cursor cursor) throws FailureException {
    return place(cursor).map(CompletionFinder::find).orElse(List.of());
  }

  @Override
  public List<Usage> usages(Cursor cursor) throws FailureException {
    return place(cursor).map(UsageFinder::find).orElse(List.of());
  }

  @Override
  public List<OutlineItem> outline(SourceText module) {
    return Outline.of(PenModule.of(String.valueOf(module.file().getFileName()), module));
  }

  /// Empty where the file is no module, or no longer one.
  private Optional<Place> place(Cursor cursor) throws FailureException {
    var analysis = analyzer.analyze(cursor.open(), cursor.edited(), this::penRootIfKnown);
    return analysis
        .at(cursor.file())
        .filter(module -> cursor.offset() <= module.scope().module().source().text().length())
        .map(module -> new Place(analysis, module, cursor.offset()));
  }

  @Override
  public Optional<Path> penRoot() throws FailureException {
    if (commandedPenRoot.isPresent()) {
      return commandedPenRoot;
    }
    return store
        .setting(PEN_ROOT)
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .or(Folders::penRoot);
  }

  /// Empty also where nothing can be remembered: [#memoryWarning] says why.
  private Optional<Path> penRootIfKnown() {
    try {
      return penRoot();
    } catch (FailureException _) {
      return Folders.penRoot();
    }
  }

  @Override
  public void usePenRoot(Optional<Path> root) throws FailureException {
    store.remember(PEN_ROOT, root.map(Path::toString).orElse(""));
  }

  @Override
  public String header(OpenedPackage opened, Language language) throws FailureException {
    var functions = border(opened, opened.root());
    var text =
        switch (language) {
          case C -> HeaderWriter.c(opened.name(), functions);
          case RUST -> HeaderWriter.rust(opened.name(), functions);
          case RUST_FFI -> HeaderWriter.rustFfi(opened.name(), functions);
        };
    return text.orElseThrow(() ->
        new FailureException(
            functions.isEmpty()
                ? "%s has no foreign imports and exports".formatted(opened.name())
                : "no foreign function of %s can be declared".formatted(opened.name()),
            "`nib foreign` lists the border, and why a function has no declaration"));
  }

  @Override
  public String penHeader() {
    return PenHeader.text();
  }

  @Override
  public CallView explain(OpenedPackage opened, Entry entry, Target target)
      throws FailureException {
    return CallViews.of(entry, border(opened, home(opened, entry)), target);
  }

  /// The folder of the package whose border has an entry: the opened one's, or a dependency's.
  private static Path home(OpenedPackage opened, Entry entry) {
    return opened.dependencies().stream()
        .flatMap(one ->
            one.state() instanceof DependencyView.State.Read(var root, var entries)
                    && entries.contains(entry)
                ? Stream.of(root)
                : Stream.empty())
        .findFirst()
        .orElse(opened.root());
  }

  /// @param root the package's own folder, or that of one that it depends on
  private List<ForeignFunction> border(OpenedPackage opened, Path root) throws FailureException {
    var texts = opened.modules().stream().map(OpenedPackage.ModuleView::source).toList();
    var analysis = analyzer.analyze(List.of(opened.root()), texts, this::penRootIfKnown);
    return Views.border(analysis, Views.in(analysis, root));
  }

  @Override
  public Library.Kind libraryKind(Path file) throws FailureException {
    try (var open = OpenLibrary.open(file)) {
      return open.kind();
    }
  }

  @Override
  public HeaderBytes header(Path library, long offset) throws FailureException {
    return HeaderReader.read(library, offset);
  }

  @Override
  public SymbolCatalog catalog(List<Path> files, Consumer<SymbolCatalog> soFar)
      throws FailureException, InterruptedException {
    return CatalogReader.read(files, this::demangle, soFar);
  }

  @Override
  public Library library(Path file) throws FailureException {
    return LibraryReader.read(file);
  }

  @Override
  public OpenLibrary openLibrary(Path file) throws FailureException {
    return OpenLibrary.open(file);
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
