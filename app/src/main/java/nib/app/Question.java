package nib.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Consumer;
import nib.engine.diagnostic.Failure;

/// One kind of question, asked away from the window. Only the answer to the newest one is heard;
/// those that come after it was dropped are not.
public final class Question<T> {

  private final Background background;
  private long asked;

  public Question(Background background) {
    this.background = background;
  }

  @CanIgnoreReturnValue
  public Work ask(Background.Job<T> job, Consumer<T> answered, Consumer<Failure> failed) {
    long mine = ++asked;
    return background.quietly(
        job, answer -> hear(mine, answer, answered), why -> hear(mine, why, failed));
  }

  public void drop() {
    asked++;
  }

  private <A> void hear(long mine, A answer, Consumer<A> listener) {
    if (mine == asked) {
      listener.accept(answer);
    }
  }
}
