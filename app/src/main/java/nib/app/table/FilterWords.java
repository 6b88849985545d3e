package nib.app.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The words of a filter, all of which have to occur in what it keeps. Capitals do not matter.
public record FilterWords(List<String> words) {

  public FilterWords {
    words = List.copyOf(words);
  }

  public static FilterWords of(String filter) {
    return new FilterWords(
        Stream.of(lower(filter).strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  public boolean keeps(String text) {
    return keepsLower(lower(text));
  }

  /// The same for a text in lower case, which is made once where there are many.
  public boolean keepsLower(String text) {
    return words.stream().allMatch(text::contains);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
