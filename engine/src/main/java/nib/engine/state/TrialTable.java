package nib.engine.state;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nib.engine.trial.Outcome;
import nib.engine.trial.TrialRecord;
import org.jspecify.annotations.Nullable;

/// Trials in columns. Each outcome fills those that its record has, and leaves the others empty.
final class TrialTable {

  private static final String RETURNED = "returned";
  private static final String INVALID = "invalid";
  private static final String CRASHED = "crashed";
  private static final String UNRESOLVED = "unresolved";
  private static final String EXITED = "exited";
  private static final String TIMED_OUT = "timed-out";
  private static final String CANCELLED = "cancelled";
  private static final String REFUSED = "refused";

  private final Database database;

  TrialTable(Database database) {
    this.database = database;
  }

  void add(Path packageRoot, TrialRecord trial) throws SQLException {
    var columns = Columns.of(trial.outcome());
    long id =
        database
            .query(
                """
                INSERT INTO trial (package, symbol, at, outcome, value, took, output, signal, meaning,
                  status, reason, cure)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """,
                row -> row.getLong(1),
                packageRoot.toString(),
                trial.symbol(),
                Times.toColumn(trial.at()),
                columns.outcome(),
                columns.value(),
                columns.took(),
                columns.output(),
                columns.signal(),
                columns.meaning(),
                columns.status(),
                columns.reason(),
                columns.cure())
            .getFirst();
    for (int i = 0; i < trial.arguments().size(); i++) {
      database.update(
          "INSERT INTO trial_argument VALUES (?, ?, ?)", id, i, trial.arguments().get(i));
    }
    database.update(
        """
        DELETE FROM trial WHERE package = ?1 AND symbol = ?2 AND id NOT IN (
          SELECT id FROM trial WHERE package = ?1 AND symbol = ?2 ORDER BY id DESC LIMIT ?3)
        """,
        packageRoot.toString(),
        trial.symbol(),
        Memory.MOST_TRIALS);
  }

  /// The trials of one function, the newest first.
  List<TrialRecord> of(Path packageRoot, String symbol) throws SQLException {
    return database.query(
        "SELECT * FROM trial WHERE package = ? AND symbol = ? ORDER BY id DESC",
        row ->
            new TrialRecord(
                symbol,
                Times.instant(row.getLong("at")),
                arguments(row.getLong("id")),
                outcome(row)),
        packageRoot.toString(),
        symbol);
  }

  private List<String> arguments(long trial) throws SQLException {
    return database.query(
        "SELECT literal FROM trial_argument WHERE trial = ? ORDER BY position",
        row -> text(row, "literal"),
        trial);
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    String outcome = text(row, "outcome");
    Duration took = Duration.ofNanos(row.getLong("took"));
    String output = text(row, "output");
    return switch (outcome) {
      case RETURNED -> new Outcome.Returned(text(row, "value"), took, output);
      case INVALID -> new Outcome.Invalid(text(row, "reason"), text(row, "cure"), output);
      case CRASHED -> new Outcome.Crashed(text(row, "signal"), text(row, "meaning"), output);
      case UNRESOLVED -> new Outcome.Unresolved(text(row, "value"), output);
      case EXITED -> new Outcome.Exited(row.getInt("status"), output);
      case TIMED_OUT -> new Outcome.TimedOut(took, output);
      case CANCELLED -> new Outcome.Cancelled();
      case REFUSED -> new Outcome.Refused(text(row, "reason"), text(row, "cure"));
      default -> throw new SQLException("unknown outcome " + outcome);
    };
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  /// An outcome's row.
  ///
  /// @param took in nanoseconds; of a trial that ran too long, its limit
  /// @param output what was written, or the last words
  private record Columns(
      String outcome,
      @Nullable String value,
      @Nullable Long took,
      @Nullable String output,
      @Nullable String signal,
      @Nullable String meaning,
      @Nullable Integer status,
      @Nullable String reason,
      @Nullable String cure) {

    static Columns of(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Returned(var value, var took, var output) ->
            new Columns(RETURNED, value, took.toNanos(), output, null, null, null, null, null);
        case Outcome.Invalid(var what, var cure, var output) ->
            new Columns(INVALID, null, null, output, null, null, null, what, cure);
        case Outcome.Crashed(var signal, var meaning, var words) ->
            new Columns(CRASHED, null, null, words, signal, meaning, null, null, null);
        case Outcome.Unresolved(var symbol, var words) ->
            new Columns(UNRESOLVED, symbol, null, words, null, null, null, null, null);
        case Outcome.Exited(int status, var words) ->
            new Columns(EXITED, null, null, words, null, null, status, null, null);
        case Outcome.TimedOut(var limit, var words) ->
            new Columns(TIMED_OUT, null, limit.toNanos(), words, null, null, null, null, null);
        case Outcome.Cancelled() ->
            new Columns(CANCELLED, null, null, null, null, null, null, null, null);
        case Outcome.Refused(var reason, var cure) ->
            new Columns(REFUSED, null, null, null, null, null, null, reason, cure);
      };
    }
  }

  /// Points in time as whole nanoseconds since 1970, good until the year 2262.
  static final class Times {

    private static final long NANOS = 1_000_000_000;

    private Times() {}

    static long toColumn(Instant at) {
      return at.getEpochSecond() * NANOS + at.getNano();
    }

    static Instant instant(long column) {
      return Instant.ofEpochSecond(Math.floorDiv(column, NANOS), Math.floorMod(column, NANOS));
    }
  }
}
