package nib.app;

import java.util.List;

/// Something a person can do: from a key, from the search, from the page of keys.
///
/// @param name what it does, in the imperative
/// @param keys key combinations as JavaFX spells them; the first is the one that is shown
/// @param shown how the first is written for people; empty where there is none
public record Command(String name, List<String> keys, String shown, Runnable action) {

  public Command {
    keys = List.copyOf(keys);
  }

  static Command of(String name, String shown, Runnable action, String... keys) {
    return new Command(name, List.of(keys), shown, action);
  }
}
