package nib.engine.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.types.RecordShapes.FieldType;

/// Finds records that nobody can ever make, because they necessarily contain themselves: a field is
/// the record, or another record that does so, or a union whose members all do. Functions, lists
/// and maps may be empty of it (`impossible_type_validator.rs`).
///
/// Only records of one module can be in such a circle, since modules do not import each other.
final class RecordRules {

  private final LinkedScope scope;
  private final LiveGraph live;
  private final Complaints complaints;
  private final Map<String, List<FieldType>> records;

  /// The records that a record cannot be without one of, and the other way round.
  private final Map<String, Set<String>> parts = new LinkedHashMap<>();

  private final Map<String, Set<String>> wholes = new HashMap<>();

  /// Why a record contains the one in question.
  ///
  /// @param next the record that is in the field, or one of those
  private record Proof(String field, String next) {}

  /// A field of a record, for which one of several records is needed.
  private static final class Need {

    private final String record;
    private boolean met;

    Need(String record) {
      this.record = record;
    }

    /// Whether this is the first of the records that it was waiting for.
    boolean meet() {
      boolean first = !met;
      met = true;
      return first;
    }
  }

  RecordRules(LinkedScope scope, LiveGraph live, Complaints complaints) {
    this.scope = scope;
    this.live = live;
    this.complaints = complaints;
    this.records = scope.own().records();
  }

  void check() {
    records.forEach((name, fields) -> {
      var found = new LinkedHashSet<String>();
      fields.forEach(field -> collect(field.type(), found));
      parts.put(name, found);
      found.forEach(one -> wholes.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(name));
    });
    var possible = possible();
    var suspects = new HashSet<String>();
    for (var component : Components.of(parts.keySet(), this::parts)) {
      if (component.size() > 1 || parts(component.getFirst()).contains(component.getFirst())) {
        suspects.addAll(component);
      }
    }
    suspects.removeAll(possible);
    for (var name : parts.keySet()) {
      if (suspects.contains(name)) {
        impossible(name)
            .ifPresent(path -> {
              suspects.removeAll(path.keySet());
              complain(name, path);
            });
      }
    }
  }

  /// Records of which there are values: each field can have a value that needs none of the record
  /// itself. Whatever contains itself is none of these, and they need no closer look.
  private Set<String> possible() {
    var unmet = new HashMap<String, Integer>();
    var needs = new HashMap<String, List<Need>>();
    records.forEach((name, fields) -> {
      unmet.put(name, 0);
      for (var field : fields) {
        var found = new LinkedHashSet<String>();
        collect(field.type(), found);
        if (!found.isEmpty()) {
          var need = new Need(name);
          unmet.merge(name, 1, Integer::sum);
          found.forEach(one -> needs.computeIfAbsent(one, _ -> new ArrayList<>()).add(need));
        }
      }
    });
    var possible = new HashSet<String>();
    var waiting = new ArrayDeque<String>();
    unmet.forEach((name, count) -> {
      if (count == 0) {
        waiting.add(name);
      }
    });
    while (!waiting.isEmpty()) {
      var record = waiting.remove();
      possible.add(record);
      for (var need : needs.getOrDefault(record, List.of())) {
        if (need.meet() && unmet.merge(need.record, -1, Integer::sum) == 0) {
          waiting.add(need.record);
        }
      }
    }
    return possible;
  }

  private Set<String> parts(String record) {
    return parts.getOrDefault(record, Set.of());
  }

  /// The own records one of which a value of the type is; none where it may be something else.
  private void collect(Type type, Set<String> found) {
    var members = TypeRelations.members(type);
    if (members.stream().allMatch(member -> own(member).isPresent())) {
      members.forEach(member -> own(member).ifPresent(found::add));
    }
  }

  private Optional<String> own(Type type) {
    return type instanceof Type.RecordOf(var module, var name, _)
            && module.equals(scope.id())
            && records.containsKey(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The fields through which a record contains itself, by their records; empty where it does not
  /// have to.
  private Optional<Map<String, String>> impossible(String wanted) {
    var proofs = new HashMap<String, Proof>();
    var waiting = new ArrayDeque<>(wholes.getOrDefault(wanted, Set.of()));
    while (!waiting.isEmpty() && !proofs.containsKey(wanted)) {
      var record = waiting.remove();
      if (!proofs.containsKey(record)) {
        proof(record, wanted, proofs.keySet())
            .ifPresent(proof -> {
              proofs.put(record, proof);
              waiting.addAll(wholes.getOrDefault(record, Set.of()));
            });
      }
    }
    var path = new LinkedHashMap<String, String>();
    var proof = Optional.ofNullable(proofs.get(wanted));
    for (String at = wanted; proof.isPresent(); proof = Optional.ofNullable(proofs.get(at))) {
      path.put(at, proof.get().field());
      at = proof.get().next();
      if (at.equals(wanted)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /// @param containing the records that are known to contain the wanted one
  private Optional<Proof> proof(String record, String wanted, Set<String> containing) {
    for (var field : records.getOrDefault(record, List.of())) {
      var members = TypeRelations.members(field.type());
      boolean all =
          members.stream()
              .allMatch(member ->
                  own(member)
                      .filter(name -> name.equals(wanted) || containing.contains(name))
                      .isPresent());
      if (all) {
        return own(members.getFirst()).map(next -> new Proof(field.name(), next));
      }
    }
    return Optional.empty();
  }

  private void complain(String name, Map<String, String> path) {
    var definition = scope.names().own().get(name);
    if (definition == null) {
      return;
    }
    var fields = new ArrayList<String>();
    path.forEach((record, field) -> fields.add(record + "." + field));
    complaints.error(
        definition.name().span(),
        () -> new TypeProblem.ImpossibleRecord(name, fields),
        () ->
            path.entrySet().stream()
                .limit(Complaints.MOST_RELATED)
                .map(one ->
                    Complaints.at(
                        Related.Role.DECLARED_HERE,
                        live.field(scope.id(), one.getKey(), one.getValue())))
                .toList());
  }
}
