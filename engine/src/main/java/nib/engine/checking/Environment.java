package nib.engine.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.Type;

/// The local names at the place that is looked at. Each name leads to what it means there; what is
/// hidden by it waits until the scope is left.
final class Environment {

  /// What a name meant before it was bound.
  private record Hidden(String name, Optional<Meaning.Local> before) {}

  private final Map<String, Meaning.Local> locals = new HashMap<>();
  private final ArrayList<Hidden> hidden = new ArrayList<>();

  Optional<Meaning.Local> find(String name) {
    return Optional.ofNullable(locals.get(name));
  }

  /// Where to come back to.
  int mark() {
    return hidden.size();
  }

  Meaning.Local bind(Name name, Type type) {
    var local = new Meaning.Local(name, type);
    bind(local);
    return local;
  }

  void bind(Meaning.Local local) {
    var name = local.name().text();
    hidden.add(new Hidden(name, Optional.ofNullable(locals.put(name, local))));
  }

  void leave(int mark) {
    while (hidden.size() > mark) {
      var last = hidden.removeLast();
      last.before()
          .ifPresentOrElse(
              before -> locals.put(last.name(), before), () -> locals.remove(last.name()));
    }
  }

  List<String> names() {
    return List.copyOf(locals.keySet());
  }
}
