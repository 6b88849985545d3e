package nib.app.trial;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import nib.app.table.Column;
import nib.engine.trial.TrialRecord;

/// A trial of before, as the history shows it.
public record TrialRow(TrialRecord trial) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  static final List<Column<TrialRow>> COLUMNS =
      List.of(
          new Column<>(
              "When",
              176,
              TrialRow::when,
              Comparator.comparing(row -> row.trial().at()),
              Column.MONO),
          Column.code("Function", 208, row -> row.trial().symbol()),
          Column.code("Arguments", 304, TrialRow::arguments),
          Column.code("Result", 304, row -> OutcomeText.of(row.trial().outcome()).line()),
          Column.of("Note", 200, row -> OutcomeText.of(row.trial().outcome()).note()));

  public String when() {
    return TIME.format(trial.at());
  }

  public String arguments() {
    return String.join(", ", trial.arguments());
  }

  public OutcomeText outcome() {
    return OutcomeText.of(trial.outcome());
  }
}
