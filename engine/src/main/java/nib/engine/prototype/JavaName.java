package nib.engine.prototype;

import java.util.Set;

/// Names as Java takes them.
final class JavaName {

  /// Words that no declaration can use as a name (The Java Language Specification, 3.9), and what
  /// the declarations around a name already call something.
  private static final Set<String> TAKEN =
      Set.of(
          """
          abstract assert boolean break byte case catch char class const continue default do double else
          enum extends false final finally float for goto if implements import instanceof int interface
          long native new null package private protected public return short static strictfp super
          switch synchronized this throw throws transient true try void volatile while _
          PEN_ANY PenAny Pointer Structure
          """
              .strip()
              .split("\\s+"));

  private JavaName() {}

  /// The name, with a `_` behind it where it is taken.
  static String of(String name) {
    return TAKEN.contains(name) ? name + "_" : name;
  }
}
