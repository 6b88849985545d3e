package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nib.engine.abi.CallPart;
import nib.engine.abi.CountState;
import nib.engine.abi.HeapBlock;
import nib.engine.abi.Layout;
import nib.engine.abi.Memory;
import nib.engine.explain.Picture.Role;
import nib.engine.explain.Picture.Weight;
import nib.engine.prototype.CDeclaration;

/// Draws memory as rows of eight bytes.
final class MemoryDrawing {

  private static final int ROW = 8;
  private static final double NOTE = 20;
  private static final double BYTE = 30;
  private static final double OFFSETS = 40;
  private static final double CARD = OFFSETS + ROW * BYTE + 28;
  private static final double SPACE = 12;
  private static final List<CallPart> COUNT = List.of(new CallPart.Count());

  /// Where drawings of memory stand.
  ///
  /// @param y the top of the first
  /// @param right they end before this, but for the first of a row
  record Area(double x, double y, double right) {}

  private final Canvas canvas;
  private final Area area;
  private final Function<String, List<CallPart>> values;
  private double x;
  private double top;
  private double bottom;

  /// @param values that are in memory of a name, or point to it
  MemoryDrawing(Canvas canvas, Area area, Function<String, List<CallPart>> values) {
    this.canvas = canvas;
    this.area = area;
    this.values = values;
    this.x = area.x();
    this.top = area.y();
    this.bottom = area.y();
  }

  void draw(Memory memory, String title) {
    if (memory.isEmpty()) {
      return;
    }
    x = area.x();
    canvas.text(x, bottom, title, Weight.TITLE, List.of());
    top = bottom + Canvas.LINE + 4;
    bottom = top;
    for (var layout : memory.plain()) {
      card(layout, List.of());
    }
    for (var block : memory.blocks()) {
      card(block.payload(), List.of(block));
    }
    bottom += SPACE;
  }

  /// Begins a row where a card of a width has no room in this one.
  private void room(double width) {
    if (x > area.x() && x + width > area.right()) {
      x = area.x();
      top = bottom + SPACE;
    }
  }

  /// @param block the block around it; none for what is not counted
  private void card(Layout layout, List<HeapBlock> block) {
    room(CARD);
    double y = top;
    var about = new ArrayList<CallPart>(List.of(new CallPart.Memory(layout.name())));
    about.addAll(values.apply(layout.name()));
    String title = "%s, %d bytes".formatted(layout.name(), layout.size());
    double width = Math.max(CARD, Canvas.widthOf(title) + 28);
    canvas.text(x, y, title, Weight.NORMAL, about);
    y += Canvas.LINE;
    for (var around : block) {
      offset(-around.header(), y);
      bytes(new Run(0, around.countBytes(), List.of("count"), Role.COUNT), COUNT, y);
      if (!around.countIsBeforePayload()) {
        bytes(padding(around.countBytes(), around.header() - around.countBytes()), about, y);
      }
      y += Canvas.LINE;
    }
    y = rows(layout, about, y);
    if (!layout.tail().isEmpty()) {
      canvas.text(x + OFFSETS, y, "then " + layout.tail(), Weight.QUIET, about);
      y += Canvas.LINE;
    }
    bottom = Math.max(bottom, y);
    x += width;
  }

  /// The states of a count word, with the bytes of one reference.
  ///
  /// @param size of the word, in bytes
  void states(int size) {
    x = area.x();
    top = bottom;
    canvas.text(x, top, "the count, %d bytes".formatted(size), Weight.TITLE, COUNT);
    top += Canvas.LINE + 4;
    bottom = top;
    double owners = size * BYTE + SPACE;
    double counts = owners + widest(CallWords::owner) + SPACE;
    if (area.x() + counts + widest(CallWords::count) <= area.right()) {
      for (var state : CountState.values()) {
        canvas.text(x + owners, top, CallWords.owner(state), Weight.NORMAL, COUNT);
        digits(state, size, 0);
        canvas.text(x + counts, top, CallWords.count(state), Weight.QUIET, COUNT);
        top += Canvas.LINE + 4;
      }
      bottom = top;
    } else {
      for (var state : CountState.values()) {
        room(CARD);
        card(state, size);
      }
    }
    bottom += SPACE;
  }

