package nib.engine.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nib.engine.Borders;
import nib.engine.abi.RustBorder.Kind;
import nib.engine.abi.RustItems.Function;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.foreign.Convention;
import nib.engine.foreign.Direction;
import nib.engine.foreign.ForeignFunction;
import nib.engine.oracle.PenCheckout;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Pen's own packages from both sides: what Nib lowers their foreign functions and records to, and
/// what their authors wrote in Rust.
@Tag("checkout")
final class PenRustTest {

  private static final Target HOST = Targets.named("x86_64-unknown-linux-gnu").orElseThrow();

  private static final Kind NOTHING = new Kind.Named("nothing");
  private static final Kind STACK = new Kind.Named("pen_stack *");

  /// The records that cross in Pen's packages, by hand: offsets on targets of 64 bits.
  private static final String RECORDS =
      """
      core stringBuilder: 0 pen_any value
      ffi firstRest: 0 bool ok, 8 pen_closure * first, 16 pen_list * rest
      http FfiHeaderMap: 0 pen_any headers
      http FfiResponse: 0 double Status, 8 struct FfiHeaderMap * Headers, 16 pen_string * Body
      os AcceptedStream: 0 struct Stream * Stream, 8 pen_string * Address
      os Datagram: 0 pen_string * Data, 8 pen_string * Address
      os Listener: 0 pen_any inner
      os Metadata: 0 double Size
      os NormalFile: 0 pen_any inner
      os OpenOptions: 0 bool Append, 1 bool Create, 2 bool CreateNew, 3 bool Read, 4 bool Truncate, 5 bool Write
      os Socket: 0 pen_any inner
      os Stream: 0 pen_any inner
      os-sync AcceptedStream: 0 struct Stream * Stream, 8 pen_string * Address
      os-sync Datagram: 0 pen_string * Data, 8 pen_string * Address
      os-sync Listener: 0 pen_any inner
      os-sync Metadata: 0 double Size
      os-sync NormalFile: 0 pen_any inner
      os-sync OpenOptions: 0 bool Append, 1 bool Create, 2 bool CreateNew, 3 bool Read, 4 bool Truncate, 5 bool Write
      os-sync Socket: 0 pen_any inner
      os-sync Stream: 0 pen_any inner
      regex Expression: 0 pen_any inner
      sql Options: 0 double MinConnections, 8 double MaxConnections, 16 double ConnectTimeout
      sql Pool: 0 pen_any inner
      test State: 0 pen_any state
      """;

  private Path root = Path.of("");
  private final List<Side> sides = new ArrayList<>();
  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, String> records = new TreeMap<>();

  /// A package: its functions, and the Rust sources beside it.
  private record Side(String name, List<ForeignFunction> functions, RustBorder rust) {

    Lowering lowering() {
      return new Lowering(names());
    }

    RecordNames names() {
      return RecordNames.of(functions);
    }

    List<ForeignFunction> functions(Direction direction) {
      return functions.stream().filter(one -> one.direction() == direction).toList();
    }

    /// The record that a pointer leads to, as Nib lays it out.
    Optional<Layout> layout(CType.Pointer pointer) {
      return functions.stream()
          .flatMap(one -> one.records().stream())
          .filter(one -> names().tag(one.type()).equals(pointer.to()))
          .findFirst()
          .flatMap(new Layouts(HOST, names())::record);
    }
  }

  @BeforeEach
  void read() throws Exception {
    root = PenCheckout.root();
    for (var folder : Borders.packages(root.resolve("packages"))) {
      var functions = Borders.functions(folder);
      var rust = folder.resolve("ffi");
      boolean own = folder.endsWith("ffi");
      if (own || Files.isDirectory(rust)) {
        sides.add(
            new Side(
                String.valueOf(folder.getFileName()),
                functions,
                new RustBorder(own ? root.resolve("lib/ffi/src") : rust, own)));
      } else {
        assertEquals(List.of(), functions, () -> folder + " has no Rust");
      }
    }
  }

  @Test
  void everyFunctionIsAsItsAuthorsWroteItInRust(TestReporter reporter) {
    compareFunctions(reporter);
  }

