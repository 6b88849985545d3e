package nib.app;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Binds commands to their keys, ahead of whatever control has the focus.
final class Keys {

  private record Binding(KeyCombination keys, Command command) {}

  private Keys() {}

  static void bind(Scene scene, List<Command> commands) {
    var bindings =
        commands.stream()
            .flatMap(command ->
                command.keys().stream().map(keys -> new Binding(combination(keys), command)))
            .toList();
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event ->
            bindings.stream()
                .filter(binding -> binding.keys().match(event))
                .findFirst()
                .ifPresent(binding -> {
                  event.consume();
                  binding.command().action().run();
                }));
  }

  /// Ctrl is the Command key on a Mac.
  private static KeyCombination combination(String keys) {
    return KeyCombination.valueOf(keys.replace("Ctrl+", "Shortcut+"));
  }
}
