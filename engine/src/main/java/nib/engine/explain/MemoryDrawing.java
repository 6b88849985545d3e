package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
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
  private static final double MOST_WIDTH = 1200;

  private final Canvas canvas;
  private double x = Canvas.MARGIN;
  private double top;
  private double bottom;

  MemoryDrawing(Canvas canvas) {
    this.canvas = canvas;
    this.top = canvas.height() + 20;
  }

  void draw(Memory memory, String title) {
    if (memory.plain().isEmpty() && memory.blocks().isEmpty()) {
      return;
    }
    canvas.text(x, top, title, Weight.TITLE, "");
    top += Canvas.LINE + 4;
    bottom = top;
    for (var layout : memory.plain()) {
      card(layout, List.of());
    }
    for (var block : memory.blocks()) {
      card(block.payload(), List.of(block));
    }
  }

  /// @param block the block around it; none for what is not counted
  private void card(Layout layout, List<HeapBlock> block) {
    if (x > Canvas.MARGIN && x + CARD > MOST_WIDTH) {
      x = Canvas.MARGIN;
      top = bottom + 12;
    }
    double y = top;
    String link = "memory " + layout.name();
    String title = "%s, %d bytes".formatted(layout.name(), layout.size());
    double width = Math.max(CARD, Canvas.widthOf(title) + 28);
    canvas.text(x, y, title, Weight.NORMAL, link);
    y += Canvas.LINE;
    for (var around : block) {
      offset(-around.header(), y);
      bytes(new Run(0, around.countBytes(), List.of("count"), Role.COUNT), "count", y);
      if (!around.countIsBeforePayload()) {
        bytes(padding(around.countBytes(), around.header() - around.countBytes()), link, y);
      }
      y += Canvas.LINE;
    }
    y = rows(layout, link, y);
    if (!layout.tail().isEmpty()) {
      canvas.text(x + OFFSETS, y, "then " + layout.tail(), Weight.QUIET, link);
      y += Canvas.LINE;
    }
    bottom = Math.max(bottom, y);
    x += width;
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

  private double rows(Layout layout, String link, double start) {
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
        boolean fits = bytes(part, link, start + row * Canvas.LINE);
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
      canvas.text(x + OFFSETS, y, line, Weight.QUIET, link);
      y += NOTE;
    }
    return y;
  }

  private static String offset(int offset) {
    return (offset > 0 ? "+" : "") + offset;
  }

  private void offset(int offset, double y) {
    canvas.end(x + OFFSETS - 8, y, offset(offset), Weight.QUIET, "");
  }

  /// Whether one of its texts fitted.
  private boolean bytes(Run run, String link, double y) {
    double width = run.size() * BYTE;
    double left = x + OFFSETS + run.offset() * BYTE;
    canvas.plain(left, y, width, Canvas.LINE, run.role(), link);
    var fitting =
        run.texts().stream().filter(text -> Canvas.widthOf(text) <= width - 6).findFirst();
    fitting.ifPresent(text -> canvas.middle(left + width / 2, y, text, Weight.NORMAL, link));
    return fitting.isPresent();
  }

  /// What the count word says.
  static void states(Canvas canvas) {
    double y = canvas.height() + 8;
    for (var line :
        List.of(
            "count 0, 1, 2 …     one thread has it: so many references more than one",
            "count -1, -2, -3 …  several threads have it: 0, 1, 2 … references more than one",
            "count 1000…0        static, only the sign bit is set: never counted, never freed")) {
      canvas.text(Canvas.MARGIN, y, line, Weight.QUIET, "count");
      y += NOTE;
    }
  }
}
