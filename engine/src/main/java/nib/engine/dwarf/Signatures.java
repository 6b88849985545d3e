package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.MalformedFileException;
import nib.engine.dwarf.DwarfType.Pointer;
import nib.engine.dwarf.DwarfType.Qualified;
import nib.engine.dwarf.DwarfType.Subroutine;
import nib.engine.dwarf.DwarfType.Typedef;
import nib.engine.dwarf.Evidence.Found;
import nib.engine.dwarf.Evidence.Match;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.objectfile.DebugSections;

/// Finds what functions of one member take and return.
///
/// An object's debugging information is a tree of entries for each source file. Only what leads to
/// the wanted functions is read of it.
public final class Signatures {

  /// What comes before and behind the names of sections, in the order in which they are searched.
  private static final String[][] SPACES = {{"", ""}, {"", ".dwo"}, {".gnu.debuglto_", ""}};

  private static final int MOST_STEPS = 64;

  private final DebugSections sections;
  private final List<Wanted> wanted;
  private final Evidence[] evidence;
  private final boolean[] settled;
  private Optional<NoEvidence> trouble = Optional.empty();

  private Signatures(DebugSections sections, List<Wanted> wanted) {
    this.sections = sections;
    this.wanted = wanted;
    this.evidence = new Evidence[wanted.size()];
    this.settled = new boolean[wanted.size()];
  }

  /// What there is about each of `wanted`, in their order. Damage is no evidence; nothing is
  /// thrown.
  public static List<Evidence> of(DebugSections sections, List<Wanted> wanted) {
    var search = new Signatures(sections, wanted);
    for (String[] names : SPACES) {
      search.in(names[0], names[1]);
    }
    return search.answers();
  }

  private void in(String prefix, String suffix) {
    if (allSettled()) {
      return;
    }
    try {
      var space = Space.of(sections, prefix, suffix);
      if (space.isPresent()) {
        in(space.get());
      }
    } catch (MalformedFileException e) {
      trouble(damaged(e));
    } catch (NoEvidenceException e) {
      trouble(e.why());
    }
  }

  private boolean allSettled() {
    for (boolean one : settled) {
      if (!one) {
        return false;
      }
    }
    return true;
  }

  private void in(Space space) {
    var search = new FunctionSearch(space, sections, wanted, settled);
    search.run();
    var reader = new SignatureReader(space);
    var found = new ArrayList<Integer>();
    for (int i = 0; i < evidence.length; i++) {
      if (!settled[i] && search.entry(i) != 0) {
        evidence[i] = read(reader, search.entry(i), i, search.match(i));
        settled[i] = true;
        found.add(i);
      }
    }
    int addressSize = space.units().isEmpty() ? 0 : space.units().getFirst().shape.addressSize();
    var types = new Types(reader.types().all(), addressSize);
    for (int i : found) {
      if (evidence[i] instanceof Found(var signature, var match)) {
        evidence[i] = new Found(signature.with(types), match);
      }
    }
    if (found.size() < evidence.length) {
      reason(space).ifPresent(this::trouble);
    }
  }

  private Evidence read(SignatureReader reader, int entry, int index, Match match) {
    try {
      var signature = reader.read(entry);
      return match == Match.RESOLVER
          ? new Found(chosen(reader.types().all(), signature, wanted.get(index)), match)
          : new Found(signature, match);
    } catch (MalformedFileException e) {
      return damaged(e);
    } catch (NoEvidenceException e) {
      return e.why();
    }
  }

  /// What a function is that `resolver` returns the address of.
  private static Signature chosen(Map<TypeId, DwarfType> types, Signature resolver, Wanted wanted)
      throws NoEvidenceException {
    var type = bare(types, resolver.result());
    if (type instanceof Pointer pointer
        && bare(types, pointer.target())
            instanceof Subroutine(var result, var parameters, var variadic, var prototyped)) {
      return new Signature(
          wanted.name(),
          "",
          result,
          parameters.stream().map(one -> new Signature.Parameter("", one, false, false)).toList(),
          variadic,
          prototyped,
          resolver.origin(),
          resolver.types());
    }
    throw new NoEvidenceException(Reason.INDIRECT, resolver.name());
  }

  private static DwarfType bare(Map<TypeId, DwarfType> types, TypeId id) {
    DwarfType type = types.getOrDefault(id, new DwarfType.Nothing());
    for (int i = 0; i < MOST_STEPS; i++) {
      if (type instanceof Typedef(_, var target)) {
        type = types.getOrDefault(target, new DwarfType.Nothing());
      } else if (type instanceof Qualified(_, var target)) {
        type = types.getOrDefault(target, new DwarfType.Nothing());
      } else {
        return type;
      }
    }
    return type;
  }

  /// Why a function that is not in `space` may still be described somewhere.
  private static Optional<NoEvidence> reason(Space space) {
    if (space.trouble().isPresent()) {
      return space.trouble();
    }
    boolean assembler = !space.units().isEmpty();
    for (var unit : space.units()) {
      try {
        String dwo = space.rootText(unit, Attribute.DWO_NAME);
        if (!dwo.isEmpty() && !space.split()) {
          return Optional.of(new NoEvidence(Reason.SPLIT, dwo));
        }
      } catch (MalformedFileException e) {
        return Optional.of(damaged(e));
      } catch (NoEvidenceException e) {
        return Optional.of(e.why());
      }
      assembler &= unit.language == Language.ASSEMBLER;
    }
    return assembler ? Optional.of(new NoEvidence(Reason.ASSEMBLER)) : Optional.empty();
  }

  private void trouble(NoEvidence why) {
    if (trouble.isEmpty()) {
      trouble = Optional.of(why);
    }
  }

  private static NoEvidence damaged(MalformedFileException e) {
    return new NoEvidence(Reason.DAMAGED, String.valueOf(e.getMessage()));
  }

  private List<Evidence> answers() {
    if (!allSettled()) {
      var otherwise = trouble.isPresent() ? trouble.get() : absent();
      for (int i = 0; i < evidence.length; i++) {
        if (!settled[i]) {
          evidence[i] = otherwise;
        }
      }
    }
    return List.of(evidence);
  }

  /// Why there is nothing in a member without damage.
  private NoEvidence absent() {
    List<String> names;
    try {
      names = sections.names();
    } catch (MalformedFileException e) {
      return damaged(e);
    }
    for (String name : names) {
      if (name.startsWith(".debug_info") || name.endsWith(".debug_info")) {
        return new NoEvidence(Reason.NOT_DESCRIBED);
      }
    }
    for (String name : names) {
      String what = other(name);
      if (!what.isEmpty()) {
        return new NoEvidence(Reason.OTHER_DEBUG_INFORMATION, what);
      }
    }
    return new NoEvidence(
        names.contains(".debug_line") ? Reason.LINE_TABLES_ONLY : Reason.NO_DEBUG_INFORMATION);
  }

  private static String other(String section) {
    if (section.startsWith(".debug$")) {
      return "CodeView";
    }
    if (section.startsWith(".stab")) {
      return "stabs";
    }
    return section.equals(".ctf") ? "CTF" : "";
  }
}
