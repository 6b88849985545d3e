package nib.app.assist;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import nib.app.Question;
import nib.engine.Cursor;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Site;

/// The way from a name to its definition.
public final class DefinitionViewModel {

  private final Questions questions;
  private final Question<Answer> question;
  private final Consumer<Site> lead;
  private final Teller teller;
  private final Consumer<Cursor> atHome;
  private Optional<Failure> said = Optional.empty();

  /// How a person is told, and no longer told.
  record Teller(Consumer<Failure> say, Consumer<Failure> takeBack) {}

  /// Where a name is defined, and otherwise whether anything is known of it.
  private record Answer(Optional<Site> site, boolean known) {}

  /// Asks the engine.
  ///
  /// @param lead shows a definition
  /// @param teller tells a person why none is shown
  /// @param atHome what else a name could lead to that is its own definition
  DefinitionViewModel(
      Questions questions, Consumer<Site> lead, Teller teller, Consumer<Cursor> atHome) {
    this.questions = questions;
    this.question = questions.kind();
    this.lead = lead;
    this.teller = teller;
    this.atHome = atHome;
  }

  /// Leads to the definition of the name at an offset.
  public void go(Path file, String text, int offset) {
    moved();
    int at = Words.onto(text, offset);
    var name = Words.around(text, at);
    var cursor = questions.cursor(file, text, at);
    question.ask(
        () -> {
          var site = questions.workbench().definition(cursor);
          return new Answer(
              site, site.isEmpty() && questions.workbench().hover(cursor).isPresent());
        },
        answer ->
            answer
                .site()
                .ifPresentOrElse(
                    site -> follow(cursor, site),
                    () -> say(unknown(text.substring(name.start(), name.end()), answer.known()))),
        this::say);
  }

  /// A person went on: why the name before led nowhere matters no more.
  void moved() {
    said.ifPresent(teller.takeBack());
    said = Optional.empty();
  }

  /// Another text is shown: nobody is to be led away from it any more.
  void forget() {
    question.drop();
    moved();
  }

  private void say(Failure sentence) {
    said = Optional.of(sentence);
    teller.say().accept(sentence);
  }

  private void follow(Cursor cursor, Site site) {
    boolean home =
        site.location().file().equals(cursor.file()) && site.span().contains(cursor.offset());
    if (home) {
      atHome.accept(cursor);
    } else {
      lead.accept(site);
    }
  }

  private static Failure unknown(String name, boolean known) {
    return name.isEmpty()
        ? new Failure("no name stands at the caret", "put the caret on a name and press F12")
        : new Failure(
            "no definition of %s is known".formatted(name),
            known
                ? "press Ctrl+I to see what is known of it"
                : "put the caret on the name of a function, a type, a field or a module, and mend"
                    + " what is wrong in the text around it");
  }
}
