package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CFunction.Parameter;
import nib.engine.ctype.CType;
import nib.engine.ctype.CType.Pointer;
import nib.engine.ctype.CType.Scalar;
import nib.engine.ctype.CType.Value;
import nib.engine.foreign.ForeignFunction;
import nib.engine.types.Type;

/// Lowers Pen types to the C types that cross the border (`lib/mir-fmm/src/type_.rs`):
///
/// - a `number` is a `double`, a `boolean` one byte that holds 0 or 1;
/// - `none` and a record without fields are nothing: no parameter, a `void` result;
/// - strings, functions, lists, maps, errors and all other records are pointers to counted blocks;
/// - `any` and every union are `pen_any`, two words by value.
///
/// With the native convention a continuation stack and a continuation come first, and the result
/// goes to the continuation (`fmm/src/analysis/cps`).
public final class Lowering {

  /// The remark on every function of the native convention.
  public static final String HIDDEN =
      "the native convention adds a continuation stack and a continuation, which takes the result";

  private final RecordNames names;

  /// @param names what records are called in C
  public Lowering(RecordNames names) {
    this.names = names;
  }

  public Lowered lower(ForeignFunction function) {
    var unknown = function.type().unknown();
    if (unknown.isPresent()) {
      return new Lowered.Undeclared(
          "type `%s` is unknown: %s".formatted(unknown.get().written(), unknown.get().why()));
    }
    if (!(function.type() instanceof Type.Function(var parameters, var result))) {
      return new Lowered.Undeclared(
          "`%s` is not a function type".formatted(function.type().written()));
    }
    var remarks = new ArrayList<String>();
    var lowered = new ArrayList<Parameter>();
    var parts = new ArrayList<CallPart>();
    for (int i = 0; i < parameters.size(); i++) {
      String name = function.parameterNames().get(i);
      var type = lower(parameters.get(i));
      if (type.isPresent()) {
        lowered.add(new Parameter(name, type.get()));
        parts.add(new CallPart.Argument(i));
      } else {
        remarks.add(
            "parameter `%s` is `%s` and is not passed"
                .formatted(name, parameters.get(i).written()));
      }
    }
    var returned = lower(result);
    return switch (function.convention()) {
      case C ->
          new Lowered.Declared(
              new CFunction(function.name(), returned.orElse(Scalar.VOID), lowered),
              remarks,
              new CallParts(parts));
      case NATIVE -> {
        remarks.addFirst(HIDDEN);
        lowered.addAll(0, hidden(returned, function.parameterNames()));
        parts.addAll(0, List.of(new CallPart.Stack(), new CallPart.Continuation()));
        yield new Lowered.Declared(
            new CFunction(function.name(), Scalar.VOID, lowered), remarks, new CallParts(parts));
      }
    };
  }

  /// The parameters that the native convention puts before the declared ones, under names of their
  /// own.
  private static List<Parameter> hidden(Optional<CType> result, List<String> taken) {
    var stack = new Pointer("pen_stack");
    var continued = new ArrayList<CType>(List.of(stack));
    result.ifPresent(continued::add);
    return List.of(
        new Parameter(free("stack", taken), stack),
        new Parameter(free("k", taken), new CType.FunctionPointer(Scalar.VOID, continued)));
  }

  private static String free(String name, List<String> taken) {
    return taken.contains(name) ? free(name + "_", taken) : name;
  }

  /// The C type of a value; nothing for what is not passed.
  public Optional<CType> lower(Type type) {
    return switch (type) {
      case Type.Primitive primitive ->
          switch (primitive) {
            case NONE -> Optional.empty();
            case BOOLEAN -> Optional.of(Scalar.BOOL);
            case NUMBER -> Optional.of(Scalar.DOUBLE);
            case STRING -> Optional.of(new Pointer("pen_string"));
            case ERROR -> Optional.of(new Pointer("pen_error"));
            case ANY -> Optional.of(new Value("pen_any"));
          };
      case Type.Function _ -> Optional.of(new Pointer("pen_closure"));
      case Type.ListOf _ -> Optional.of(new Pointer("pen_list"));
      case Type.MapOf _ -> Optional.of(new Pointer("pen_map"));
      case Type.RecordOf record ->
          record.empty() ? Optional.empty() : Optional.of(new Pointer(names.tag(record)));
      case Type.Union _, Type.Unknown _ -> Optional.of(new Value("pen_any"));
    };
  }
}
