package nib.engine.syntax;

import nib.engine.diagnostic.SyntaxProblem;

/// Says what characters are that the language does not know.
final class StrayText {

  private StrayText() {}

  static SyntaxProblem problem(String text) {
    int first = text.codePointAt(0);
    if (first == ';') {
      return new SyntaxProblem.Semicolon();
    }
    if (text.length() > 1 && text.endsWith("=")) {
      return new SyntaxProblem.UnknownOperator(text);
    }
    String character = Character.toString(first);
    return isBlank(first)
        ? new SyntaxProblem.UnknownBlank(character)
        : new SyntaxProblem.UnknownCharacter(character);
  }

  /// Whether it looks like a blank in most editors.
  private static boolean isBlank(int character) {
    return Character.isSpaceChar(character)
        || character == '\f'
        || character == 0x0b
        || character == 0x85
        || (character >= 0x200b && character <= 0x200d)
        || character == 0x2060;
  }
}
