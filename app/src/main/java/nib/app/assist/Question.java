package nib.app.assist;

import java.util.function.Consumer;
import nib.app.Background;
import nib.engine.diagnostic.Failure;

/// One kind of question to the engine, asked away from the window. Only the answer to the newest
/// one is heard; those that come after it was dropped are not.
final class Question<T> {

  private final Background background;
  private long asked;
  private boolean open;

  Question(Background background) {
    this.background = background;
  }

  void ask(Background.Job<T> job, Consumer<T> answered, Consumer<Failure> failed) {
    long mine = ++asked;
    open = true;
    background.quietly(job, answer -> hear(mine, answer, answered), why -> hear(mine, why, failed));
  }

  void drop() {
    asked++;
    open = false;
  }

  /// Whether an answer is still to come.
  boolean open() {
    return open;
  }

  private <A> void hear(long mine, A answer, Consumer<A> listener) {
    if (mine == asked) {
      open = false;
      listener.accept(answer);
    }
  }
}