  private void compareFunctions(TestReporter reporter) {
    int imports = 0;
    int exports = 0;
    var elsewhere = new ArrayList<String>();
    for (var side : sides) {
      for (var function : side.functions(Direction.IMPORT)) {
        imports += compared(side, function, side.rust(), side.rust().definitions(function.name()));
      }
      for (var function : side.functions(Direction.EXPORT)) {
        int used = compared(side, function, side.rust(), side.rust().uses(function.name()));
        exports += used;
        if (used == 0) {
          elsewhere.add(side.name() + " " + function.name());
          exports += sides.stream().mapToInt(other -> twin(side, function, other)).sum();
        }
      }
    }
    reporter.publishEntry(
        "compared with Rust",
        "%d imports, %d exports, %d records, %d disagreements"
            .formatted(imports, exports, records.size(), disagreements.size()));
    assertEquals(List.of(), disagreements);
    assertEquals(140, imports, "imports that Rust defines");
    assertEquals(45, exports, "exports that Rust uses or has a twin of");
    assertEquals(
        List.of("os-sync _pen_spawn", "os-sync _pen_race", "os-sync _pen_yield"), elsewhere);
  }

  /// What only the code of Pen's compiler calls: another package has the same function in Rust.
  private int twin(Side side, ForeignFunction function, Side other) {
    return compared(side, function, other.rust(), other.rust().definitions(function.name()));
  }

  @Test
  void noneMeetsOnLinuxAndMacosWhatPensCompilerDoesDifferently() {
    var harmed = new TreeSet<String>();
    for (var side : sides) {
      for (var function : side.functions()) {
        if (side.lowering().lower(function) instanceof Lowered.Declared(var declared, _, _)) {
          for (var target : Targets.all()) {
            var c = Calls.byC(declared, target);
            var pen = Calls.byPen(declared, function.convention(), target);
            if (Disagreement.between(c, pen).stream().anyMatch(Disagreement::isHarmful)) {
              harmed.add(target.triple());
            }
          }
        }
      }
    }
    assertEquals(
        Set.of(
            "i686-unknown-linux-musl",
            "wasm32-unknown-unknown",
            "wasm32-wasip1",
            "wasm32-wasip2",
            "x86_64-pc-windows-gnu",
            "x86_64-pc-windows-msvc"),
        harmed);
  }

  @Test
  void everyRecordLiesAsItsAuthorsWroteItInRust(TestReporter reporter) {
    compareFunctions(reporter);
    assertEquals(RECORDS, String.join("\n", records.values()) + "\n");
  }

  @Test
  void everyTypeOfPensOwnLiesAsTheCrateHasIt() {
    var layouts = new Layouts(HOST, RecordNames.of(List.of()));
    var types = new TreeMap<String, Layout>();
    types.put("Any", layouts.any());
    types.put("TypeInformation", layouts.typeInfo());
    types.put("ErrorInner", layouts.error());
    types.put("ListInner", layouts.list());
    types.put("ClosureInner", layouts.closure());
    types.put("ArcBufferInner", layouts.string());
    types.put("Stack", layouts.stack());
    var crate = sides.stream().filter(one -> one.name().equals("ffi")).findFirst().orElseThrow();
    types.forEach((name, layout) -> {
      var structure = crate.rust().structure(name).orElseThrow(() -> new AssertionError(name));
      int tail = layout.tail().isEmpty() ? 0 : 1;
      assertEquals(layout.fields().size() + tail, structure.fields().size(), name);
      int offset = 0;
      for (int i = 0; i < layout.fields().size(); i++) {
        var kind = crate.rust().kind(structure.fields().get(i).type());
        offset = Assigner.roundUp(offset, alignment(kind));
        assertEquals(layout.fields().get(i).offset(), offset, name + " " + i);
        offset += size(kind);
      }
      assertEquals(layout.size(), offset, name);
    });
  }

  /// One where there is exactly one function on the other side and it was held against this one.
  private int compared(
      Side side, ForeignFunction function, RustBorder within, List<Function> found) {
    if (found.size() != 1) {
      return 0;
    }
    switch (side.lowering().lower(function)) {
      case Lowered.Undeclared(var why) -> disagreements.add(function.id() + ": " + why);
      case Lowered.Declared(var declaration, _, _) -> {
        var rust = found.getFirst();
        var place = side.name() + " " + function.id();
        boolean isNative = function.convention() == Convention.NATIVE;
        if (isNative != rust.asynchronous()) {
          disagreements.add("%s: %s".formatted(place, function.convention()));
        } else if (isNative) {
          continued(new Pair(side, place), declaration, within.result(rust));
          values(
              new Pair(side, place),
              declaration.parameters().subList(2, declaration.parameters().size()),
              rust,
              within);
        } else {
          agree(new Pair(side, place + " result"), declaration.result(), within.result(rust));
          values(new Pair(side, place), declaration.parameters(), rust, within);
        }
      }
    }
    return 1;
  }

