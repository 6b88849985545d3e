package nib.engine.abi;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nib.engine.ctype.CName;
import nib.engine.foreign.ForeignFunction;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;

/// The names that records have on the C side of one border. C has no modules: where two records
/// share a name, each gets its module's before it.
public final class RecordNames {

  /// Names that the border's own types have in Rust, and what generated Rust is made with.
  private static final Set<String> RESERVED =
      Set.of(
          """
          PenAny PenClosure PenClosureMetadata PenError PenHamt PenList PenMap PenStack PenString
          PenTypeInfo
          Returned bool core f64 ffi imports u64 u8 usize
          """
              .strip()
              .split("\\s+"));

  private final Map<Type.RecordOf, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>(RESERVED);

  private RecordNames() {}

  /// Names for all records that the functions are about.
  public static RecordNames of(Collection<ForeignFunction> functions) {
    var records =
        functions.stream()
            .flatMap(one -> one.records().stream())
            .map(RecordDefinition::type)
            .distinct()
            .toList();
    var made = new RecordNames();
    var uses =
        records.stream().collect(Collectors.groupingBy(Type.RecordOf::name, Collectors.counting()));
    for (var record : records) {
      boolean alone = uses.getOrDefault(record.name(), 0L) == 1;
      made.names.put(record, free(CName.of(alone ? record.name() : qualified(record)), made.taken));
    }
    return made;
  }

  /// `struct Options`.
  public String tag(Type.RecordOf record) {
    return "struct " + names.getOrDefault(record, record.name());
  }

  /// Whether a type has the name: a record, or one of the border's own.
  public boolean isTaken(String name) {
    return taken.contains(name);
  }

  private static String qualified(Type.RecordOf record) {
    String path = record.module().path();
    String module = path.endsWith(".pen") ? path.substring(0, path.length() - 4) : path;
    return module.replaceAll("[^A-Za-z0-9]", "_") + "_" + record.name();
  }

  /// Modules of several packages may share a path as well: then a number tells them apart.
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + i;
    }
    return free;
  }
}
