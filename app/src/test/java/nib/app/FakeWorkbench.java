package nib.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import nib.engine.BuildRequest;
import nib.engine.CallRequest;
import nib.engine.CallView;
import nib.engine.Cursor;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;
import nib.engine.assist.Completion;
import nib.engine.assist.Hover;
import nib.engine.assist.OutlineItem;
import nib.engine.assist.Usage;
import nib.engine.build.BuildRun;
import nib.engine.build.OutputLine;
import nib.engine.build.Protocol;
import nib.engine.build.ScriptState;
import nib.engine.build.TargetRow;
import nib.engine.build.ToolRow;
import nib.engine.build.Trust;
import nib.engine.build.TrustAnswer;
import nib.engine.catalog.CatalogBuilder;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.headers.HeaderBytes;
import nib.engine.symbols.Library;
import nib.engine.symbols.OpenLibrary;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.trial.Outcome;
import nib.engine.trial.TrialRecord;

/// A workbench that remembers what it was asked and answers from a small made-up world: the package
/// of [Packages], whose archive lacks one function and has a near spelling of it.
final class FakeWorkbench implements Workbench {

  static final Path ARCHIVE = Packages.ROOT.resolve("libcore.a");

  /// Reads archives.
  interface Reading {
    SymbolCatalog read(List<Path> files, Consumer<SymbolCatalog> soFar)
        throws FailureException, InterruptedException;
  }

  /// How archives are read; those of `libraries` where nothing is said.
  Optional<Reading> reading = Optional.empty();

  final List<String> asked = new ArrayList<>();
  final Map<String, String> settings = new HashMap<>();
  final List<Path> recents = new ArrayList<>();
  final List<TrialRecord> trials = new ArrayList<>();
  OpenedPackage view = Packages.core();

  /// Packages that are found by their folders; `view` is found by any other.
  final List<OpenedPackage> beside = new ArrayList<>();

  /// Folders of packages that cannot be read.
  final Set<Path> broken = new HashSet<>();

  /// What was read together, and with which unsaved texts.
  final List<Cursor> readings = new ArrayList<>();

  Trust trust = Trust.SHIPPED;
  Optional<Failure> buildFailure = Optional.empty();
  Optional<Failure> memoryWarning = Optional.empty();
  Optional<Outcome> nextOutcome = Optional.empty();
  List<Path> samples = List.of();
  Function<Cursor, Optional<Hover>> hovers = _ -> Optional.empty();
  Function<Cursor, Optional<Site>> definitions = _ -> Optional.empty();
  Function<Cursor, List<Completion>> completions = _ -> List.of();
  Function<Cursor, List<Usage>> usages = _ -> List.of();
  Function<SourceText, List<OutlineItem>> outlines = _ -> List.of();

  Function<Path, Library> libraries = FakeLibrary::of;

  /// How many names were made readable.
  final AtomicInteger demangled = new AtomicInteger();

  /// Set to make calls wait until they are interrupted; counted down when one has begun.
  Optional<CountDownLatch> hang = Optional.empty();

  @Override
  public List<OpenedPackage> open(List<Path> paths, List<SourceText> edited)
      throws FailureException {
    readings.add(new Cursor(paths, edited, Path.of(""), 0));
    var all = new ArrayList<OpenedPackage>();
    for (var path : paths) {
      asked.add("open " + path.getFileName());
      if (broken.contains(path) || path.getFileName().toString().equals("empty")) {
        throw new FailureException(
            "no pen.json in %s or above it".formatted(path), "open a folder with a pen.json");
      }
      var found = beside.stream().filter(one -> path.startsWith(one.root())).findFirst();
      all.add(found.orElseGet(() -> edited(edited)));
    }
    return all;
  }

  /// The package as it is with unsaved texts in it.
  private OpenedPackage edited(List<SourceText> texts) {
    return texts.stream()
        .filter(text -> text.file().endsWith("Utf8.pen"))
        .findFirst()
        .map(text -> Packages.core(text.text()))
        .orElse(view);
  }

  @Override
  public Optional<Hover> hover(Cursor cursor) {
    return hovers.apply(cursor);
  }

  @Override
  public Optional<Site> definition(Cursor cursor) {
    return definitions.apply(cursor);
  }

  @Override
  public List<Completion> completions(Cursor cursor) {
    return completions.apply(cursor);
  }

  @Override
  public List<Usage> usages(Cursor cursor) {
    return usages.apply(cursor);
  }

  @Override
  public List<OutlineItem> outline(SourceText module) {
    return outlines.apply(module);
  }

  @Override
  public Optional<Path> penRoot() {
    return Optional.ofNullable(settings.get("pen-root")).map(Path::of);
  }

  @Override
  public void usePenRoot(Optional<Path> root) {
    root.ifPresentOrElse(
        path -> settings.put("pen-root", path.toString()), () -> settings.remove("pen-root"));
  }

  @Override
  public String header(OpenedPackage opened, Language language) {
    return "/* " + opened.name() + " */\n";
  }

  @Override
  public String penHeader() {
    return "/* pen.h */\n";
  }

  @Override
  public CallView explain(OpenedPackage opened, Entry entry, Target target)
      throws FailureException {
    asked.add("explain %s on %s".formatted(entry.symbol(), target.triple()));
    return FakeCall.of(entry, target);
  }

