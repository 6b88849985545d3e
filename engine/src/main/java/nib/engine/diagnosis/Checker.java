package nib.engine.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnosis.SymbolIndex.Hit;
import nib.engine.diagnostic.BorderProblem;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Severity;
import nib.engine.foreign.Direction;
import nib.engine.objectfile.Symbol;
import nib.engine.symbols.Library;
import nib.engine.symbols.MangledName;
import nib.engine.target.Target;

/// Holds a package's border against the archives that were built for it.
///
/// What it rests on is symbols alone: names, kinds, bindings, machines. It never says fine where it
/// could not look: while a member is unreadable, an absent symbol is not checkable instead of
/// missing.
public final class Checker {

  private static final int NEAREST = 3;

  private final Target target;
  private final SymbolIndex index;

  private Checker(Target target, List<Library> libraries) {
    this.target = target;
    this.index = new SymbolIndex(libraries);
  }

  public static CheckReport check(
      List<Declaration> border, Target target, List<Library> libraries) {
    var checker = new Checker(target, libraries);
    return new CheckReport(
        target,
        checker.index.archives(),
        border.stream().map(checker::verdict).toList(),
        checker.index.blindSpots());
  }

  /// The verdict is about the two sides; what the module says alone is a finding and changes
  /// nothing.
  private EntryVerdict verdict(Declaration declared) {
    var verdict = sides(declared);
    if (declared.used()) {
      return verdict;
    }
    var findings = new ArrayList<>(verdict.findings());
    findings.add(unused(declared));
    return new EntryVerdict(
        verdict.entry(),
        verdict.verdict(),
        verdict.tier(),
        verdict.sentence(),
        verdict.definition(),
        findings);
  }

  private EntryVerdict sides(Declaration declared) {
    var found = new ArrayList<Finding>();
    if (index.archives().isEmpty()) {
      return new EntryVerdict(
          declared.id(),
          Verdict.NOT_BUILT,
          Tier.NONE,
          "no archive for %s yet".formatted(target.triple()),
          Optional.empty(),
          found);
    }
    return declared.direction() == Direction.IMPORT
        ? foreignImport(declared, found)
        : foreignExport(declared, found);
  }

  /// What the module says alone; no archive was looked at for it.
  private static Finding unused(Declaration declared) {
    var diagnostic =
        new Diagnostic(
            Severity.WARNING,
            new BorderProblem.UnusedImport(declared.symbol()),
            declared.location(),
            declared.span());
    return new Finding(declared.id(), diagnostic, Optional.empty(), List.of());
  }

  private EntryVerdict foreignImport(Declaration declared, List<Finding> found) {
    String symbol = target.symbolPrefix() + declared.symbol();
    var callable =
        ofThisMachine(
            index.named(symbol).stream()
                .filter(hit -> hit.symbol().linkable() && isCode(hit.symbol()))
                .toList());
    if (callable.isEmpty()) {
      return notCallable(declared, symbol, found);
    }
    Hit first = definition(callable);
    machine(declared, first)
        .ifPresent(
            problem -> found.add(finding(declared, Severity.ERROR, problem, Optional.of(first))));
    var strong =
        callable.stream().filter(hit -> hit.symbol().binding() != Symbol.Binding.WEAK).toList();
    if (strong.size() > 1) {
      found.add(
          finding(
              declared,
              Severity.WARNING,
              new BorderProblem.SymbolDefinedTwice(
                  declared.symbol(), strong.stream().map(Hit::memberName).toList()),
              Optional.of(first)));
    }
    if (strong.isEmpty()) {
      found.add(
          finding(
              declared,
              Severity.NOTE,
              new BorderProblem.SymbolWeak(declared.symbol(), first.memberName()),
              Optional.of(first)));
    }
    return judged(declared, first, found);
  }

  /// Without what fat files have for other machines, which a linker does not look at. Where it is
  /// all they have, it stays and is reported.
  private List<Hit> ofThisMachine(List<Hit> hits) {
    var fitting =
        hits.stream()
            .filter(hit ->
                hit.library().kind() != Library.Kind.FAT_FILE
                    || Machines.fits(hit.member().object(), target))
            .toList();
    return fitting.isEmpty() ? hits : fitting;
  }

  /// The definition that a link takes: the first strong one, else the first.
  private static Hit definition(List<Hit> callable) {
    return callable.stream()
        .filter(hit -> hit.symbol().binding() != Symbol.Binding.WEAK)
        .findFirst()
        .orElseGet(callable::getFirst);
  }

  private EntryVerdict judged(Declaration declared, Hit definition, List<Finding> found) {
    Verdict verdict = worst(found);
    String hidden =
        definition.symbol().visibility() == Symbol.Visibility.HIDDEN
            ? ", hidden, which still resolves in a static link"
            : "";
    String sentence =
        verdict == Verdict.AGREES
            ? "defined in %s%s".formatted(definition.memberName(), hidden)
            : found.stream()
                .filter(one -> one.diagnostic().severity() != Severity.NOTE)
                .max(java.util.Comparator.comparing(one -> one.diagnostic().severity()))
                .map(one -> one.diagnostic().message())
                .orElse("");
    return new EntryVerdict(
        declared.id(), verdict, Tier.SYMBOL, sentence, Optional.of(definition.place()), found);
  }