  private static double widest(Function<CountState, String> words) {
    return Stream.of(CountState.values()).map(words).mapToDouble(Canvas::widthOf).max().orElse(0);
  }

  private void card(CountState state, int size) {
    canvas.text(x, top, CallWords.owner(state), Weight.NORMAL, COUNT);
    top += Canvas.LINE;
    digits(state, size, OFFSETS);
    top += Canvas.LINE;
    canvas.text(x + OFFSETS, top, CallWords.count(state), Weight.QUIET, COUNT);
    bottom = Math.max(bottom, top + Canvas.LINE);
    top -= 2 * Canvas.LINE;
    x += CARD;
  }

  /// The bytes of a count of one reference.
  private void digits(CountState state, int size, double from) {
    var digits = CountState.bytes(state.word(1, size), size);
    for (int at = 0; at < size; at++) {
      double left = x + from + at * BYTE;
      canvas.plain(left, top, BYTE, Canvas.LINE, Role.COUNT, COUNT);
      canvas.middle(left + BYTE / 2, top, digits.get(at), Weight.NORMAL, COUNT);
    }
  }

  /// Bytes beside each other that belong together.
  ///
  /// @param texts what may stand in them, the longest first; the first one that fits does
  private record Run(int offset, int size, List<String> texts, Role role) {
    Run {
      texts = List.copyOf(texts);
    }

    Run part(int from, int to, boolean first) {
      return new Run(from, to - from, first ? texts : List.of("…"), role);
    }
  }

  private static Run padding(int offset, int size) {
    return new Run(offset, size, List.of("padding", "pad"), Role.PADDING);
  }

  private double rows(Layout layout, List<CallPart> about, double start) {
    var runs = new ArrayList<Run>();
    for (var field : layout.fields()) {
      String declaration = CDeclaration.declarator(field.type(), field.name());
      runs.add(
          new Run(field.offset(), field.size(), List.of(declaration, field.name()), Role.FIELD));
    }
    layout.padding().forEach(gap -> runs.add(padding(gap.offset(), gap.size())));
    var legend = new ArrayList<String>();
    for (var run : runs) {
      boolean shown = false;
      for (int at = run.offset(); at < run.offset() + run.size(); ) {
        int row = at / ROW;
        int end = Math.min(run.offset() + run.size(), (row + 1) * ROW);
        boolean first = at == run.offset();
        var part = run.part(at - row * ROW, end - row * ROW, first);
        boolean fits = bytes(part, about, start + row * Canvas.LINE);
        shown |= first && fits;
        at = end;
      }
      if (!shown) {
        legend.add("%s: %s".formatted(offset(run.offset()), run.texts().getFirst()));
      }
    }
    int count = (layout.size() + ROW - 1) / ROW;
    for (int row = 0; row < count; row++) {
      offset(row * ROW, start + row * Canvas.LINE);
    }
    double y = start + count * Canvas.LINE;
    for (String line : legend) {
      canvas.text(x + OFFSETS, y, line, Weight.QUIET, about);
      y += NOTE;
    }
    return y;
  }

  private static String offset(int offset) {
    return (offset > 0 ? "+" : "") + offset;
  }

  private void offset(int offset, double y) {
    canvas.end(x + OFFSETS - 8, y, offset(offset), Weight.QUIET, List.of());
  }

  /// Whether one of its texts fitted.
  private boolean bytes(Run run, List<CallPart> about, double y) {
    double width = run.size() * BYTE;
    double left = x + OFFSETS + run.offset() * BYTE;
    canvas.plain(left, y, width, Canvas.LINE, run.role(), about);
    var fitting =
        run.texts().stream().filter(text -> Canvas.widthOf(text) <= width - 6).findFirst();
    fitting.ifPresent(text -> canvas.middle(left + width / 2, y, text, Weight.NORMAL, about));
    return fitting.isPresent();
  }
}
