package nib.engine.state;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nib.engine.build.BuildRun;
import nib.engine.build.Protocol;
import nib.engine.build.ProtocolMemory;
import nib.engine.build.RunRecord;
import nib.engine.build.TrustAnswer;
import nib.engine.build.TrustMemory;
import nib.engine.diagnostic.Failure;
import nib.engine.trial.TrialRecord;

/// What Nib remembers between runs, for any number of threads, windows and command lines at once.
///
/// Nothing is opened or made before the first question. Where the database cannot be used (damaged,
/// written by a newer Nib, a folder that may not be written), Nib goes on with a memory that lasts
/// until it ends, and [#warning] says why: nobody should be kept from a build by yesterday's
/// builds.
public final class Store implements TrustMemory, ProtocolMemory, AutoCloseable {

  private static final String FILE = "nib.db";

  private final Path stateFolder;
  private final Path nativeFolder;
  private Optional<Memory> memory = Optional.empty();
  private Optional<Failure> warning = Optional.empty();

  /// A store in this folder, with SQLite's native library in Nib's cache folder.
  public Store(Path stateFolder) {
    this(stateFolder, Folders.cache().resolve("sqlite"));
  }

  /// A store in this folder.
  ///
  /// @param nativeFolder where SQLite's native library is unpacked. Not the system's folder for
  ///   temporary files: others may write there, and programs may not be allowed to run from it
  public Store(Path stateFolder, Path nativeFolder) {
    this.stateFolder = stateFolder;
    this.nativeFolder = nativeFolder;
  }

  /// Why nothing will be remembered beyond this run; empty where all is well.
  public synchronized Optional<Failure> warning() {
    memory();
    return warning;
  }

  @Override
  public Optional<TrustAnswer> answerAbout(String digest) {
    return ask(memory -> memory.answerAbout(digest));
  }

  @Override
  public boolean trustsFolder(Path folder) {
    return ask(memory -> memory.trustsFolder(folder));
  }

  @Override
  public void remember(Path folder, String digest, TrustAnswer answer) {
    tell(memory -> memory.remember(folder, digest, answer));
  }

  @Override
  public Optional<Protocol> protocolOf(String digest) {
    return ask(memory -> memory.protocolOf(digest));
  }

  @Override
  public void remember(String digest, Protocol protocol) {
    tell(memory -> memory.remember(digest, protocol));
  }

  /// Keeps a build in the package's history, without its output.
  public void record(BuildRun run) {
    tell(memory -> memory.record(RunRecord.of(run)));
  }

  /// The builds of a package, the newest first.
  public List<RunRecord> runs(Path packageRoot) {
    return ask(memory -> memory.runs(key(packageRoot)));
  }

  /// Keeps a trial in its function's history.
  public void record(Path packageRoot, TrialRecord trial) {
    tell(memory -> memory.record(key(packageRoot), trial));
  }

  /// The trials of one function, the newest first.
  public List<TrialRecord> trials(Path packageRoot, String symbol) {
    return ask(memory -> memory.trials(key(packageRoot), symbol));
  }

  /// What was opened before, the newest first, each once.
  public List<Path> recent() {
    return ask(Memory::recent);
  }

  public void rememberRecent(Path path) {
    tell(memory -> memory.rememberRecent(key(path)));
  }

  public void forgetRecent() {
    tell(Memory::forgetRecent);
  }

  public Optional<String> setting(String key) {
    return ask(memory -> memory.setting(key));
  }

  public void remember(String key, String value) {
    tell(memory -> memory.setting(key, value));
  }

  /// Lets go of the database. A question after this opens it again.
  @Override
  public synchronized void close() {
    memory.ifPresent(Store::close);
    memory = Optional.empty();
  }

  private static void close(Memory memory) {
    try {
      memory.close();
    } catch (SQLException e) {
      // What was committed is in the file or in its log.
    }
  }

  private static Path key(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private synchronized <T> T ask(Question<T> question) {
    try {
      return question.answer(memory());
    } catch (SQLException e) {
      goOnWithout(StoreFailure.of(file(), e));
    }
    try {
      return question.answer(memory());
    } catch (SQLException e) {
      throw new IllegalStateException("a memory without a database asked one", e);
    }
  }

  private void tell(Message message) {
    ask(memory -> {
      message.tell(memory);
      return true;
    });
  }

  private Memory memory() {
    if (memory.isEmpty()) {
      try {
        memory = Optional.of(open());
      } catch (IOException | SQLException | Schema.NewerSchemaException | LinkageError e) {
        goOnWithout(StoreFailure.of(file(), e));
      }
    }
    return memory.orElseThrow();
  }

  private void goOnWithout(Failure why) {
    close();
    warning = Optional.of(why);
    memory = Optional.of(new FleetingMemory());
  }

  private Memory open() throws IOException, SQLException, Schema.NewerSchemaException {
    makePrivateFolder(stateFolder);
    makePrivateFolder(nativeFolder);
    NativeLibrary.keepIn(nativeFolder);
    var database = Database.open(file());
    try {
      Schema.bringUpToDate(database);
      return new SqliteMemory(database);
    } catch (SQLException | Schema.NewerSchemaException e) {
      database.close();
      throw e;
    }
  }

  /// What somebody has called and built is nobody else's business.
  private static void makePrivateFolder(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var own = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(own));
    } else {
      Files.createDirectories(folder);
    }
  }

  private Path file() {
    return stateFolder.resolve(FILE);
  }

  @FunctionalInterface
  private interface Question<T> {
    T answer(Memory memory) throws SQLException;
  }

  @FunctionalInterface
  private interface Message {
    void tell(Memory memory) throws SQLException;
  }
}
