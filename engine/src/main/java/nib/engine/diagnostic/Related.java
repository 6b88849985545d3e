package nib.engine.diagnostic;

import nib.engine.text.Location;
import nib.engine.text.Span;

/// Another place that a problem is about.
///
/// @param span within the location's file
public record Related(Role role, Location location, Span span) {

  /// What a place has to do with a problem.
  public enum Role {
    DECLARED_HERE("declared here"),
    FIRST_HERE("first defined here"),
    EXPECTED_HERE("expected because of this"),
    IMPORTED_HERE("imported here"),
    FOUND_HERE("found here"),
    ALSO_HERE("and here");

    private final String words;

    Role(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
