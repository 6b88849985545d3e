package nib.app.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.app.Background;
import nib.app.project.Project;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.Workbench;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.packages.ModuleKind;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// An editor over real files in a folder, without a toolkit. The engine behind it knows one
/// mistake: the word `wrong`.
final class Rig {

  final Path folder;
  final Deque<Runnable> jobs = new ArrayDeque<>();
  final Project project;
  final EditorViewModel editor;
  private boolean waiting;

  Rig(Path folder, Map<String, String> modules) {
    this.folder = folder;
    modules.forEach((name, text) -> write(name, text));
    write("pen.json", "{}");
    var background =
        new Background(this::start, Runnable::run, () -> true, (_, then) -> start(then));
    project = new Project(workbench(), background);
    editor = new EditorViewModel(project, background);
    project.open(folder);
  }

  static Rig with(Path folder, String text) {
    return new Rig(folder, Map.of("A.pen", text));
  }

  /// From now on jobs wait until [#settle].
  void hold() {
    waiting = true;
  }

  void settle() {
    while (!jobs.isEmpty()) {
      jobs.removeFirst().run();
    }
  }

  private void start(Runnable job) {
    if (waiting) {
      jobs.add(job);
    } else {
      job.run();
    }
  }

  void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void show(String name) {
    project.selection().show(name);
  }

  /// Types at the caret, as the view reports it.
  void type(String text) {
    for (int index = 0; index < text.length(); index++) {
      var buffer = editor.shown().orElseThrow();
      var at = buffer.selection();
      editor.typed(
          new Edit(
              at.start(),
              buffer.text().substring(at.start(), at.end()),
              text.substring(index, index + 1)));
    }
  }

  void caret(int offset) {
    editor.select(offset, offset);
  }

  String text() {
    return editor.pageProperty().get().text();
  }

  boolean unsaved() {
    return editor.pageProperty().get().unsaved();
  }

  Optional<SavingViewModel.Notice> notice() {
    return editor.saving().noticeProperty().get();
  }

  private Workbench workbench() {
    return (Workbench)
        Proxy.newProxyInstance(
            Rig.class.getClassLoader(),
            new Class<?>[] {Workbench.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "open" ->
                      arguments.length == 1
                          ? opened(List.of())
                          : List.of(opened(edited(arguments[1])));
                  case "check" ->
                      new CheckReport((Target) arguments[1], List.of(), List.of(), List.of());
                  case "host" -> Targets.named("x86_64-unknown-linux-gnu").orElseThrow();
                  case "recent", "samples" -> List.of();
                  case "toString" -> "workbench";
                  default -> null;
                });
  }

  @SuppressWarnings("unchecked")
  private static List<SourceText> edited(Object texts) {
    return (List<SourceText>) texts;
  }

  private OpenedPackage opened(List<SourceText> edited) {
    var drafts = new HashMap<Path, SourceText>();
    edited.forEach(text -> drafts.put(text.file(), text));
    var modules = new ArrayList<ModuleView>();
    var diagnostics = new ArrayList<Diagnostic>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".pen")) {
          var source = new SourceText(file, Files.readString(file));
          source = drafts.getOrDefault(file, source);
          modules.add(new ModuleView(name, ModuleKind.ORDINARY, source, List.of()));
          diagnostics.addAll(mistakes(source));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OpenedPackage(folder, "rig", "library", modules, List.of(), List.of(), diagnostics);
  }

  private static List<Diagnostic> mistakes(SourceText source) {
    var found = new ArrayList<Diagnostic>();
    int at = source.text().indexOf("wrong");
    while (at >= 0) {
      var span = new Span(at, at + "wrong".length());
      found.add(
          new Diagnostic(
              Severity.ERROR,
              new SyntaxProblem.UnexpectedToken("`wrong`", "an expression"),
              source.locate(span),
              span));
      at = source.text().indexOf("wrong", at + 1);
    }
    return found;
  }
}
