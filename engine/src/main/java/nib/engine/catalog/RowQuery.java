package nib.engine.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol.Kind;

/// Which rows of a catalog are wanted; all conditions have to hold.
///
/// @param kind empty for all kinds
/// @param members whose rows are wanted; empty for all
public record RowQuery(Text text, Side side, Optional<Kind> kind, Optional<Members> members) {

  /// Every row.
  public static final RowQuery ALL =
      new RowQuery(words(""), Side.ALL, Optional.empty(), Optional.empty());

  /// Members in a row, by their numbers: a single one, or those of a library.
  ///
  /// @param to the number after the last one
  public record Members(int from, int to) {}

  /// What a row has to say.
  public sealed interface Text {

    /// Each of these in lower case in the name, as the file has it or as people read it, or in the
    /// member's name, the kind, the binding or the section.
    record Words(List<String> words) implements Text {
      public Words {
        words = List.copyOf(words);
      }
    }

    /// Something that a part of the name matches, as the file has it or as people read it.
    record Expression(Pattern pattern) implements Text {}
  }

  /// Whether symbols are defined where they stand.
  public enum Side {
    ALL("Defined and needed"),
    DEFINED("Defined"),
    LINKABLE("Defined for others"),
    NEEDED("Needed");

    private final String words;

    Side(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    boolean keeps(int traits) {
      return switch (this) {
        case ALL -> true;
        case DEFINED -> Traits.defined(traits);
        case LINKABLE -> Traits.linkable(traits);
        case NEEDED -> !Traits.defined(traits);
      };
    }
  }

  /// The words of a line that a person typed.
  public static Text words(String line) {
    return new Text.Words(
        Stream.of(line.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /// A regular expression as a person typed it. Capitals matter where it has any.
  ///
  /// @throws FailureException with a sentence where it is none
  public static Text expression(String typed) throws FailureException {
    if (typed.isEmpty()) {
      return words("");
    }
    boolean capitals = typed.chars().anyMatch(Character::isUpperCase);
    try {
      return new Text.Expression(Pattern.compile(typed, capitals ? 0 : Pattern.CASE_INSENSITIVE));
    } catch (PatternSyntaxException e) {
      String where = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
      throw new FailureException(
          "not a regular expression%s: %s"
              .formatted(where, e.getDescription().toLowerCase(Locale.ROOT)),
          "a backslash before ( ) [ ] { } . * + ? ^ $ | \\ takes it as it is",
          e);
    }
  }

  boolean everything() {
    return text.equals(words("")) && side == Side.ALL && kind.isEmpty() && members.isEmpty();
  }
}
