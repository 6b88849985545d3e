package nib.app.diagnosis;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nib.app.style.Marks;
import nib.app.table.Column;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.text.Location;

/// Something found: in the package's own text, or by holding it against archives.
///
/// @param where `file:line:column`, relative to the package
/// @param entry the id of the entry it is about; empty for a problem of the text
/// @param at the symbol it is about or comes nearest
public record FindingRow(
    Diagnostic diagnostic, String where, Optional<String> entry, Optional<SymbolPlace> at) {

  static final List<Column<FindingRow>> COLUMNS =
      List.of(
          new Column<>(
              "Severity",
              88,
              row -> row.glyph() + "  " + row.diagnostic().severity().word(),
              Comparator.comparing(row -> row.diagnostic().severity()),
              ""),
          Column.code("Where", 168, FindingRow::where),
          Column.of("What", 440, FindingRow::message),
          Column.of("Cure", 344, FindingRow::cure),
          Column.code("Member", 168, row -> row.at().map(SymbolPlace::memberName).orElse("")));

  static FindingRow of(Diagnostic diagnostic, Path root) {
    return new FindingRow(
        diagnostic, diagnostic.location().relativeTo(root), Optional.empty(), Optional.empty());
  }

  static FindingRow of(Finding finding, Path root) {
    var diagnostic = finding.diagnostic();
    return new FindingRow(
        diagnostic,
        diagnostic.location().relativeTo(root),
        Optional.of(finding.entry()),
        finding.at());
  }

  public String message() {
    return diagnostic.message();
  }

  public String cure() {
    return diagnostic.cure();
  }

  public Location location() {
    return diagnostic.location();
  }

  public String glyph() {
    return Marks.glyph(diagnostic.severity());
  }

  /// The whole finding as one text to hand on.
  public String text() {
    return "%s: %s: %s\ncure: %s\n"
        .formatted(where, diagnostic.severity().word(), message(), cure());
  }
}
