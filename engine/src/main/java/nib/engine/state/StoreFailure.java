package nib.engine.state;

import java.nio.file.Path;
import nib.engine.build.ShellText;
import nib.engine.diagnostic.Failure;
import org.sqlite.SQLiteException;

/// Words for a database that cannot be used.
final class StoreFailure {

  private StoreFailure() {}

  static Failure of(Path file, Throwable cause) {
    return switch (cause) {
      case Schema.NewerSchemaException newer ->
          new Failure(
              "%s was written by a newer Nib (%s), so nothing is remembered"
                  .formatted(file, newer.getMessage()),
              "use the newer Nib, or move the file away");
      case SQLiteException sqlite -> of(file, sqlite);
      case LinkageError broken ->
          new Failure(
              "SQLite does not start on this machine (%s), so nothing is remembered"
                  .formatted(broken.getMessage()),
              "see that programs may run from the cache folder");
      default ->
          new Failure(
              "%s cannot be opened (%s), so nothing is remembered"
                  .formatted(file, cause.getMessage()),
              "give yourself the right to write there");
    };
  }

  private static Failure of(Path file, SQLiteException sqlite) {
    return switch (sqlite.getResultCode().code & 0xff) {
      case 11, 26 -> // SQLITE_CORRUPT, SQLITE_NOTADB (SQLite, "Result and Error Codes")
          new Failure(
              "%s is damaged, so nothing is remembered".formatted(file),
              "move it away, and Nib begins a new one: mv %s %s"
                  .formatted(
                      ShellText.quoted(file.toString()), ShellText.quoted(file + ".damaged")));
      case 5, 6 -> // SQLITE_BUSY, SQLITE_LOCKED
          new Failure(
              "another program does not let go of %s, so nothing is remembered".formatted(file),
              "end the other program");
      case 13 -> // SQLITE_FULL
          new Failure(
              "the disk of %s is full, so nothing is remembered".formatted(file),
              "make room on it");
      default ->
          new Failure(
              "%s cannot be used (%s), so nothing is remembered"
                  .formatted(file, sqlite.getMessage()),
              "give yourself the right to write there");
    };
  }
}
