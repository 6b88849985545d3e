package nib.app.editor;

import java.util.List;
import java.util.stream.Stream;
import nib.app.editor.Annotations.Declared;
import nib.app.editor.Annotations.Problem;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.abi.Spelled.Piece;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.text.Span;

/// Gathers what the package and its last check say about a text.
final class Annotator {

  private final Project project;

  Annotator(Project project) {
    this.project = project;
  }

  /// What is known of a buffer.
  ///
  /// @param module the same text, as it was read
  Annotations of(Buffer buffer, ModuleView module) {
    return new Annotations(declarations(buffer, module), problems(buffer, module));
  }

  /// What is known of a text that is only looked at: what is wrong in it, for whoever depends on
  /// it.
  Annotations of(Buffer buffer) {
    return new Annotations(
        List.of(),
        project.packages().stream()
            .flatMap(view -> view.diagnostics().stream())
            .filter(found -> found.location().file().equals(buffer.file()))
            .distinct()
            .filter(found -> found.span().end() <= buffer.fileText().length())
            .map(found -> problem(buffer, found, found.span()))
            .toList());
  }

  private List<Declared> declarations(Buffer buffer, ModuleView module) {
    return project.opened().stream()
        .flatMap(view -> view.entries().stream())
        .filter(entry -> entry.module().equals(module.path()))
        .map(entry ->
            new Declared(
                buffer.toShown(entry.span()),
                entry.id(),
                entry.symbol(),
                project.verdict(entry).map(EntryVerdict::verdict).orElse(Verdict.NOT_BUILT),
                pieces(buffer, entry)))
        .toList();
  }

  /// An entry's pieces in offsets of the shown text.
  static List<Piece> pieces(Buffer buffer, Entry entry) {
    return entry.pieces().stream()
        .map(piece -> new Piece(buffer.toShown(piece.span()), piece.about()))
        .toList();
  }

  private List<Problem> problems(Buffer buffer, ModuleView module) {
    var written =
        project.opened().stream()
            .flatMap(view -> view.diagnostics().stream())
            .filter(found -> isIn(module, found))
            .map(found -> problem(buffer, found, found.span()));
    var checked =
        project.reportProperty().get().stream()
            .flatMap(report -> report.findings().stream())
            .filter(found -> isIn(module, found.diagnostic()))
            .map(found -> problem(buffer, found.diagnostic(), span(found)));
    return Stream.concat(written, checked).toList();
  }

  private static boolean isIn(ModuleView module, Diagnostic found) {
    return found.location().file().equals(module.source().file());
  }

  private static Problem problem(Buffer buffer, Diagnostic found, Span span) {
    return new Problem(
        visible(buffer, buffer.toShown(span)),
        found.severity(),
        found.message(),
        found.cure(),
        found.related());
  }

  /// A check may be of an older text than the one that was read last; its entry says where the
  /// declaration stands now.
  private Span span(Finding finding) {
    return project.entry(finding.entry()).map(Entry::span).orElse(finding.diagnostic().span());
  }

  /// What is missing has no text of its own: the character behind it shows, or the one before it.
  private static Span visible(Buffer buffer, Span span) {
    if (span.end() > span.start()) {
      return span;
    }
    int length = buffer.text().length();
    if (span.start() < length && buffer.text().charAt(span.start()) != '\n') {
      return new Span(span.start(), span.start() + 1);
    }
    return new Span(Math.max(0, span.start() - 1), Math.min(length, Math.max(1, span.start())));
  }
}
