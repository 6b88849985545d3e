package nib.app.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nib.app.editor.Annotations.Problem;
import nib.engine.text.Span;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Puts colours, problems, matches and brackets into what is in view, and touches no line that has
/// them already: styling a long text whole takes a second, one line of it a few milliseconds.
final class Painter {

  private static final int LINES_AROUND = 60;
  private static final List<String> LIT = List.of("selected-declaration");
  private static final List<String> UNLIT = List.of();

  private record Layer(Span span, String style) {}

  private final CodeArea area;
  private List<Span> matches = List.of();
  private Optional<Brackets.Pair> brackets = Optional.empty();
  private Optional<Span> lit = Optional.empty();
  private Optional<Span> link = Optional.empty();
  private List<Span> parts = List.of();

  /// The problems of the lines that are being painted, the lesser first.
  private List<Problem> problems = List.of();

  Painter(CodeArea area) {
    this.area = area;
  }

  /// What was found, in order.
  void mark(List<Span> found) {
    matches = found;
  }

  void mark(Optional<Brackets.Pair> pair) {
    brackets = pair;
  }

  /// The declaration that is selected.
  void light(Optional<Span> span) {
    lit = span;
  }

  /// What a click would lead away from.
  void link(Optional<Span> span) {
    link = span;
  }

  /// What is about the parts of a call that are pointed at.
  void parts(List<Span> pointed) {
    parts = pointed;
  }

  /// Paints the lines in view, and some around them.
  void paint(Buffer buffer) {
    int count = area.getParagraphs().size();
    int first = 0;
    int last = 2 * LINES_AROUND;
    if (area.getHeight() > 0 && !area.getVisibleParagraphs().isEmpty()) {
      first = area.firstVisibleParToAllParIndex() - LINES_AROUND;
      last = area.lastVisibleParToAllParIndex() + LINES_AROUND;
    }
    first = Math.max(0, first);
    last = Math.min(count - 1, last);
    problems = problems(buffer, first, last);
    for (int line = first; line <= last; line++) {
      light(line);
    }
    int from = first;
    while (from <= last) {
      if (painted(buffer, from)) {
        from++;
        continue;
      }
      int to = from;
      while (to < last && !painted(buffer, to + 1)) {
        to++;
      }
      paint(buffer, from, to);
      from = to + 1;
    }
  }

  private List<Problem> problems(Buffer buffer, int first, int last) {
    int start = area.getAbsolutePosition(first, 0);
    int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
    return buffer.annotations().problems().stream()
        .filter(problem -> problem.span().start() < end && problem.span().end() > start)
        .sorted(Comparator.comparing(Problem::severity))
        .toList();
  }

  private void light(int line) {
    int start = area.getAbsolutePosition(line, 0);
    int end = start + area.getParagraphLength(line);
    var style =
        lit.filter(span -> span.start() <= end && span.end() > start).isPresent() ? LIT : UNLIT;
    if (!List.copyOf(area.getParagraph(line).getParagraphStyle()).equals(style)) {
      area.setParagraphStyle(line, style);
    }
  }

  private boolean painted(Buffer buffer, int line) {
    return area.getParagraphLength(line) == 0
        || area.getParagraph(line).getStyleSpans().equals(spans(buffer, line));
  }

  private void paint(Buffer buffer, int first, int last) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    for (int line = first; line <= last; line++) {
      add(spans, buffer, line);
      if (line < last) {
        spans.add(List.of(), 1);
      }
    }
    area.setStyleSpans(area.getAbsolutePosition(first, 0), spans.create());
  }

  private StyleSpans<Collection<String>> spans(Buffer buffer, int line) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    add(spans, buffer, line);
    return spans.create();
  }

  private void add(StyleSpansBuilder<Collection<String>> spans, Buffer buffer, int line) {
    int start = area.getAbsolutePosition(line, 0);
    var here = new Span(start, start + area.getParagraphLength(line));
    var layers = layers(buffer, here);
    var cuts = new TreeSet<>(List.of(here.start(), here.end()));
    for (var layer : layers) {
      cuts.add(layer.span().start());
      cuts.add(layer.span().end());
    }
    int from = here.start();
    for (int to : cuts) {
      if (to > from || here.start() == here.end()) {
        int at = from;
        spans.add(
            layers.stream().filter(layer -> layer.span().contains(at)).map(Layer::style).toList(),
            to - from);
        from = to;
      }
    }
  }

  private List<Layer> layers(Buffer buffer, Span here) {
    var layers = new ArrayList<Layer>();
    if (here.end() - here.start() > Lines.LONG) {
      return layers;
    }
    PenHighlighting.add(buffer.tokens(), here, (span, style) -> add(layers, here, span, style));
    for (var problem : problems) {
      add(layers, here, problem.span(), "problem-" + problem.severity().word());
    }
    int index = firstEndingBehind(here.start());
    while (index < matches.size() && matches.get(index).start() < here.end()) {
      add(layers, here, matches.get(index), "found");
      index++;
    }
    parts.forEach(span -> add(layers, here, span, "part"));
    link.ifPresent(span -> add(layers, here, span, "link"));
    brackets.ifPresent(pair -> {
      String style = pair.partner().isPresent() ? "bracket" : "bracket-alone";
      add(layers, here, pair.at(), style);
      pair.partner().ifPresent(partner -> add(layers, here, partner, style));
    });
    return layers;
  }

  private static void add(List<Layer> layers, Span here, Span span, String style) {
    int start = Math.max(here.start(), span.start());
    int end = Math.min(here.end(), span.end());
    if (start < end) {
      layers.add(new Layer(new Span(start, end), style));
    }
  }

  private int firstEndingBehind(int offset) {
    int low = 0;
    int high = matches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (matches.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
