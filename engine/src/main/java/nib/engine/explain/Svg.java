package nib.engine.explain;

import java.util.Locale;
import nib.engine.explain.Picture.Arrow;
import nib.engine.explain.Picture.Box;
import nib.engine.explain.Picture.Text;

/// Writes drawings as SVG files that need nothing else.
public final class Svg {

  private static final String STYLE =
      """
      <style>
      text { font: 12px monospace; fill: #1f2328; }
      .title { font-weight: bold; }
      .quiet { fill: #59636e; } .warning { fill: #9a6700; }
      rect { stroke: #59636e; fill: #ffffff; }
      .argument { fill: #ddf4ff; } .result { fill: #dafbe1; }
      .integer_register { fill: #fff8c5; } .floating_register { fill: #fbefff; }
      .stack { fill: #ffeff7; } .unused, .padding { fill: #f6f8fa; stroke-dasharray: 3 3; }
      .count { fill: #ffd8b5; } .field { fill: #ddf4ff; }
      path { fill: none; stroke: #59636e; marker-end: url(#head); }
      </style>
      <defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
      orient="auto"><path d="M0 0L8 4L0 8z" style="fill:#59636e;stroke:none;marker-end:none"/></marker></defs>
      """;

  private Svg() {}

  public static String of(Picture picture) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                + " viewBox=\"0 0 %1$.0f %2$.0f\" role=\"img\">\n<title>%3$s</title>\n",
            picture.width(),
            picture.height(),
            escaped(picture.description())));
    text.append(STYLE);
    text.append("<rect width=\"100%\" height=\"100%\" stroke=\"none\"/>\n");
    picture.shapes().forEach(shape -> text.append(shape(shape)).append('\n'));
    return text.append("</svg>\n").toString();
  }

  private static String shape(Picture.Shape shape) {
    return switch (shape) {
      case Box(var x, var y, var width, var height, var role, _) ->
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\"/>",
              role.name().toLowerCase(Locale.ROOT),
              x,
              y,
              width,
              height);
      case Text(var x, var y, var words, var weight, var anchor, _) ->
          String.format(
              Locale.ROOT,
              "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" xml:space=\"preserve\">%s</text>",
              weight.name().toLowerCase(Locale.ROOT),
              x,
              y,
              anchor.name().toLowerCase(Locale.ROOT),
              escaped(words));
      case Arrow(var fromX, var fromY, var toX, var toY, _) -> {
        double middle = (fromX + toX) / 2;
        yield String.format(
            Locale.ROOT,
            "<path d=\"M%1$.1f %2$.1fC%5$.1f %2$.1f %5$.1f %4$.1f %3$.1f %4$.1f\"/>",
            fromX,
            fromY,
            toX,
            toY,
            middle);
      }
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
