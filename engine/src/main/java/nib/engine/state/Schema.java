package nib.engine.state;

import java.sql.SQLException;
import java.util.List;

/// The database's tables, and the steps that brought them there.
///
/// `user_version` counts the steps that a database has been through. A step that was published is
/// never changed; what comes later is another step.
final class Schema {

  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE trusted_content (
                digest TEXT PRIMARY KEY,
                answer TEXT NOT NULL
              ) WITHOUT ROWID
              """,
              "CREATE TABLE trusted_folder (folder TEXT PRIMARY KEY) WITHOUT ROWID",
              """
              CREATE TABLE protocol (
                digest TEXT PRIMARY KEY,
                protocol TEXT NOT NULL
              ) WITHOUT ROWID
              """,
              """
              CREATE TABLE run (
                id INTEGER PRIMARY KEY,
                package TEXT NOT NULL,
                started INTEGER NOT NULL,
                took INTEGER NOT NULL,
                target TEXT NOT NULL,
                protocol TEXT,
                command TEXT NOT NULL,
                failure TEXT
              )
              """,
              "CREATE INDEX run_of_package ON run (package)",
              """
              CREATE TABLE trial (
                id INTEGER PRIMARY KEY,
                package TEXT NOT NULL,
                symbol TEXT NOT NULL,
                at INTEGER NOT NULL,
                outcome TEXT NOT NULL,
                value TEXT,
                took INTEGER,
                output TEXT,
                signal TEXT,
                meaning TEXT,
                status INTEGER,
                reason TEXT,
                cure TEXT
              )
              """,
              "CREATE INDEX trial_of_function ON trial (package, symbol)",
              """
              CREATE TABLE trial_argument (
                trial INTEGER NOT NULL REFERENCES trial (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                literal TEXT NOT NULL,
                PRIMARY KEY (trial, position)
              ) WITHOUT ROWID
              """,
              """
              CREATE TABLE recent (
                path TEXT PRIMARY KEY,
                turn INTEGER NOT NULL
              ) WITHOUT ROWID
              """,
              """
              CREATE TABLE setting (
                key TEXT PRIMARY KEY,
                value TEXT NOT NULL
              ) WITHOUT ROWID
              """));

  private Schema() {}

  /// Brings a database up to date. Two programs may try at once: the second finds it done.
  ///
  /// @throws NewerSchemaException when a newer Nib has been at it
  static void bringUpToDate(Database database) throws SQLException, NewerSchemaException {
    if (version(database) < STEPS.size()) {
      database.inTransaction(() -> takeSteps(database, version(database)));
    }
    int version = version(database);
    if (version > STEPS.size()) {
      throw new NewerSchemaException(version, STEPS.size());
    }
  }

  private static void takeSteps(Database database, int done) throws SQLException {
    if (done < STEPS.size()) {
      for (var statement :
          STEPS.subList(done, STEPS.size()).stream().flatMap(List::stream).toList()) {
        database.update(statement);
      }
      database.update("PRAGMA user_version = " + STEPS.size());
    }
  }

  private static int version(Database database) throws SQLException {
    return database.query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
  }

  static final class NewerSchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    NewerSchemaException(int found, int known) {
      super("its format is %d and this Nib knows %d".formatted(found, known));
    }
  }
}
