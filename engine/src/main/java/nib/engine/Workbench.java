package nib.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nib.engine.assist.Completion;
import nib.engine.assist.Hover;
import nib.engine.assist.OutlineItem;
import nib.engine.assist.Usage;
import nib.engine.build.BuildRun;
import nib.engine.build.OutputLine;
import nib.engine.build.ScriptState;
import nib.engine.build.TargetRow;
import nib.engine.build.ToolRow;
import nib.engine.build.TrustAnswer;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.headers.HeaderBytes;
import nib.engine.symbols.Library;
import nib.engine.symbols.OpenLibrary;
import nib.engine.target.Target;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.trial.Outcome;
import nib.engine.trial.TrialRecord;

/// All that the window and the command line may ask of the engine. Questions and answers are plain
/// data: no tree, no file handle, no JavaFX. Methods may be called from any thread; those that
/// start a process end it and its children when the calling thread is interrupted.
public interface Workbench extends AutoCloseable {

  /// Reads the package that `path` lies in: the nearest folder upward with a `pen.json`.
  default OpenedPackage open(Path path) throws FailureException {
    return open(List.of(path), List.of()).getFirst();
  }

  /// Reads the packages that the paths lie in, and what they depend on, and checks all of it. What
  /// did not change since it was read before is not done again.
  ///
  /// @param edited unsaved texts that stand in the place of their files
  /// @return the packages in the order of the paths, each once
  List<OpenedPackage> open(List<Path> paths, List<SourceText> edited) throws FailureException;

  /// What is under the cursor: its type or declaration.
  Optional<Hover> hover(Cursor cursor) throws FailureException;

  /// Where the name under the cursor is defined.
  Optional<Site> definition(Cursor cursor) throws FailureException;

  /// The names that can be written at the cursor, the likeliest first.
  List<Completion> completions(Cursor cursor) throws FailureException;

  /// Every place in the open packages that mentions the function or type under the cursor.
  List<Usage> usages(Cursor cursor) throws FailureException;

  /// The definitions of a module that need not belong to an open package, in the order of its text.
  List<OutlineItem> outline(SourceText module);

  /// The folder that `pen:///` URLs are looked up in, as `packages` inside it: a checkout of Pen.
  Optional<Path> penRoot() throws FailureException;

  /// Remembers that folder; empty goes back to the variable `PEN_ROOT`.
  void usePenRoot(Optional<Path> root) throws FailureException;

  /// The declarations of a package's border, as a file.
  String header(OpenedPackage opened, Language language) throws FailureException;

  /// `pen.h`: what authors of libraries in C and C++ need of Pen, the same for every package.
  String penHeader();

  /// The languages that [#header] writes.
  enum Language {
    C,
    /// Without crates.
    RUST,
    /// For use with Pen's crate `ffi`.
    RUST_FFI;

    /// As options and documents have it: `rust-ffi`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where the arguments and the result of an entry travel on a target, and what its memory looks
  /// like there.
  ///
  /// @param entry on the border of the package or of one that it depends on
  /// @throws FailureException where the entry has no declaration in C
  CallView explain(OpenedPackage opened, Entry entry, Target target) throws FailureException;

  /// Reads a static archive or an object file. Damage inside it is part of the answer.
  Library library(Path file) throws FailureException;

  /// Opens a static archive or an object file to read it member by member.
  OpenLibrary openLibrary(Path file) throws FailureException;

  /// Whether a file is an archive or an object file; nothing of its members is read.
  ///
  /// @throws FailureException where it is neither, with what it is instead
  Library.Kind libraryKind(Path file) throws FailureException;

  /// Reads the symbols of libraries into one catalog.
  ///
  /// @param soFar gets its beginnings while the rest is read, on this thread
  SymbolCatalog catalog(List<Path> files, Consumer<SymbolCatalog> soFar)
      throws FailureException, InterruptedException;

  /// The first bytes of a member, field by field.
  ///
  /// @param offset of its header in the archive; 0 for a lone object file
  HeaderBytes header(Path library, long offset) throws FailureException;

  /// A symbol's name for people: C++ and Rust names demangled, others as they are.
  String demangle(String symbol);

  ScriptState script(Path packageRoot) throws FailureException;

  /// Remembers an answer about the script as it stands now.
  void answer(ScriptState.Found script, TrustAnswer answer) throws FailureException;

  /// Runs the package's script. A script that fails is a [BuildRun] with a failure in it.
  ///
  /// @param listener gets each line as it arrives, on another thread
  /// @throws FailureException when it may not run, or there is none to run
  BuildRun build(BuildRequest request, Consumer<OutputLine> listener)
      throws FailureException, InterruptedException;

  /// Holds the package's border against the archives.
  ///
  /// @param archives absolute paths; empty where nothing was built yet
  CheckReport check(OpenedPackage opened, Target target, List<Path> archives)
      throws FailureException;

  /// Calls a foreign function in a process of its own, and remembers the trial.
  Outcome call(CallRequest request) throws FailureException, InterruptedException;

  /// Has a process wait for the next call, so that it starts at once. For programs that stay; a
  /// call works without it.
  void expectCalls() throws FailureException;

  /// The trials of one function, the newest first.
  List<TrialRecord> trials(Path packageRoot, String symbol) throws FailureException;

  /// This machine's own target.
  Target host();

  Optional<Target> target(String tripleOrAlias);

  List<TargetRow> targets() throws InterruptedException;

  List<ToolRow> tools() throws InterruptedException;

  /// Why nothing will be remembered beyond this run; empty where all is well.
  Optional<Failure> memoryWarning();

  /// Packages and archives opened before, the newest first; what is gone from the disk included.
  List<Path> recent() throws FailureException;

  void rememberRecent(Path path) throws FailureException;

  void forgetRecent() throws FailureException;

  /// A setting of the window, such as its theme or where its dividers stand.
  Optional<String> setting(String key) throws FailureException;

  void remember(String key, String value) throws FailureException;

  /// The sample packages that came with this installation.
  List<Path> samples();

  @Override
  void close();
}
