package nib.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nib.app.Background;
import nib.app.Question;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.Location;
import nib.engine.text.SourceText;

/// Texts that are looked at and belong to no open package: read when somebody is led to them.
final class Guests {

  /// As large as a module may be; nobody writes a text of this size.
  private static final long LARGEST = 32 << 20;

  private final Workbench workbench;
  private final Background background;
  private final Question<Guest> visit;
  private final Selection selection;
  private final Messages messages;
  private Optional<Failure> said = Optional.empty();

  Guests(Workbench workbench, Background background, Selection selection, Messages messages) {
    this.workbench = workbench;
    this.background = background;
    this.visit = new Question<>(background);
    this.selection = selection;
    this.messages = messages;
    selection.moduleProperty().addListener((_, _, _) -> goneOn());
  }

  /// Shows the text at a place, once it is read.
  ///
  /// @param goHome leads there where the text came to be a module of an open package meanwhile,
  ///   which is not only looked at
  void visit(Location to, Collection<OpenedPackage> open, Predicate<Location> goHome) {
    goneOn();
    var before = selection.spot();
    String name = name(to.file(), open);
    visit.ask(
        () -> read(name, to.file()),
        guest -> {
          // A person who went on elsewhere meanwhile is not called back.
          if (before.equals(selection.spot()) && !goHome.test(to)) {
            selection.visit(guest, to);
          }
        },
        this::say);
  }

  /// Reads the text that is shown again.
  void reread() {
    selection
        .guestProperty()
        .get()
        .ifPresent(shown ->
            background.quietly(
                () -> read(shown.name(), shown.source().file()),
                fresh -> {
                  if (selection.guestProperty().get().filter(shown::equals).isPresent()
                      && !fresh.source().text().equals(shown.source().text())) {
                    selection.refresh(fresh);
                  }
                },
                messages::say));
  }

  private void say(Failure why) {
    said = Optional.of(why);
    messages.say(why);
  }

  /// Why another text is not shown matters no more.
  private void goneOn() {
    said.ifPresent(messages::takeBack);
    said = Optional.empty();
  }

  private Guest read(String name, Path file) throws FailureException {
    var source = text(file);
    boolean module = file.toString().endsWith(".pen");
    return new Guest(name, source, module ? workbench.outline(source) : List.of());
  }

  private static SourceText text(Path file) throws FailureException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new FailureException(
            "%s is not shown: it has more than %,d bytes".formatted(file, LARGEST),
            "look at it with a program for large files");
      }
      return new SourceText(file, Files.readString(file));
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read".formatted(file), "see whether it is there, and UTF-8 text", e);
    }
  }

  private static String name(Path file, Collection<OpenedPackage> open) {
    return open.stream()
        .flatMap(view -> Homes.of(view, file).stream().map(home -> name(view, home, file)))
        .findFirst()
        .orElseGet(file::toString);
  }

  private static String name(OpenedPackage view, Path home, Path file) {
    String owner =
        view.dependencies().stream()
            .filter(one -> Homes.root(one).equals(Optional.of(home)))
            .findFirst()
            .map(one -> one.name() + " · ")
            .orElse("");
    return owner + home.relativize(file);
  }
}
