package nib.engine.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import nib.engine.packages.ModuleId;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.TypeSyntax;
import nib.engine.types.RecordShapes.FieldType;

/// The types that a module defines, each resolved once: an alias after those that it names, however
/// long the chain. Nothing is said here of what is wrong.
final class OwnTypes {

  private final Map<String, Sized> types = new HashMap<>();
  private final Map<String, List<FieldType>> records = new LinkedHashMap<>();
  private final List<List<String>> cycles = new ArrayList<>();

  /// @param definitions by their names, in the order of the source
  /// @param names the meaning of a name, which may ask for [#type] in turn
  OwnTypes(
      ModuleId id,
      Map<String, TypeDefinition> definitions,
      BiFunction<OwnTypes, TypeSyntax.Named, Sized> names) {
    var expansion = new TypeExpansion((named, _) -> names.apply(this, named), Complaints.UNHEARD);
    var aliases = new LinkedHashMap<String, TypeSyntax>();
    for (var definition : definitions.values()) {
      switch (definition) {
        case TypeDefinition.Fields(var name, var fields, _) ->
            types.put(name.text(), Sized.one(new Type.RecordOf(id, name.text(), fields.isEmpty())));
        case TypeDefinition.Alias(var name, var type, _) -> aliases.put(name.text(), type);
      }
    }
    expand(aliases, expansion);
    for (var definition : definitions.values()) {
      if (definition instanceof TypeDefinition.Fields(var name, var fields, _)) {
        records.put(
            name.text(),
            fields.stream()
                .map(one -> new FieldType(one.name().text(), expansion.expand(one.type()).type()))
                .toList());
      }
    }
  }

  private void expand(Map<String, TypeSyntax> aliases, TypeExpansion expansion) {
    var references = new HashMap<String, Set<String>>();
    aliases.forEach((name, type) -> references.put(name, references(type, aliases.keySet())));
    Function<String, Set<String>> named = name -> references.getOrDefault(name, Set.of());
    for (var component : Components.of(aliases.keySet(), named)) {
      String first = component.getFirst();
      if (component.size() > 1 || named.apply(first).contains(first)) {
        component.forEach(name ->
            types.put(name, Sized.one(new Type.Unknown(name, "its definition is circular"))));
        var members = new LinkedHashSet<>(aliases.keySet());
        members.retainAll(Set.copyOf(component));
        cycles.add(Cycle.through(members.getFirst(), named));
      } else {
        Optional.ofNullable(aliases.get(first))
            .ifPresent(type -> types.put(first, expansion.expand(type)));
      }
    }
  }

  /// The aliases of this module that a type names. Those inside records do not count
  /// (`recursive_type_alias_validator.rs`).
  private static Set<String> references(TypeSyntax type, Set<String> aliases) {
    var found = new LinkedHashSet<String>();
    collect(type, found);
    found.retainAll(aliases);
    return found;
  }

  private static void collect(TypeSyntax type, Set<String> found) {
    switch (type) {
      case TypeSyntax.Named(var qualifier, var name, _) -> {
        if (qualifier.isEmpty()) {
          found.add(name);
        }
      }
      case TypeSyntax.Function(var parameters, var result, _) -> {
        parameters.forEach(one -> collect(one, found));
        collect(result, found);
      }
      case TypeSyntax.ListOf(var element, _) -> collect(element, found);
      case TypeSyntax.MapOf(var key, var value, _) -> {
        collect(key, found);
        collect(value, found);
      }
      case TypeSyntax.Union(var members, _) -> members.forEach(one -> collect(one, found));
      case TypeSyntax.Missing _ -> {}
    }
  }

  /// The meaning of a type that the module defines.
  Sized type(String name) {
    return types.getOrDefault(name, Sized.one(new Type.Unknown(name, "it is not defined")));
  }

  Map<String, List<FieldType>> records() {
    return records;
  }

  /// The aliases that are defined by nothing but each other: each cycle's names, the first of the
  /// source first, each before the one that it names.
  List<List<String>> cycles() {
    return cycles;
  }
}
