package nib.engine.dwarf;

import static nib.engine.dwarf.NotPlainException.unless;

import java.util.ArrayList;
import java.util.List;
import nib.engine.dwarf.Evidence.Match;
import nib.engine.dwarf.Signature.Origin;
import nib.engine.dwarf.Signature.Parameter;
import nib.engine.objectfile.DebugBytes;

/// What functions of a member in C take and return, where GCC or clang described them in DWARF 5 as
/// they usually do. [Signatures] reads everything; this turns down whatever is rare, and whatever
/// [Signatures] might say something else of.
///
/// A command that looks up a few hundred names is over before the virtual machine has compiled much
/// of what it runs: so there are few methods here, and they call few others.
///
/// For one thread.
public final class PlainSignatures {

  private final PlainEntries entries = new PlainEntries();
  private final PlainTypes types = new PlainTypes(entries);
  private final PlainFiles files = new PlainFiles();
  private byte[][] names = {};
  private int[] found = {};
  private int left;
  private String producer = "";

  // What the entries of one function tell.
  private String name = "";
  private String file = "";
  private long line;
  private boolean prototyped;
  private TypeId result = TypeId.VOID;
  private boolean variadic;
  private List<Parameter> parameters = new ArrayList<>();

  /// What there is about each of `wanted`, in their order; nothing at all where one of them is not
  /// told in the common way.
  ///
  /// @param wanted names of functions that the member defines, each once
  public List<Evidence> read(DebugBytes debug, List<byte[]> wanted) {
    try {
      begin(debug, wanted);
      find();
      var all = new Types(types.all(), Long.BYTES);
      var evidence = new ArrayList<Evidence>(found.length);
      for (int entry : found) {
        evidence.add(new Evidence.Found(signature(entry, all), Match.NAME));
      }
      return evidence;
    } catch (NotPlainException e) {
      return List.of();
    }
  }

  private void begin(DebugBytes debug, List<byte[]> wanted) throws NotPlainException {
    entries.open(debug);
    unless(Language.of(entries.number(Attribute.LANGUAGE, 0)) == Language.C);
    long lineTable = entries.number(Attribute.STMT_LIST, -1);
    unless(lineTable >= 0 && lineTable <= Integer.MAX_VALUE);
    files.open(debug, (int) lineTable, entries.string(Attribute.COMP_DIR));
    producer = entries.string(Attribute.PRODUCER);
    types.clear();
    left = wanted.size();
    names = wanted.toArray(byte[][]::new);
    found = new int[left];
    for (byte[] one : names) {
      unless(one.length > 0);
    }
  }

  /// Finds the entries of all functions.
  private void find() throws NotPlainException {
    int[] numbers = entries.numbers();
    int at = entries.end();
    while (left > 0) {
      int row = entries.row(at);
      unless(row >= 0);
      int role = numbers[row + PlainAbbreviations.ROLE];
      entries.spend(1);
      if (role == PlainAbbreviations.NAMED) {
        boolean somewhere = numbers[row + PlainAbbreviations.NAME_AT] < 0;
        if (somewhere || entries.isNamed(at, row, names)) {
          entries.read(at);
          found(entries.named(names), at);
        }
      } else if (role == PlainAbbreviations.COPY) {
        follow(at);
      }
      if (role == PlainAbbreviations.NOTHING
          || numbers[row + PlainAbbreviations.SIBLING_AT] != PlainAbbreviations.SOMEWHERE) {
        at = entries.behindWhole(at, row);
      } else {
        entries.read(at);
        at = entries.next();
      }
    }
  }

  private void found(int which, int at) {
    if (which >= 0 && found[which] == 0) {
      found[which] = at;
      left--;
    }
  }

  /// Looks for the name of the entry at `at` in the one that tells the rest.
  private void follow(int at) throws NotPlainException {
    entries.read(at);
    boolean external = entries.flag(Attribute.EXTERNAL);
    entries.read(entries.reference(Attribute.ABSTRACT_ORIGIN));
    boolean further =
        entries.has(Attribute.ABSTRACT_ORIGIN)
            || entries.has(Attribute.SPECIFICATION)
            || entries.has(Attribute.LINKAGE_NAME);
    unless(!further);
    if (external || entries.flag(Attribute.EXTERNAL)) {
      found(entries.named(names), at);
    }
  }

  private Signature signature(int entry, Types all) throws NotPlainException {
    name = "";
    file = "";
    line = 0;
    prototyped = false;
    result = TypeId.VOID;
    variadic = false;
    parameters = new ArrayList<>();
    entries.read(entry);
    if (entries.has(Attribute.ABSTRACT_ORIGIN)) {
      int original = entries.reference(Attribute.ABSTRACT_ORIGIN);
      add(false);
      entries.read(original);
    }
    add(true);
    unless(prototyped || !parameters.isEmpty() || !result.equals(TypeId.VOID));
    types.readWaiting();
    return new Signature(
        name,
        "",
        result,
        parameters,
        variadic,
        prototyped,
        new Origin(file, line, Language.C, producer),
        all);
  }

  /// Adds what an entry tells, with parameters unless it is a copy.
  private void add(boolean original) throws NotPlainException {
    if (name.isEmpty()) {
      name = entries.string(Attribute.NAME);
    }
    if (file.isEmpty() && entries.has(Attribute.DECL_FILE)) {
      file = files.path(entries.number(Attribute.DECL_FILE, 0));
    }
    if (line == 0) {
      line = entries.number(Attribute.DECL_LINE, 0);
    }
    prototyped |= entries.flag(Attribute.PROTOTYPED);
    if (result.equals(TypeId.VOID)) {
      result = types.typeOf(true);
    }
    if (original && entries.hasChildren()) {
      parameters(entries.end());
    }
  }

  private void parameters(int from) throws NotPlainException {
    int[] numbers = entries.numbers();
    int at = from;
    for (int row = entries.row(at); row >= 0; row = entries.row(at)) {
      int tag = numbers[row + PlainAbbreviations.TAG];
      if (tag == Tag.FORMAL_PARAMETER) {
        entries.read(at);
        parameters.add(parameter());
        at = entries.next();
      } else if (numbers[row + PlainAbbreviations.SIBLING_AT] == PlainAbbreviations.SOMEWHERE) {
        entries.read(at);
        at = entries.next();
      } else {
        variadic |= tag == Tag.UNSPECIFIED_PARAMETERS;
        at = entries.behindWhole(at, row);
      }
    }
  }

  private Parameter parameter() throws NotPlainException {
    unless(entries.has(Attribute.TYPE));
    return new Parameter(
        entries.string(Attribute.NAME),
        types.typeOf(true),
        entries.flag(Attribute.ARTIFICIAL),
        entries.flag(Attribute.VARIABLE_PARAMETER));
  }
}
