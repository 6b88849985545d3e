package nib.app.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A sample package as a card shows it, from its README.
///
/// @param line what it is: the first sentence of the first paragraph
/// @param teaches what it teaches: the bold beginnings of its numbered points
public record Sample(Path folder, String name, String line, List<String> teaches) {

  private static final int MOST_POINTS = 3;
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");
  private static final Pattern POINT = Pattern.compile("(?m)^\\d+\\. \\*\\*([^*]+?)[.:]?\\*\\*");

  public Sample {
    teaches = List.copyOf(teaches);
  }

  /// Reads a sample's README; a sample without one is only a name.
  static Sample read(Path folder) {
    String readme = text(folder.resolve("README.md")).orElse("");
    return new Sample(
        folder, String.valueOf(folder.getFileName()), firstSentence(readme), points(readme));
  }

  private static Optional<String> text(Path readme) {
    try {
      return Optional.of(Files.readString(readme));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String firstSentence(String readme) {
    return BLANK_LINE
        .splitAsStream(readme)
        .map(Sample::plain)
        .filter(block -> !block.isEmpty() && !block.startsWith("#"))
        .findFirst()
        .map(block -> block.split("(?<=\\.) ", 2)[0])
        .orElse("");
  }

  private static List<String> points(String readme) {
    return POINT
        .matcher(readme)
        .results()
        .map((MatchResult point) -> plain(point.group(1)))
        .limit(MOST_POINTS)
        .toList();
  }

  /// One line, without the marks of code.
  private static String plain(String text) {
    return text.lines()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replace("`", "")
        .strip();
  }
}