  @Override
  public Library library(Path file) {
    asked.add("library " + file.getFileName());
    return libraries.apply(file);
  }

  @Override
  public Library.Kind libraryKind(Path file) {
    asked.add("library " + file.getFileName());
    return Library.Kind.ARCHIVE;
  }

  @Override
  public HeaderBytes header(Path library, long offset) {
    return new HeaderBytes(
        offset,
        "utf8.o/".getBytes(StandardCharsets.US_ASCII),
        List.of(new HeaderBytes.Field(offset, 7, "ar_name", "utf8.o/")));
  }

  @Override
  public SymbolCatalog catalog(List<Path> files, Consumer<SymbolCatalog> soFar)
      throws FailureException, InterruptedException {
    if (reading.isPresent()) {
      return reading.get().read(files, soFar);
    }
    var builder = new CatalogBuilder(this::demangle);
    files.forEach(file -> builder.add(library(file)));
    return builder.build();
  }

  @Override
  public OpenLibrary openLibrary(Path file) throws FailureException {
    return OpenLibrary.open(file);
  }

  @Override
  public String demangle(String symbol) {
    demangled.incrementAndGet();
    return symbol.equals("_ZN4core5tableE") ? "core::table" : symbol;
  }

  @Override
  public ScriptState script(Path packageRoot) {
    return new ScriptState.Found(
        packageRoot.resolve("pen-ffi.sh"),
        "#!/bin/sh\nset -e\ncc -c -o utf8.o utf8.c\nar rcs libcore.a utf8.o\necho \"$PWD/libcore.a\"\n",
        "00",
        trust,
        List.of());
  }

  @Override
  public void answer(ScriptState.Found script, TrustAnswer answer) {
    asked.add("answer " + answer);
    trust = answer == TrustAnswer.NO ? Trust.REFUSED : Trust.CONTENT;
  }

  @Override
  public BuildRun build(BuildRequest request, Consumer<OutputLine> listener) {
    asked.add("build once=" + request.allowOnce());
    var output =
        List.of(
            new OutputLine(
                OutputLine.Stream.NIB, Duration.ZERO, "pen-ffi.sh -t x86_64-unknown-linux-gnu"),
            new OutputLine(
                OutputLine.Stream.ERROR, Duration.ofMillis(41), "utf8.c:12: warning: unused `n`"),
            new OutputLine(OutputLine.Stream.OUT, Duration.ofMillis(63), ARCHIVE.toString()));
    output.forEach(listener);
    return new BuildRun(
        request.packageRoot(),
        request.target().orElse(host()),
        Instant.EPOCH,
        Duration.ofMillis(70),
        List.of(),
        Optional.of(Protocol.DOCUMENTED),
        buildFailure.isPresent() ? List.of() : List.of(ARCHIVE),
        List.of(),
        buildFailure);
  }

  @Override
  public CheckReport check(OpenedPackage opened, Target target, List<Path> archives) {
    asked.add("check " + archives.size());
    return new CheckReport(
        target,
        archives,
        opened.entries().stream().map(entry -> FakeVerdicts.of(entry, archives)).toList(),
        List.of());
  }

  @Override
  public Outcome call(CallRequest request) throws InterruptedException {
    asked.add("call " + request.symbol() + request.arguments());
    if (hang.isPresent()) {
      hang.get().countDown();
      new CountDownLatch(1).await();
    }
    var outcome = nextOutcome.orElse(new Outcome.Returned("5", Duration.ofNanos(800), ""));
    trials.addFirst(new TrialRecord(request.symbol(), Instant.EPOCH, request.arguments(), outcome));
    return outcome;
  }

  @Override
  public List<TrialRecord> trials(Path packageRoot, String symbol) {
    return trials.stream().filter(trial -> trial.symbol().equals(symbol)).toList();
  }

  @Override
  public Target host() {
    return Targets.named("x86_64-unknown-linux-gnu").orElseThrow();
  }

  @Override
  public Optional<Target> target(String tripleOrAlias) {
    return Targets.named(tripleOrAlias);
  }

  @Override
  public List<TargetRow> targets() {
    return Targets.all().stream()
        .map(target ->
            switch (target.triple()) {
              case "x86_64-unknown-linux-gnu" ->
                  new TargetRow(target, true, List.of("cc"), true, List.of());
              case "aarch64-unknown-linux-gnu" ->
                  new TargetRow(target, false, List.of("aarch64-linux-gnu-gcc"), false, List.of());
              default ->
                  new TargetRow(target, false, List.of(), false, List.of("apt-get install clang"));
            })
        .toList();
  }

  @Override
  public List<ToolRow> tools() {
    return List.of();
  }

  @Override
  public void expectCalls() {
    asked.add("expect calls");
  }

  @Override
  public Optional<Failure> memoryWarning() {
    return memoryWarning;
  }

  @Override
  public List<Path> recent() {
    return List.copyOf(recents);
  }

  @Override
  public void rememberRecent(Path path) {
    recents.remove(path);
    recents.addFirst(path);
  }

  @Override
  public void forgetRecent() {
    recents.clear();
  }

  @Override
  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  @Override
  public void remember(String key, String value) {
    settings.put(key, value);
  }

  @Override
  public List<Path> samples() {
    return samples;
  }

  @Override
  public void close() {
    asked.add("close");
  }
}
