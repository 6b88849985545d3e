package nib.app.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A sample package as a card shows it.
///
/// @param line what it is: the first paragraph of its README
/// @param teaches what it teaches: the second
public record Sample(Path folder, String name, String line, String teaches) {

  /// Reads a sample's README; a sample without one is only a name.
  static Sample read(Path folder) {
    var paragraphs = paragraphs(folder.resolve("README.md"));
    return new Sample(
        folder,
        String.valueOf(folder.getFileName()),
        paragraphs.isEmpty() ? "" : paragraphs.getFirst(),
        paragraphs.size() < 2 ? "" : paragraphs.get(1));
  }

  private static List<String> paragraphs(Path readme) {
    String text;
    try {
      text = Files.readString(readme);
    } catch (IOException _) {
      return List.of();
    }
    var found = new ArrayList<String>();
    for (String block : text.split("\n\\s*\n", -1)) {
      String flat = block.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
      boolean prose =
          !flat.isEmpty() && "#|`-*!<".indexOf(flat.charAt(0)) < 0 && !block.startsWith("    ");
      if (prose) {
        found.add(flat.replace("`", ""));
      }
    }
    return found;
  }
}
