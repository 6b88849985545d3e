package nib.engine.state;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nib.engine.build.Protocol;
import nib.engine.build.RunRecord;
import nib.engine.build.TrustAnswer;
import nib.engine.state.TrialTable.Times;
import nib.engine.trial.TrialRecord;

/// Remembers in the database.
final class SqliteMemory implements Memory {

  private final Database database;
  private final TrialTable trials;

  SqliteMemory(Database database) {
    this.database = database;
    this.trials = new TrialTable(database);
  }

  @Override
  public Optional<TrustAnswer> answerAbout(String digest) throws SQLException {
    return first(
        database.query(
            "SELECT answer FROM trusted_content WHERE digest = ?",
            row -> TrustAnswer.valueOf(row.getString(1)),
            digest));
  }

  @Override
  public boolean trustsFolder(Path folder) throws SQLException {
    return !database
        .query(
            "SELECT 1 FROM trusted_folder WHERE folder = ?",
            row -> row.getInt(1),
            folder.toString())
        .isEmpty();
  }

  @Override
  public void remember(Path folder, String digest, TrustAnswer answer) throws SQLException {
    database.inTransaction(() -> {
      switch (answer) {
        case ONCE -> {}
        case CONTENT -> answer(digest, answer);
        case FOLDER -> {
          database.update("INSERT OR IGNORE INTO trusted_folder VALUES (?)", folder.toString());
          database.update("DELETE FROM trusted_content WHERE digest = ?", digest);
        }
        case NO -> {
          database.update("DELETE FROM trusted_folder WHERE folder = ?", folder.toString());
          answer(digest, answer);
        }
      }
    });
  }

  private void answer(String digest, TrustAnswer answer) throws SQLException {
    database.update("INSERT OR REPLACE INTO trusted_content VALUES (?, ?)", digest, answer.name());
  }

  @Override
  public Optional<Protocol> protocolOf(String digest) throws SQLException {
    return first(
        database.query(
            "SELECT protocol FROM protocol WHERE digest = ?",
            row -> Protocol.valueOf(row.getString(1)),
            digest));
  }

  @Override
  public void remember(String digest, Protocol protocol) throws SQLException {
    database.update("INSERT OR REPLACE INTO protocol VALUES (?, ?)", digest, protocol.name());
  }

  @Override
  public void record(RunRecord run) throws SQLException {
    String root = run.packageRoot().toString();
    database.inTransaction(() -> {
      database.update(
          """
          INSERT INTO run (package, started, took, target, protocol, command, failure)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          root,
          Times.toColumn(run.started()),
          run.took().toNanos(),
          run.target(),
          run.protocol().map(Protocol::name).orElse(null),
          run.command(),
          run.failure().orElse(null));
      database.update(
          """
          DELETE FROM run WHERE package = ?1 AND id NOT IN (
            SELECT id FROM run WHERE package = ?1 ORDER BY id DESC LIMIT ?2)
          """,
          root,
          MOST_RUNS);
    });
  }

  @Override
  public List<RunRecord> runs(Path packageRoot) throws SQLException {
    return database.query(
        "SELECT * FROM run WHERE package = ? ORDER BY id DESC",
        row -> run(packageRoot, row),
        packageRoot.toString());
  }

  private static RunRecord run(Path packageRoot, ResultSet row) throws SQLException {
    return new RunRecord(
        packageRoot,
        Times.instant(row.getLong("started")),
        Duration.ofNanos(row.getLong("took")),
        row.getString("target"),
        Optional.ofNullable(row.getString("protocol")).map(Protocol::valueOf),
        row.getString("command"),
        Optional.ofNullable(row.getString("failure")));
  }

  @Override
  public void record(Path packageRoot, TrialRecord trial) throws SQLException {
    database.inTransaction(() -> trials.add(packageRoot, trial));
  }

  @Override
  public List<TrialRecord> trials(Path packageRoot, String symbol) throws SQLException {
    return trials.of(packageRoot, symbol);
  }

  @Override
  public List<Path> recent() throws SQLException {
    return database.query(
        "SELECT path FROM recent ORDER BY turn DESC", row -> Path.of(row.getString(1)));
  }

  @Override
  public void rememberRecent(Path path) throws SQLException {
    database.inTransaction(() -> {
      database.update(
          """
          INSERT OR REPLACE INTO recent
          VALUES (?, (SELECT coalesce(max(turn), 0) + 1 FROM recent))
          """,
          path.toString());
      database.update(
          """
          DELETE FROM recent WHERE path NOT IN (
            SELECT path FROM recent ORDER BY turn DESC LIMIT ?)
          """,
          MOST_RECENT);
    });
  }

  @Override
  public void forgetRecent() throws SQLException {
    database.update("DELETE FROM recent");
  }

  @Override
  public Optional<String> setting(String key) throws SQLException {
    return first(
        database.query("SELECT value FROM setting WHERE key = ?", row -> row.getString(1), key));
  }

  @Override
  public void setting(String key, String value) throws SQLException {
    database.update("INSERT OR REPLACE INTO setting VALUES (?, ?)", key, value);
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }
}
