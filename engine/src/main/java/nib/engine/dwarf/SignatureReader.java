package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nib.engine.binary.MalformedFileException;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.dwarf.Signature.Origin;
import nib.engine.dwarf.Signature.Parameter;
import org.jspecify.annotations.Nullable;

/// Reads a function's entry, and those that it refers to: what an inlined function and its copy
/// have in common stands in `DW_AT_abstract_origin`, what was declared in a class or namespace in
/// `DW_AT_specification` (DWARF 5, sections 3.3.8 and 2.13.2).
final class SignatureReader {

  private static final Types NO_TYPES = new Types(Map.of(), 0);

  private final Space space;
  private final TypeReader types;
  private final SourceFiles files;
  private @Nullable EntryReader entries;

  private @Nullable Unit lastUnit;
  private String lastProducer = "";

  // What the entries of one function tell, the first of them first.
  private String name = "";
  private String linkageName = "";
  private TypeId result = TypeId.VOID;
  private String file = "";
  private long line;
  private boolean prototyped;
  private boolean external;
  private boolean variadic;
  private boolean ownParameters;
  private List<Parameter> parameters = new ArrayList<>();

  SignatureReader(Space space) {
    this.space = space;
    this.types = new TypeReader(space);
    this.files = new SourceFiles(space);
  }

  /// The types that signatures read so far speak of.
  TypeReader types() {
    return types;
  }

  /// Reads the function whose entry is at `entry`; what its types stand for is added later.
  Signature read(int entry) throws MalformedFileException, NoEvidenceException {
    clear();
    var unit = space.unitOf(entry);
    if (entries == null) {
      entries = new EntryReader(space, unit);
    }
    var reader = entries;
    int at = entry;
    for (int i = 0; at != 0 && i < FunctionSearch.MOST_STEPS; i++) {
      reader.enter(space.unitOf(at));
      reader.read(at);
      at = FunctionSearch.next(reader);
      add(reader, i == 0);
    }
    if (unit.language == Language.ASSEMBLER) {
      throw new NoEvidenceException(Reason.ASSEMBLER, file);
    }
    String producer = producer(unit);
    boolean old = unit.language.tagged() && !prototyped;
    if (result.equals(TypeId.VOID) && parameters.isEmpty() && !prototyped) {
      if (variadic && old) {
        throw new NoEvidenceException(Reason.UNSPECIFIED, "");
      }
      refuseLineTables(unit, producer);
    }
    types.readWaiting();
    return new Signature(
        name,
        linkageName.equals(name) ? "" : linkageName,
        result,
        parameters,
        variadic,
        !old,
        new Origin(file, line, unit.language, producer),
        NO_TYPES);
  }

  /// The compiler of the unit; a member's functions mostly have one.
  private String producer(Unit unit) throws MalformedFileException, NoEvidenceException {
    if (unit != lastUnit) {
      lastProducer = space.rootText(unit, Attribute.PRODUCER);
      lastUnit = unit;
    }
    return lastProducer;
  }

  private void clear() {
    name = "";
    linkageName = "";
    result = TypeId.VOID;
    file = "";
    line = 0;
    prototyped = false;
    external = false;
    variadic = false;
    ownParameters = false;
    parameters = new ArrayList<>();
  }

  private void add(EntryReader reader, boolean first)
      throws MalformedFileException, NoEvidenceException {
    if (name.isEmpty()) {
      name = reader.string(Attribute.NAME);
    }
    boolean named = reader.has(Attribute.LINKAGE_NAME);
    if (linkageName.isEmpty()) {
      linkageName = reader.string(Attribute.LINKAGE_NAME);
    }
    if (file.isEmpty() && reader.has(Attribute.DECL_FILE)) {
      file = files.path(reader.unit(), reader.number(Attribute.DECL_FILE, 0));
    }
    if (line == 0) {
      line = reader.number(Attribute.DECL_LINE, 0);
    }
    prototyped |= reader.flag(Attribute.PROTOTYPED);
    external |= reader.flag(Attribute.EXTERNAL);
    if (result.equals(TypeId.VOID)) {
      result = types.typeOf(reader, true);
    }
    // A copy of an inlined function lists the parameters that it uses, the original all of them;
    // but
    // constructors of one class have an original in common and take different ones.
    boolean copy = first && reader.has(Attribute.ABSTRACT_ORIGIN) && !named;
    if (reader.hasChildren() && !ownParameters && !copy) {
      parameters(reader);
    }
  }

  private void parameters(EntryReader reader) throws MalformedFileException, NoEvidenceException {
    int at = reader.end();
    var list = new ArrayList<Parameter>();
    boolean more = false;
    reader.read(at);
    while (reader.tag() != 0) {
      if (reader.tag() == Tag.FORMAL_PARAMETER) {
        list.add(parameter(reader));
      }
      more |= reader.tag() == Tag.UNSPECIFIED_PARAMETERS;
      reader.read(reader.next());
    }
    if (!list.isEmpty() || more) {
      parameters = list;
      variadic = more;
      ownParameters = true;
    }
  }

  private Parameter parameter(EntryReader reader)
      throws MalformedFileException, NoEvidenceException {
    String itsName = reader.string(Attribute.NAME);
    boolean artificial = reader.flag(Attribute.ARTIFICIAL);
    boolean output = reader.flag(Attribute.VARIABLE_PARAMETER);
    var source = reader;
    for (int i = 0;
        i < FunctionSearch.MOST_STEPS
            && !source.has(Attribute.TYPE)
            && source.has(Attribute.ABSTRACT_ORIGIN);
        i++) {
      int target = source.reference(Attribute.ABSTRACT_ORIGIN);
      source = new EntryReader(space, reader.unit());
      source.enter(space.unitOf(target));
      source.read(target);
      itsName = itsName.isEmpty() ? source.string(Attribute.NAME) : itsName;
      artificial |= source.flag(Attribute.ARTIFICIAL);
    }
    if (!source.has(Attribute.TYPE)) {
      throw new NoEvidenceException(Reason.UNSPECIFIED, "parameter `" + itsName + "` has no type");
    }
    return new Parameter(itsName, types.typeOf(source, true), artificial, output);
  }

  /// Fails where the entry looks as one does that tells no types: that is not `void f(void)`.
  ///
  /// LLVM's tell then neither lines nor who sees the function. GCC's (`-g1`) tell both; but then no
  /// type at all stands in the unit, and GCC writes its options down unless told otherwise.
  private void refuseLineTables(Unit unit, String producer)
      throws MalformedFileException, NoEvidenceException {
    boolean bare = line == 0 && !external;
    boolean terse =
        producer.startsWith("GNU ")
            && (producer.contains(" -g1") || !producer.contains(" -g"))
            && !hasTypes(unit);
    if (bare || terse) {
      throw new NoEvidenceException(Reason.LINE_TABLES_ONLY, "");
    }
  }

  private boolean hasTypes(Unit unit) throws MalformedFileException, NoEvidenceException {
    if (unit.children == 0) {
      return false;
    }
    var reader = new EntryReader(space, unit);
    int at = unit.children;
    while (at < unit.end) {
      reader.kind(at);
      if (reader.tag() == 0 || reader.tag() == Tag.BASE) {
        return reader.tag() != 0;
      }
      at = reader.skipWhole();
    }
    return false;
  }
}
