package nib.engine.text;

/// The beginnings of texts that are too long to be shown.
public final class Excerpt {

  private Excerpt() {}

  /// The text, or its beginning and `…` where it is too long.
  ///
  /// @param most so many UTF-16 units are shown; one less where that would halve a character
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
