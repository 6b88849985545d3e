package nib.app.symbols;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nib.app.symbols.Squares.Area;
import nib.engine.catalog.CatalogMember;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;

/// A rectangle of the picture of sizes: a member, or several that are too small to tell apart.
///
/// @param member empty for the small ones together
/// @param size in bytes
/// @param parts its sections, where there is room for them
record Tile(Area area, Optional<CatalogMember> member, String title, long size, List<Part> parts) {

  /// The sections of one name.
  record Part(Area area, SectionTotal section) {}

  /// A member that would be smaller than this, in pixels, is drawn with others.
  private static final double LEAST = 4;

  private static final double WIDE = 56;
  private static final double HIGH = 44;
  private static final double TITLE = 16;
  private static final double EDGE = 2;

  Tile {
    parts = List.copyOf(parts);
  }

  /// The tiles of these members, largest first.
  static List<Tile> of(List<CatalogMember> members, double width, double height) {
    var sorted = new ArrayList<CatalogMember>(members);
    sorted.removeIf(member -> member.size() <= 0);
    sorted.sort(Comparator.comparingLong(CatalogMember::size).reversed());
    double all = sorted.stream().mapToLong(CatalogMember::size).sum();
    int shown = 0;
    while (shown < sorted.size()
        && sorted.get(shown).size() / all * width * height >= LEAST * LEAST) {
      shown++;
    }
    var rest = sorted.subList(shown, sorted.size());
    long small = rest.stream().mapToLong(CatalogMember::size).sum();
    var weights = new double[shown + (rest.isEmpty() ? 0 : 1)];
    for (int i = 0; i < shown; i++) {
      weights[i] = sorted.get(i).size();
    }
    if (!rest.isEmpty()) {
      weights[shown] = small;
    }
    var areas = Squares.of(weights, new Area(0, 0, width, height));
    var tiles = new ArrayList<Tile>();
    for (int i = 0; i < shown; i++) {
      tiles.add(of(sorted.get(i), areas.get(i)));
    }
    if (!rest.isEmpty()) {
      String title = String.format(Locale.ROOT, "%,d smaller members", rest.size());
      tiles.add(new Tile(areas.get(shown), Optional.empty(), title, small, List.of()));
    }
    return List.copyOf(tiles);
  }

  private static Tile of(CatalogMember member, Area area) {
    return new Tile(area, Optional.of(member), member.title(), member.size(), parts(member, area));
  }

  private static List<Part> parts(CatalogMember member, Area area) {
    if (area.width() < WIDE || area.height() < HIGH) {
      return List.of();
    }
    var inFile =
        member.sections().stream()
            .filter(section -> section.content() != Content.ZEROED && section.size() > 0)
            .toList();
    var inner =
        new Area(
            area.x() + EDGE,
            area.y() + TITLE,
            area.width() - 2 * EDGE,
            area.height() - TITLE - EDGE);
    var areas = Squares.of(inFile.stream().mapToDouble(SectionTotal::size).toArray(), inner);
    var parts = new ArrayList<Part>();
    for (int i = 0; i < areas.size(); i++) {
      parts.add(new Part(areas.get(i), inFile.get(i)));
    }
    return parts;
  }

  /// What its largest section is.
  Optional<Content> content() {
    return member.stream()
        .flatMap(one -> one.sections().stream())
        .filter(section -> section.content() != Content.ZEROED)
        .findFirst()
        .map(SectionTotal::content);
  }

  /// In a sentence: name, size, share, the largest sections.
  String words(long all) {
    var words =
        new StringBuilder(
            "%s   %s, %s %%"
                .formatted(
                    title,
                    Sizes.words(size),
                    String.format(Locale.ROOT, "%.2f", all == 0 ? 0 : 100.0 * size / all)));
    member.stream()
        .flatMap(one -> one.sections().stream())
        .limit(4)
        .forEach(section ->
            words
                .append("   ")
                .append(section.name())
                .append(' ')
                .append(Sizes.words(section.size())));
    return words.toString();
  }
}
