package nib.app.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import nib.engine.text.Span;

/// The shown text as the tools around it meet it: a hover card, a completion list, a way to a
/// definition. They work with offsets, in UTF-16 units, and know nothing of how text is drawn.
///
/// Everything here is for the window's thread. Listeners stay as long as the window.
public interface TextPort {

  /// The file whose text is shown, absolute; empty where none is.
  ReadOnlyObjectProperty<Optional<Path>> fileProperty();

  /// The text as it stands now, unsaved edits included.
  String text();

  ReadOnlyIntegerProperty caretProperty();

  /// What is selected, empty at the caret where nothing is.
  Span selection();

  /// The character under a point of the scene; empty beside the text.
  Optional<Integer> offsetAt(double sceneX, double sceneY);

  /// Where a character stands on the screen; empty where it is out of sight.
  Optional<Bounds> boundsOf(int offset);

  /// Replaces text as one step that can be undone; the caret ends behind it.
  void replace(Span span, String by);

  /// Shows a place of a module of the opened packages, puts the caret there and scrolls as far as
  /// it must. Nothing happens where the file is not among them.
  void lead(Path file, int offset);

  /// Gives the text the keyboard.
  void requestFocus();

  /// Hears a pointer that rests on a character, and a person who asks by key what is known of the
  /// one at the caret.
  void onDwell(Consumer<Dwell> listener);

  /// Puts what is known of the character into the card beside it, under the problems there. Comes
  /// too late without harm: where the pointer has moved on, nothing is shown.
  void explain(Dwell about, Node content);

  /// Hears text that a person typed, after it stands in the text; pasted and replaced text not.
  void onTyped(Consumer<String> listener);

  /// Sees every key press before the text does; true keeps it from the text. Asked in the order of
  /// arrival.
  void filterKeys(Predicate<KeyEvent> filter);

  /// What people who hear instead of see are told of while the text has the keyboard: the chosen
  /// line of a list beside it; empty for the text itself.
  void speakOf(ObservableValue<Optional<Node>> chosen);

  /// Hears Ctrl+click on a character: its definition is wanted.
  void onDefinition(IntConsumer listener);

  /// Hears which character the pointer is on while Ctrl is held; empty when it is on none any more.
  void onPoint(Consumer<Optional<Integer>> listener);

  /// Shows a stretch of the text as what a click leads away from; empty for none.
  void link(Optional<Span> span);

  /// A question about one character.
  ///
  /// @param number tells a question from any other
  record Dwell(long number, Path file, int offset) {}
}
