package nib.engine.assist;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nib.engine.checking.CheckedModule;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;
import nib.engine.text.Excerpt;
import nib.engine.text.Site;
import nib.engine.text.Span;

/// Every place that mentions what the name at a place stands for.
///
/// Two names mean the same when they are defined in the same place of the same file. A package that
/// is open and also another one's dependency is one package here, as it is one folder.
public final class UsageFinder {

  private static final int LONGEST_LINE = 200;

  private final Place place;
  private final Subject subject;
  private final Site site;
  private final String name;

  private UsageFinder(Place place, Subject subject, Site site, String name) {
    this.place = place;
    this.subject = subject;
    this.site = site;
    this.name = name;
  }

  /// The usages in the modules of the packages that are open, and of the one that the place is in.
  /// The definition is the first; the rest is in the order of files and lines.
  public static List<Usage> find(Place place) {
    var usages = new LinkedHashSet<Usage>();
    TokenAt.word(place)
        .ifPresent(word -> {
          for (var subject : DefinitionFinder.subjects(place)) {
            subject
                .site()
                .map(site -> new UsageFinder(place, subject, site, word.text()).usages())
                .ifPresent(usages::addAll);
          }
        });
    return List.copyOf(usages);
  }

  private List<Usage> usages() {
    var found = new ArrayList<Usage>();
    definition().ifPresent(found::add);
    searched().forEach(module -> found.addAll(in(module)));
    return found;
  }

  private boolean isModule() {
    return subject instanceof Subject.ImportedModule;
  }

  private Optional<Usage> definition() {
    return isModule()
        ? Optional.empty()
        : place
            .program()
            .module(site.location().file())
            .flatMap(place.program().graph()::find)
            .map(module -> usage(module, site.span(), true));
  }

  private Collection<CheckedModule> searched() {
    if (subject instanceof Subject.Local) {
      return List.of(place.module());
    }
    var packages = new HashSet<PackageId>(place.program().graph().opened());
    packages.add(place.module().scope().id().owner());
    var byFile = new LinkedHashMap<Path, CheckedModule>();
    place.program().modules(packages).stream()
        .sorted(Comparator.comparing(UsageFinder::file))
        .forEach(module -> byFile.putIfAbsent(file(module), module));
    return byFile.values();
  }

  private List<Usage> in(CheckedModule module) {
    var pen = module.scope().module();
    var found = new ArrayList<Usage>();
    if (!isModule() && !pen.source().text().contains(name)) {
      return found;
    }
    var subjects = new Subjects(place.program(), module);
    var rest = new ArrayDeque<SyntaxNode>();
    rest.add(SyntaxPath.whole(pen.syntax()));
    while (!rest.isEmpty()) {
      var node = rest.pop();
      SyntaxChildren.of(node).forEach(rest::push);
      if (node instanceof Mention mention
          && couldBe(mention)
          && subjects.of(mention).stream().anyMatch(one -> one.site().equals(Optional.of(site)))
          && !isDefinition(module, mention)) {
        found.add(usage(pen, mention.span(), false));
      }
    }
    found.sort(Comparator.comparingInt(usage -> usage.span().start()));
    return found;
  }

  private boolean couldBe(Mention mention) {
    return isModule() || mention.text().equals(name);
  }

  private boolean isDefinition(CheckedModule module, Mention mention) {
    return mention.span().equals(site.span()) && file(module).equals(site.location().file());
  }

  private static Usage usage(PenModule module, Span span, boolean definition) {
    return new Usage(
        module.path(),
        module.source().locate(span),
        span,
        line(module.source().text(), span.start()),
        definition);
  }

  private static String line(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return Excerpt.of(text.substring(start, end < 0 ? text.length() : end).strip(), LONGEST_LINE);
  }

  private static Path file(CheckedModule module) {
    return module.scope().module().source().file();
  }
}
