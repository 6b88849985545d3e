package nib.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nib.engine.Cursor;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.assist.Completion;
import nib.engine.assist.Hover;
import nib.engine.assist.OutlineItem;
import nib.engine.assist.Usage;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// What an engine would answer about the package of [Packages], by searching its texts for words.
final class MadeUpAssist {

  private static final List<String> NAMES =
      List.of("Find", "Length", "_pen_core_utf8_find", "_pen_core_utf8_length", "_pen_core_now");

  private final OpenedPackage view;

  private MadeUpAssist(OpenedPackage view) {
    this.view = view;
  }

  /// Lets a workbench answer so; its modules get their outlines.
  static void give(FakeWorkbench workbench) {
    var core = workbench.view;
    var assist = new MadeUpAssist(core);
    workbench.hovers = assist::hover;
    workbench.definitions = assist::definition;
    workbench.completions = assist::completions;
    workbench.usages = assist::usages;
    workbench.view =
        new OpenedPackage(
            core.root(),
            core.name(),
            core.kind(),
            core.modules().stream().map(MadeUpAssist::outlined).toList(),
            core.entries(),
            core.dependencies(),
            core.diagnostics());
  }

  private static ModuleView outlined(ModuleView module) {
    var items = new ArrayList<OutlineItem>();
    var definition =
        Pattern.compile(
            "(?m)^(import foreign \"c\" |foreign \"c\" )?(\\w+)(?: =)? (\\\\\\(.*?)(?: \\{)?$");
    var found = definition.matcher(module.source().text());
    while (found.find()) {
      var name = new Span(found.start(2), found.end(2));
      int end = module.source().text().indexOf("\n}\n", found.start());
      boolean isImport = found.group().startsWith("import");
      items.add(
          new OutlineItem(
              found.group(2),
              isImport
                  ? OutlineItem.Kind.FOREIGN_IMPORT
                  : found.group(1) == null
                      ? OutlineItem.Kind.FUNCTION
                      : OutlineItem.Kind.FOREIGN_EXPORT,
              found.group(3),
              Character.isUpperCase(found.group(2).charAt(0)),
              module.source().locate(name),
              name,
              new Span(found.start(), isImport || end < 0 ? found.end() : end + 2)));
    }
    return new ModuleView(module.path(), module.kind(), module.source(), items);
  }

  private Optional<Hover> hover(Cursor cursor) {
    return name(cursor)
        .map(name ->
            new Hover(
                new Span(cursor.offset(), cursor.offset() + 1),
                name + " : \\(string, string) number",
                "A foreign function with C's calling convention, declared in String/Utf8.pen."));
  }

  private Optional<Site> definition(Cursor cursor) {
    return name(cursor)
        .flatMap(name -> mentions(name).stream().filter(Usage::definition).findFirst())
        .map(usage -> new Site(usage.location(), usage.span()));
  }

  private List<Completion> completions(Cursor cursor) {
    String text = text(cursor).text();
    int start = cursor.offset();
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    int from = start;
    String typed = text.substring(from, cursor.offset()).toLowerCase(Locale.ROOT);
    return NAMES.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
        .map(name ->
            new Completion(
                name,
                name.startsWith("_") ? Completion.Kind.FOREIGN_IMPORT : Completion.Kind.FUNCTION,
                "\\(string) number",
                name.equals("_pen_core_now") ? "Core'Number" : "",
                new Span(from, cursor.offset())))
        .toList();
  }

  private List<Usage> usages(Cursor cursor) {
    return name(cursor).map(this::mentions).orElse(List.of());
  }

  private List<Usage> mentions(String name) {
    var usages = new ArrayList<Usage>();
    for (var module : view.modules()) {
      var source = module.source();
      var found = Pattern.compile("\\b" + name + "\\b").matcher(source.text());
      while (found.find()) {
        var span = new Span(found.start(), found.end());
        String line = source.text().lines().toList().get(source.locate(span).line() - 1);
        boolean defines = line.startsWith(name + " =") || line.startsWith("import foreign");
        usages.add(new Usage(module.path(), source.locate(span), span, line.strip(), defines));
      }
    }
    return usages;
  }

  private Optional<String> name(Cursor cursor) {
    String text = text(cursor).text();
    int start = cursor.offset();
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    int end = cursor.offset();
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return Optional.of(text.substring(start, end)).filter(NAMES::contains);
  }

  private SourceText text(Cursor cursor) {
    return cursor.edited().stream()
        .filter(draft -> draft.file().equals(cursor.file()))
        .findFirst()
        .orElseGet(() ->
            view.modules().stream()
                .map(ModuleView::source)
                .filter(source -> source.file().equals(cursor.file()))
                .findFirst()
                .orElseThrow());
  }
}
