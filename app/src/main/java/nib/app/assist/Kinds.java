package nib.app.assist;

import nib.app.style.Icons;
import nib.engine.assist.Completion;

/// Icons and words for what a name stands for.
final class Kinds {

  private Kinds() {}

  static Icons icon(Completion.Kind kind) {
    return switch (kind) {
      case LOCAL -> Icons.LOCAL;
      case FUNCTION -> Icons.FUNCTION;
      case FOREIGN_IMPORT -> Icons.IMPORT;
      case TYPE -> Icons.ALIAS;
      case FIELD -> Icons.FIELD;
      case MODULE -> Icons.MODULE;
      case BUILT_IN -> Icons.BUILT_IN;
      case KEYWORD -> Icons.KEYWORD;
    };
  }

  static String word(Completion.Kind kind) {
    return switch (kind) {
      case LOCAL -> "local name";
      case FUNCTION -> "function";
      case FOREIGN_IMPORT -> "foreign function";
      case TYPE -> "type";
      case FIELD -> "field";
      case MODULE -> "module";
      case BUILT_IN -> "built in";
      case KEYWORD -> "keyword";
    };
  }
}