  /// Where two things are compared.
  private record Pair(Side side, String place) {
    Pair at(String more) {
      return new Pair(side, place + " " + more);
    }
  }

  /// What `bindgen` and `import!` put before the parameters of asynchronous functions.
  private void continued(Pair pair, CFunction declaration, Kind result) {
    agree(pair.at("result"), declaration.result(), NOTHING);
    agree(pair.at("stack"), declaration.parameters().get(0).type(), STACK);
    if (declaration.parameters().get(1).type()
        instanceof CType.FunctionPointer(var nothing, var parameters)) {
      agree(pair.at("k result"), nothing, NOTHING);
      agree(pair.at("k stack"), parameters.getFirst(), STACK);
      agree(
          pair.at("k value"),
          parameters.size() == 2 ? parameters.get(1) : CType.Scalar.VOID,
          result);
    } else {
      disagreements.add(pair.place() + ": the second parameter is no continuation");
    }
  }

  private void values(
      Pair pair, List<CFunction.Parameter> parameters, Function rust, RustBorder within) {
    var kinds =
        rust.parameters().stream()
            .map(one -> within.kind(one.type()))
            .filter(one -> !one.equals(NOTHING))
            .toList();
    if (parameters.size() != kinds.size()) {
      disagreements.add("%s: %s and %s".formatted(pair.place(), parameters, kinds));
      return;
    }
    for (int i = 0; i < kinds.size(); i++) {
      agree(pair.at("parameter " + i), parameters.get(i).type(), kinds.get(i));
    }
  }

  private void agree(Pair pair, CType type, Kind kind) {
    boolean agrees =
        switch (kind) {
          case Kind.Strange _ -> false;
          case Kind.Named(var c) -> c.equals(written(type));
          case Kind.Boxed boxed ->
              type instanceof CType.Pointer pointer
                  && pair.side().layout(pointer).filter(one -> lies(pair, one, boxed)).isPresent();
        };
    if (!agrees) {
      disagreements.add("%s: %s and %s".formatted(pair.place(), type, kind));
    }
  }

  private static String written(CType type) {
    return switch (type) {
      case CType.Scalar.VOID -> "nothing";
      case CType.Scalar.BOOL -> "bool";
      case CType.Scalar.DOUBLE -> "double";
      case CType.Scalar.UINT64 -> "uint64_t";
      case CType.Scalar.SIZE -> "size_t";
      case CType.Value(var name) -> name;
      case CType.Pointer(var to) -> to + " *";
      case CType.FunctionPointer _ -> "function";
    };
  }

  /// Whether a record's fields are the structure's, in the same places and, where the structure has
  /// names, under the same ones.
  private boolean lies(Pair pair, Layout layout, Kind.Boxed boxed) {
    var kinds = boxed.kinds();
    if (layout.fields().size() != kinds.size()) {
      return false;
    }
    var line =
        new StringBuilder(pair.side().name() + " " + layout.name().replace("struct ", "") + ":");
    int end = 0;
    for (int i = 0; i < kinds.size(); i++) {
      var field = layout.fields().get(i);
      agree(pair.at(layout.name() + "." + field.name()), field.type(), kinds.get(i));
      int offset = Assigner.roundUp(end, alignment(kinds.get(i)));
      end = offset + size(kinds.get(i));
      String name = boxed.fields().get(i).name();
      if (offset != field.offset()
          || (!name.isEmpty() && !name.replace("_", "").equalsIgnoreCase(field.name()))) {
        disagreements.add("%s: %s and %s at %d".formatted(pair.place(), field, name, offset));
      }
      line.append(" %d %s %s,".formatted(field.offset(), written(field.type()), field.name()));
    }
    records.put(pair.side().name() + " " + layout.name(), line.substring(0, line.length() - 1));
    return true;
  }

  private static int alignment(Kind kind) {
    return kind.equals(new Kind.Named("bool")) ? 1 : 8;
  }

  private static int size(Kind kind) {
    return switch (kind) {
      case Kind.Named(var c) -> c.equals("bool") ? 1 : c.equals("pen_any") ? 16 : 8;
      case Kind.Boxed _, Kind.Strange _ -> 8;
    };
  }
}
