package nib.engine.mangling;

import java.util.Optional;
import nib.engine.mangling.Node.Abbreviation;
import nib.engine.mangling.Node.ArgumentPack;
import nib.engine.mangling.Node.Cast;
import nib.engine.mangling.Node.ConstructionTable;
import nib.engine.mangling.Node.Conversion;
import nib.engine.mangling.Node.Declarator;
import nib.engine.mangling.Node.Expansion;
import nib.engine.mangling.Node.Forward;
import nib.engine.mangling.Node.Function;
import nib.engine.mangling.Node.Lambda;
import nib.engine.mangling.Node.Local;
import nib.engine.mangling.Node.Name;
import nib.engine.mangling.Node.Nested;
import nib.engine.mangling.Node.ParameterPack;
import nib.engine.mangling.Node.Prefixed;
import nib.engine.mangling.Node.Structor;
import nib.engine.mangling.Node.Tagged;
import nib.engine.mangling.Node.WithArguments;

/// The last part of a name, without its scope, its template arguments and its parameters.
final class BaseName {

  private BaseName() {}

  static Optional<String> of(Node node) {
    return switch (node) {
      case Name(var text) ->
          text.startsWith("'") ? Optional.empty() : Optional.of(text); // 'unnamed'
      case Abbreviation it -> Optional.of(ofAbbreviation(it));
      case Nested(_, var name) -> of(name);
      case Local(_, var entity) -> of(entity);
      case WithArguments(var name, _) -> of(name);
      case Tagged(var name, _) -> of(name);
      case Structor(var owner, var destructor) ->
          of(owner).map(name -> destructor ? "~" + name : name);
      case Function function -> of(function.name());
      case Prefixed(var words, var name) when words.equals("std::") -> of(name);
      case Forward forward -> Optional.ofNullable(forward.target).flatMap(BaseName::of);
      case Conversion _ -> Optional.of("operator");
      case Prefixed _, ConstructionTable _, Lambda _, Cast _ -> Optional.empty();
      case ArgumentPack _, ParameterPack _, Expansion _ -> Optional.empty();
      case Declarator _ -> Optional.empty();
    };
  }

  private static String ofAbbreviation(Abbreviation it) {
    String name = it.expanded() ? it.fullName() : it.shortName();
    int end = name.indexOf('<');
    return name.substring("std::".length(), end < 0 ? name.length() : end);
  }
}
