package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.Test;

/// The door between threads.
final class BackgroundTest {

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final Background background =
      new Background(Background::onThread, window::add, () -> true);
  private final List<String> told = new ArrayList<>();

  @Test
  void bringsAnswersBackToTheWindow() throws Exception {
    background.run("Counting", () -> 3, answer -> told.add("got " + answer), this::fail);
    assertEquals(1, background.running().size());
    next();
    assertEquals(List.of("got 3"), told);
    assertEquals(0, background.running().size());
  }

  @Test
  void bringsFailuresAsTheySay() throws Exception {
    background.<String>run(
        "Trying",
        () -> {
          throw new FailureException("no way", "try harder");
        },
        told::add,
        this::fail);
    next();
    assertEquals(List.of("no way; try harder"), told);
  }

  @Test
  void turnsAMistakeIntoASentenceAndALineInTheLog() throws Exception {
    var logged =
        LogLines.during(() -> {
          background.<String>run(
              "Counting",
              () -> {
                throw new IllegalStateException("odd");
              },
              told::add,
              this::fail);
          next();
        });
    assertEquals(List.of("unexpected: Counting"), logged);
    assertTrue(
        told.getFirst().startsWith("Nib itself made a mistake while counting: "), told::toString);
  }

  @Test
  void interruptsWhatIsCancelled() throws Exception {
    var begun = new CountDownLatch(1);
    background.run(
        "Waiting",
        () -> {
          begun.countDown();
          new CountDownLatch(1).await();
          return "never";
        },
        told::add,
        this::fail);
    begun.await();
    assertTrue(background.cancelLatest());
    next();
    assertEquals(List.of("Waiting was cancelled"), told);
    assertFalse(background.cancelLatest());
  }

  @Test
  void gathersItemsInOrder() {
    var batches = new ArrayList<List<Integer>>();
    var sink = background.<Integer>inBatches(batches::add);
    for (int i = 0; i < 5; i++) {
      sink.accept(i);
    }
    assertEquals(1, window.size());
    window.remove().run();
    sink.accept(5);
    window.remove().run();
    assertEquals(List.of(List.of(0, 1, 2, 3, 4), List.of(5)), batches);
  }

  private void next() throws InterruptedException {
    var action = window.poll(60, TimeUnit.SECONDS);
    assertTrue(action != null, "nothing came back");
    action.run();
  }

  private void fail(Failure failure) {
    told.add(failure.toString());
  }
}