  private static Verdict worst(List<Finding> found) {
    if (found.stream().anyMatch(one -> one.diagnostic().severity() == Severity.ERROR)) {
      return Verdict.BROKEN;
    }
    return found.stream().anyMatch(one -> one.diagnostic().severity() == Severity.WARNING)
        ? Verdict.DOUBTFUL
        : Verdict.AGREES;
  }

  private Optional<Problem> machine(Declaration declared, Hit hit) {
    var object = hit.member().object();
    return Machines.fits(object, target)
        ? Optional.empty()
        : Optional.of(
            new BorderProblem.WrongMachine(
                declared.symbol(),
                hit.memberName(),
                Machines.words(object, target),
                target.triple()));
  }

  private EntryVerdict notCallable(Declaration declared, String symbol, List<Finding> found) {
    var explained = explain(declared, symbol);
    if (explained.isEmpty() && !index.blindSpots().isEmpty()) {
      return new EntryVerdict(
          declared.id(),
          Verdict.NOT_CHECKABLE,
          Tier.NONE,
          "`%s` was not found, and %s".formatted(declared.symbol(), index.blindSpots().getFirst()),
          Optional.empty(),
          found);
    }
    var finding = explained.orElseGet(() -> missing(declared));
    found.add(finding);
    return new EntryVerdict(
        declared.id(),
        Verdict.BROKEN,
        Tier.SYMBOL,
        finding.diagnostic().message(),
        finding.at(),
        found);
  }

  /// Why a symbol that is not callable is there all the same.
  private Optional<Finding> explain(Declaration declared, String symbol) {
    for (var hit : index.named(symbol)) {
      String member = hit.memberName();
      if (hit.symbol().linkable()) {
        return Optional.of(
            error(
                declared,
                new BorderProblem.SymbolNotCode(declared.symbol(), member, kind(hit.symbol())),
                hit));
      }
      if (hit.symbol().defined() && hit.symbol().binding() == Symbol.Binding.LOCAL) {
        return Optional.of(
            error(declared, new BorderProblem.SymbolLocal(declared.symbol(), member), hit));
      }
    }
    return mangled(declared)
        .or(() ->
            index.named(symbol).stream()
                .findFirst()
                .map(hit ->
                    error(
                        declared,
                        new BorderProblem.SymbolUndefined(declared.symbol(), hit.memberName()),
                        hit)));
  }

  private Optional<Finding> mangled(Declaration declared) {
    var hit = index.mangled(declared.symbol());
    return hit.flatMap(one -> MangledName.of(one.symbol().name()))
        .map(name ->
            error(
                declared,
                new BorderProblem.SymbolMangled(
                    declared.symbol(),
                    hit.get().memberName(),
                    name.mangled(),
                    name.readable(),
                    name.language().word()),
                hit.get()));
  }

  private Finding missing(Declaration declared) {
    var nearest = index.functionNames().to(declared.symbol(), NEAREST);
    var searched = index.archives().stream().map(one -> String.valueOf(one.getFileName())).toList();
    return finding(
        declared,
        Severity.ERROR,
        new BorderProblem.SymbolMissing(declared.symbol(), searched, nearest),
        nearest.stream().findFirst().map(name -> definition(index.named(name))));
  }

  private EntryVerdict foreignExport(Declaration declared, List<Finding> found) {
    var defined =
        index.named(target.symbolPrefix() + declared.symbol()).stream()
            .filter(hit -> hit.symbol().linkable())
            .findFirst();
    if (defined.isEmpty()) {
      return new EntryVerdict(
          declared.id(),
          Verdict.NOT_CHECKABLE,
          Tier.NONE,
          "Pen defines it, and no archive with the package's compiled Pen code was looked at",
          Optional.empty(),
          found);
    }
    if (!compiledFromPen(defined.get())) {
      found.add(
          error(
              declared,
              new BorderProblem.ExportCollides(declared.symbol(), defined.get().memberName()),
              defined.get()));
    }
    return judged(declared, defined.get(), found);
  }

  /// Pen's compiler gives every function a closure whose symbol is the module's file and the
  /// function's name: `Foo/Bar.pen:Baz` (`lib/app/src/module_compiler.rs`).
  private static boolean compiledFromPen(Hit hit) {
    return hit.member().object().symbols().stream()
        .anyMatch(symbol -> symbol.name().contains(".pen:"));
  }

  /// Assembler output often has no type; then the letter of its section decides.
  private static boolean isCode(Symbol symbol) {
    return symbol.callable()
        && (symbol.kind() != Symbol.Kind.UNTYPED || "TtWw".indexOf(symbol.letter()) >= 0);
  }

  private static String kind(Symbol symbol) {
    return switch (symbol.kind()) {
      case DATA -> "data";
      case THREAD_LOCAL -> "thread-local data";
      case FUNCTION, INDIRECT_FUNCTION -> "a function";
      case SECTION, FILE, UNTYPED -> "a label of section " + symbol.section();
    };
  }

  private Finding error(Declaration declared, Problem problem, Hit hit) {
    return finding(declared, Severity.ERROR, problem, Optional.of(hit));
  }

  private Finding finding(
      Declaration declared, Severity severity, Problem problem, Optional<Hit> at) {
    return new Finding(
        declared.id(),
        new Diagnostic(severity, problem, declared.location(), declared.span()),
        at.map(Hit::place),
        index.archives());
  }
}
