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

  /// @param title what the memory is of; empty where there is only one
  void draw(Memory memory, String title) {
    if (memory.plain().isEmpty() && memory.blocks().isEmpty()) {
      return;
    }
    canvas.text(x, top, title.isEmpty() ? "memory" : "memory on " + title, Weight.TITLE, "");
    top += Canvas.LINE + 4;
    bottom = top;
    for (var layout : memory.plain()) {
      card(layout, List.of());
    }
    for (var block : memory.blocks()) {
      card(block.payload(), List.of(block));
    }
    if (!memory.blocks().isEmpty()) {
      states();
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
    canvas.text(x, y, "%s, %d bytes".formatted(layout.name(), layout.size()), Weight.NORMAL, link);
    y += Canvas.LINE;
    for (var around : block) {
      offset(-around.header(), y);
      bytes(0, around.countBytes(), "count", Role.COUNT, link, y);
      if (!around.countIsBeforePayload()) {
        bytes(
            around.countBytes(),
            around.header() - around.countBytes(),
            "padding",
            Role.PADDING,
            link,
            y);
      }
      y += Canvas.LINE;
    }
    y = rows(layout, link, y);
    if (!layout.tail().isEmpty()) {
      canvas.text(x + OFFSETS, y, "then " + layout.tail(), Weight.QUIET, link);
      y += Canvas.LINE;
    }
    bottom = Math.max(bottom, y);
    x += CARD;
  }

  private record Run(int offset, int size, String text, Role role) {}

  private double rows(Layout layout, String link, double start) {
    var runs = new ArrayList<Run>();
    layout
        .fields()
        .forEach(field ->
            runs.add(
                new Run(
                    field.offset(),
                    field.size(),
                    CDeclaration.declarator(field.type(), field.name()),
                    Role.FIELD)));
    layout
        .padding()
        .forEach(gap -> runs.add(new Run(gap.offset(), gap.size(), "padding", Role.PADDING)));
    for (var run : runs) {
      String text = run.text();
      for (int at = run.offset(); at < run.offset() + run.size(); ) {
        int row = at / ROW;
        int end = Math.min(run.offset() + run.size(), (row + 1) * ROW);
        bytes(at - row * ROW, end - at, text, run.role(), link, start + row * Canvas.LINE);
        text = "";
        at = end;
      }
    }
    int count = (layout.size() + ROW - 1) / ROW;
    for (int row = 0; row < count; row++) {
      offset(row * ROW, start + row * Canvas.LINE);
    }
    return start + count * Canvas.LINE;
  }

  private void offset(int offset, double y) {
    canvas.end(x + OFFSETS - 8, y, (offset > 0 ? "+" : "") + offset, Weight.QUIET, "");
  }

  private void bytes(int first, int count, String text, Role role, String link, double y) {
    double width = count * BYTE;
    canvas.plain(x + OFFSETS + first * BYTE, y, width, Canvas.LINE, role, link);
    int most = (int) ((width - 6) / Canvas.LETTER);
    String shown = text.length() <= most ? text : most < 2 ? "" : text.substring(0, most - 1) + "…";
    canvas.middle(x + OFFSETS + first * BYTE + width / 2, y, shown, Weight.NORMAL, link);
  }

  /// What the count word says.
  private void states() {
    x = Canvas.MARGIN;
    top = bottom + 8;
    for (var line :
        List.of(
            "count 0, 1, 2 …     one thread has it: so many references more than one",
            "count -1, -2, -3 …  several threads have it: 0, 1, 2 … references more than one",
            "count 1000…0        static, only the sign bit is set: never counted, never freed")) {
      canvas.text(x, top, line, Weight.QUIET, "count");
      top += Canvas.LINE - 4;
    }
  }
}
