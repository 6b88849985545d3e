package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.abi.Layout.Field;
import nib.engine.ctype.CType;
import nib.engine.ctype.CType.Pointer;
import nib.engine.ctype.CType.Scalar;
import nib.engine.target.Target;
import nib.engine.types.RecordDefinition;

/// Layouts of what crosses Pen's border, for one target: the types of `lib/mir-fmm/src/type_.rs` as
/// structures whose fields are aligned as C aligns them.
public final class Layouts {

  private final Target target;
  private final RecordNames names;
  private final Lowering lowering;

  /// @param names what records are called in C
  public Layouts(Target target, RecordNames names) {
    this.target = target;
    this.names = names;
    this.lowering = new Lowering(names);
  }

  /// A record's fields in the order of their definition. Those that are nothing, as `none` is, take
  /// no space. Empty for a record without fields, which is nothing itself.
  public Optional<Layout> record(RecordDefinition definition) {
    if (definition.type().empty()) {
      return Optional.empty();
    }
    var fields = new ArrayList<Named>();
    for (var field : definition.fields()) {
      lowering.lower(field.type()).ifPresent(type -> fields.add(new Named(field.name(), type)));
    }
    return Optional.of(structure(names.tag(definition.type()), fields, ""));
  }

  /// `any` and every union: the dynamic type, and 64 bits on every target.
  public Layout any() {
    return structure(
        "pen_any",
        List.of(
            new Named("type", new Pointer("const pen_type_info")),
            new Named("payload", Scalar.UINT64)),
        "");
  }

  /// What `pen_any` has in its first word: three functions and the compiler's own.
  public Layout typeInfo() {
    return structure(
        "pen_type_info",
        List.of(
            new Named("clone", new CType.FunctionPointer(Scalar.UINT64, List.of(Scalar.UINT64))),
            new Named("drop", new CType.FunctionPointer(Scalar.VOID, List.of(Scalar.UINT64))),
            new Named(
                "synchronize", new CType.FunctionPointer(Scalar.VOID, List.of(Scalar.UINT64))),
            new Named("extra", new Pointer("void"))),
        "");
  }

  /// A string that is not empty; the empty one may be a null pointer instead.
  public Layout string() {
    return structure(
        "pen_string", List.of(new Named("length", Scalar.SIZE)), "length bytes, not terminated");
  }

  /// A function value.
  public Layout closure() {
    return structure(
        "pen_closure",
        List.of(
            new Named("entry", new Pointer("void")),
            new Named("metadata", new Pointer("const pen_closure_metadata"))),
        "what the function captured");
  }

  public Layout error() {
    return structure("pen_error", List.of(new Named("source", new CType.Value("pen_any"))), "");
  }

  /// A list of any element type.
  public Layout list() {
    return structure("pen_list", List.of(new Named("node", new Pointer("pen_closure"))), "");
  }

  /// A map of any types.
  public Layout map() {
    return structure(
        "pen_map",
        List.of(new Named("hamt", new Pointer("void")), new Named("size", Scalar.DOUBLE)),
        "");
  }

  /// The native convention's continuation stack.
  public Layout stack() {
    return structure(
        "pen_stack",
        List.of(
            new Named("base", new Pointer("uint8_t")),
            new Named("size", Scalar.SIZE),
            new Named("capacity", Scalar.SIZE)),
        "");
  }

  /// The block on the heap that a counted pointer points into.
  ///
  /// @param payload what the pointer points to
  public HeapBlock block(Layout payload) {
    int word = target.pointerBytes();
    return new HeapBlock(payload, word, Assigner.roundUp(word, payload.alignment()));
  }

  private record Named(String name, CType type) {}

  private Layout structure(String name, List<Named> members, String tail) {
    var fields = new ArrayList<Field>();
    int end = 0;
    int alignment = 1;
    for (var member : members) {
      var shape = Shape.of(member.type(), target);
      int offset = Assigner.roundUp(end, shape.alignment());
      fields.add(new Field(member.name(), member.type(), offset, shape.size()));
      end = offset + shape.size();
      alignment = Math.max(alignment, shape.alignment());
    }
    return new Layout(name, Assigner.roundUp(end, alignment), alignment, fields, tail);
  }
}
