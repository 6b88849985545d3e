package nib.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import nib.app.Background;
import nib.engine.DependencyView;
import nib.engine.OpenedPackage;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.Location;
import nib.engine.text.SourceText;

/// Texts that are looked at and belong to no open package: read when somebody is led to them.
final class Guests {

  private final Background background;
  private final Selection selection;
  private final Messages messages;
  private long asked;

  Guests(Background background, Selection selection, Messages messages) {
    this.background = background;
    this.selection = selection;
    this.messages = messages;
  }

  /// Shows the text at a place, once it is read.
  void visit(Location to, Collection<OpenedPackage> open) {
    long mine = ++asked;
    var before = selection.spot();
    String name = name(to.file(), open);
    background.quietly(
        () -> new Guest(name, text(to.file())),
        guest -> {
          // A person who went on elsewhere meanwhile is not called back.
          if (mine == asked && before.equals(selection.spot())) {
            selection.visit(guest, to);
          }
        },
        messages::say);
  }

  /// Reads the text that is shown again.
  void reread() {
    selection
        .guestProperty()
        .get()
        .ifPresent(shown ->
            background.quietly(
                () -> new Guest(shown.name(), text(shown.source().file())),
                fresh -> {
                  if (selection.guestProperty().get().filter(shown::equals).isPresent()
                      && !fresh.source().text().equals(shown.source().text())) {
                    selection.refresh(fresh);
                  }
                },
                messages::say));
  }

  private static SourceText text(Path file) throws FailureException {
    try {
      return new SourceText(file, Files.readString(file));
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read".formatted(file), "see whether it is there, and UTF-8 text", e);
    }
  }

  private static String name(Path file, Collection<OpenedPackage> open) {
    for (var view : open) {
      var home = view.dependencies().stream().filter(one -> holds(one, file)).findFirst();
      if (home.isPresent()) {
        return home.get().name() + " · " + below(home.get(), file);
      }
    }
    return open.stream()
        .filter(view -> file.startsWith(view.root()))
        .findFirst()
        .map(view -> view.root().relativize(file).toString())
        .orElseGet(file::toString);
  }

  private static boolean holds(DependencyView dependency, Path file) {
    return Homes.root(dependency).filter(file::startsWith).isPresent();
  }

  private static String below(DependencyView dependency, Path file) {
    return Homes.root(dependency).map(root -> root.relativize(file).toString()).orElse("");
  }
}
