package nib.engine.foreign;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PenModule;
import nib.engine.syntax.Token;

/// Every word that stands in a module's functions. A local name that hides an import counts as its
/// use: the bodies are not understood here.
final class Words implements BiPredicate<ModuleId, String> {

  private final PackageGraph graph;
  private final Map<ModuleId, Set<String>> words = new HashMap<>();

  Words(PackageGraph graph) {
    this.graph = graph;
  }

  @Override
  public boolean test(ModuleId module, String name) {
    return words.computeIfAbsent(module, this::words).contains(name);
  }

  private Set<String> words(ModuleId id) {
    return graph.find(id.owner()).stream()
        .flatMap(linked -> linked.pen().modules().stream())
        .filter(module -> module.path().equals(id.path()))
        .findFirst()
        .map(Words::inFunctions)
        .orElse(Set.of());
  }

  private static Set<String> inFunctions(PenModule module) {
    int from =
        module.syntax().functions().stream()
            .mapToInt(one -> one.span().start())
            .min()
            .orElse(Integer.MAX_VALUE);
    return module.tokens().stream()
        .filter(token -> token.kind() == Token.Kind.WORD && token.span().start() >= from)
        .map(Token::text)
        .collect(Collectors.toSet());
  }
}
