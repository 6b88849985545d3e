package nib.engine.types;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.packages.ModuleId;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.NearestNames;
import nib.engine.text.Spelling;
import nib.engine.types.LiveGraph.DefinedName;

/// Looks whether the names that imports list are there (`lib/ast-hir/src/imported_module`).
///
/// The compiler looks a listed type up among all that the imported module has ever heard of: its
/// private types and those of its own imports pass, and bring nothing in. That deserves a warning.
final class ImportRules {

  private final LinkedScope scope;
  private final LiveGraph live;
  private final Complaints complaints;
  private final Spelling spelling = new Spelling();

  ImportRules(LinkedScope scope, LiveGraph live, Complaints complaints) {
    this.scope = scope;
    this.live = live;
    this.complaints = complaints;
  }

  void check() {
    for (var link : scope.links()) {
      if (!link.unclear()) {
        var face = link.face().orElseThrow();
        link.syntax().names().stream()
            .filter(name -> !face.types().containsKey(name.text()))
            .filter(name -> !face.functions().containsKey(name.text()))
            .forEach(name -> missing(link, face, name));
      }
    }
  }

  private void missing(Linked link, ModuleInterface face, Name name) {
    String module = link.syntax().written();
    var hidden = hidden(face.id(), name.text());
    if (live.defines(face.id(), DefinedName.Kind.TYPE, name.text())) {
      complaints.warning(
          name.span(),
          () -> new TypeProblem.PrivateName(name.text(), module),
          () -> hidden.stream().toList());
    } else if (hidden.isPresent()) {
      complaints.error(
          name.span(),
          () -> new TypeProblem.PrivateName(name.text(), module),
          () -> hidden.stream().toList());
    } else if (heardOf(face.id(), name.text())) {
      complaints.warning(name.span(), () -> notFound(face, name, module), List::of);
    } else {
      complaints.error(name.span(), () -> notFound(face, name, module));
    }
  }

  private Optional<Related> hidden(ModuleId module, String name) {
    for (var kind : DefinedName.Kind.values()) {
      if (live.defines(module, kind, name)) {
        return Optional.of(
            Complaints.at(Related.Role.DECLARED_HERE, live.place(module, kind, name)));
      }
    }
    return Optional.empty();
  }

  private TypeProblem notFound(ModuleInterface face, Name name, String module) {
    return new TypeProblem.NameNotFound(
        name.text(), module, spelling.near(name.text(), () -> names(face)));
  }

  private static NearestNames names(ModuleInterface face) {
    var names = new LinkedHashSet<>(face.functions().keySet());
    names.addAll(face.types().keySet());
    return new NearestNames(names);
  }

  /// Whether a module imports a type of that name, however indirectly.
  private boolean heardOf(ModuleId module, String name) {
    var seen = new HashSet<ModuleId>();
    var waiting = new ArrayDeque<ModuleId>(List.of(module));
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (live.defines(next, DefinedName.Kind.TYPE, name)) {
        return true;
      }
      live.module(next).stream()
          .flatMap(one -> one.syntax().imports().stream())
          .flatMap(one -> live.target(next, one).stream())
          .forEach(waiting::add);
    }
    return false;
  }
}
