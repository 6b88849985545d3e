package nib.engine.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A connection to an SQLite database that several programs use at once. Not for several threads.
final class Database implements AutoCloseable {

  /// A transaction here takes a few milliseconds. Whoever waits this long waits for a program that
  /// was stopped in the middle of one.
  private static final int BUSY_MILLIS = 10_000;

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    // A transaction that begins by reading and then writes cannot wait for another writer; one that
    // begins as a writer can (SQLite, "Transaction", section 2.2).
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    // With a write-ahead log a killed program loses nothing that was committed. A power cut may
    // lose
    // the last transactions, and damages nothing (SQLite, "Write-Ahead Logging").
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    var database = new Database(config.createConnection("jdbc:sqlite:" + file));
    try {
      database.useWriteAheadLog();
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /// The change to the log is the one step for which SQLite does not wait: where another program is
  /// making it at the same time, it is tried again.
  private void useWriteAheadLog() throws SQLException {
    long end = System.nanoTime() + BUSY_MILLIS * 1_000_000L;
    while (true) {
      try {
        query("PRAGMA journal_mode = WAL", row -> row.getString(1));
        return;
      } catch (SQLiteException e) {
        if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  /// Runs a statement that gives no rows.
  ///
  /// @return how many rows it changed
  int update(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    var rows = new ArrayList<T>();
    try (var statement = prepare(sql, values);
        var result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  /// All of it or nothing, and nobody else's writing in between.
  void inTransaction(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      work.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /// Reads a row's columns.
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// What a transaction does.
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }
}
