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
  private final Question<Optional<Site>> question;
  private final Consumer<Site> lead;
  private final Consumer<Failure> say;
  private final Consumer<Cursor> atHome;

  /// Asks the engine.
  ///
  /// @param lead shows a definition
  /// @param say tells a person why none is shown
  /// @param atHome what else a name could lead to that is its own definition
  DefinitionViewModel(
      Questions questions, Consumer<Site> lead, Consumer<Failure> say, Consumer<Cursor> atHome) {
    this.questions = questions;
    this.question = questions.kind();
    this.lead = lead;
    this.say = say;
    this.atHome = atHome;
  }

  /// Leads to the definition of the name at an offset.
  public void go(Path file, String text, int offset) {
    int at = Words.onto(text, offset);
    var name = Words.around(text, at);
    var cursor = questions.cursor(file, text, at);
    question.ask(
        () -> questions.workbench().definition(cursor),
        answer ->
            answer.ifPresentOrElse(
                site -> follow(cursor, site),
                () -> say.accept(unknown(text.substring(name.start(), name.end())))),
        say);
  }

  /// Another text is shown: nobody is to be led away from it any more.
  void forget() {
    question.drop();
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

  private static Failure unknown(String name) {
    return name.isEmpty()
        ? new Failure("no name stands at the caret", "put the caret on a name and press F12")
        : new Failure(
            "no definition of %s is known".formatted(name),
            "it is the language's own, or cannot be told before its module has no mistakes");
  }
}
