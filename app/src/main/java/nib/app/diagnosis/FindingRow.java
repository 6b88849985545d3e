package nib.app.diagnosis;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.app.style.Marks;
import nib.app.table.Column;
import nib.app.table.FilterWords;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Related;
import nib.engine.text.Location;

/// Something found: in a package's own text, or by holding it against archives.
///
/// @param root the package's folder
/// @param where `file:line:column`, relative to the package; after its name where it is not the
///   current one
/// @param entry the id of the entry it is about; empty for a problem of the text
/// @param at the symbol it is about or comes nearest
public record FindingRow(
    Diagnostic diagnostic,
    Path root,
    String where,
    Optional<String> entry,
    Optional<SymbolPlace> at) {

  static final List<Column<FindingRow>> COLUMNS =
      List.of(
          new Column<>(
              "Severity",
              88,
              row -> row.glyph() + "  " + row.diagnostic().severity().word(),
              Comparator.comparing(row -> row.diagnostic().severity()),
              ""),
          Column.code("Where", 208, FindingRow::where),
          Column.of("What", 400, FindingRow::message),
          Column.of("Cure", 240, FindingRow::cure),
          Column.code("Member", 136, row -> row.at().map(SymbolPlace::memberName).orElse("")));

  /// A package as it is named in rows.
  ///
  /// @param prefix stands before its places; empty for the current package
  record Home(Path root, String prefix) {

    static Home current(OpenedPackage view) {
      return new Home(view.root(), "");
    }

    static Home beside(OpenedPackage view) {
      return new Home(view.root(), view.name() + "/");
    }

    FindingRow row(Diagnostic diagnostic) {
      return new FindingRow(
          diagnostic, root, where(diagnostic), Optional.empty(), Optional.empty());
    }

    FindingRow row(Finding finding) {
      return new FindingRow(
          finding.diagnostic(),
          root,
          where(finding.diagnostic()),
          Optional.of(finding.entry()),
          finding.at());
    }

    private String where(Diagnostic diagnostic) {
      return prefix + diagnostic.location().relativeTo(root);
    }
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

  /// A related place in words: "declared here: File.pen:3:1".
  public String words(Related related) {
    return related.role().words() + ": " + related.location().relativeTo(root);
  }

  /// The whole finding as one text to hand on.
  public String text() {
    var text = new StringBuilder();
    text.append("%s: %s: %s\n".formatted(where, diagnostic.severity().word(), message()));
    diagnostic.related().forEach(related -> text.append(words(related)).append('\n'));
    return text.append("cure: %s\n".formatted(cure())).toString();
  }

  boolean matches(FilterWords words) {
    return words.keeps(String.join("\n", diagnostic.severity().word(), where, message(), cure()));
  }

  /// The row that says the same of the same thing, however the lines moved.
  Optional<FindingRow> successor(List<FindingRow> rows) {
    return Stream.concat(
            rows.stream().filter(this::equals),
            rows.stream()
                .filter(row -> row.root.equals(root) && row.entry.equals(entry))
                .filter(row -> row.location().file().equals(location().file()))
                .filter(row -> row.diagnostic.problem().equals(diagnostic.problem()))
                .sorted(
                    Comparator.comparingInt(
                        row -> Math.abs(row.location().line() - location().line()))))
        .findFirst();
  }
}
