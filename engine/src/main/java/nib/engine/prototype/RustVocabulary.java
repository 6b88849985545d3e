package nib.engine.prototype;

import java.util.List;
import nib.engine.ctype.CType;
import nib.engine.prototype.Declarations.Declared;

/// The words that a Rust module is written in: what it calls the border's types.
sealed interface RustVocabulary permits PlainRust, CrateRust {

  /// What stands before functions that Pen defines.
  String EXPORTED = "// Exported by Pen: foreign code may call these.";

  /// The items that the module needs before its own.
  String introduction(Declarations declarations);

  /// Of a record's field.
  String type(CType type);

  /// The type of a function that a library defines, as an item.
  ///
  /// @param name the item's name
  String importType(String name, Declared declared);

  /// What stands before the block of functions that Pen defines: how they are called.
  ///
  /// @param exports one at least
  String calling(List<Declared> exports);

  /// The declaration of a function that Pen defines, in an `extern "C"` block.
  String export(Declared declared);

  /// How the compiler is made to compare definitions with [#importType], in a comment.
  String comparison();
}
