package nib.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;

/// The one door between threads. Work goes out through [#run], and its answer comes back on the
/// window's thread; nobody else starts threads or speaks of them.
///
/// Given two direct executors ([#direct]), everything happens at once and a view model is tested
/// without a toolkit.
public final class Background {

  private static final System.Logger LOG = System.getLogger("nib.app");

  /// Work to do elsewhere. It may fail with a sentence, and it may be interrupted.
  @FunctionalInterface
  public interface Job<T> {
    T run() throws FailureException, InterruptedException;
  }

  /// Runs something after a while, on a thread of its own choice.
  @FunctionalInterface
  public interface Delay {
    void after(Duration wait, Runnable then);
  }

  private final Executor workers;
  private final Executor ui;
  private final BooleanSupplier onUi;
  private final Delay delay;
  private final ObservableList<Work> running = FXCollections.observableArrayList();

  /// Makes a door.
  ///
  /// @param workers starts a job; every job gets a thread of its own, so that interrupting one
  ///   never meets another
  /// @param ui runs on the window's thread
  /// @param onUi whether the caller is on the window's thread
  /// @param delay waits
  public Background(Executor workers, Executor ui, BooleanSupplier onUi, Delay delay) {
    this.workers = workers;
    this.ui = ui;
    this.onUi = onUi;
    this.delay = delay;
  }

  /// A door that never waits: what is to happen later is a job like any other. For tests.
  Background(Executor workers, Executor ui, BooleanSupplier onUi) {
    this(workers, ui, onUi, (_, then) -> workers.execute(then));
  }

  /// Waits by the clock, on a thread that does not keep the program alive.
  public static void byTheClock(Duration wait, Runnable then) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS).execute(then);
  }

  /// A door without threads: jobs run where they are asked for.
  public static Background direct() {
    return new Background(Runnable::run, Runnable::run, () -> true);
  }

  /// Starts a thread for one job; it does not keep the program alive.
  public static void onThread(Runnable job) {
    Thread.ofPlatform().daemon().name("nib-work").start(job);
  }

  /// What runs now and is worth telling, the newest last. For the window's thread.
  public ObservableList<Work> running() {
    return running;
  }

  /// Runs a job that people are told about.
  ///
  /// @param doing what it does, for the status line: "Building core"
  /// @param done gets the answer, on the window's thread
  /// @param failed gets the sentence instead, on the window's thread; cancelling ends here as well
  @CanIgnoreReturnValue
  public <T> Work run(String doing, Job<T> job, Consumer<T> done, Consumer<Failure> failed) {
    expectUi();
    var work = new Work(doing);
    running.add(work);
    start(
        work,
        job,
        answer -> {
          running.remove(work);
          done.accept(answer);
        },
        failure -> {
          running.remove(work);
          failed.accept(failure);
        });
    return work;
  }

  /// Runs a job too short to tell people about.
  @CanIgnoreReturnValue
  public <T> Work quietly(Job<T> job, Consumer<T> done, Consumer<Failure> failed) {
    expectUi();
    var work = new Work("");
    start(work, job, done, failed);
    return work;
  }

  /// Does something on the window's thread after a while. Whoever no longer wants it then finds
  /// that out itself.
  public void after(Duration wait, Runnable then) {
    delay.after(wait, () -> ui.execute(then));
  }

  /// Cancels what was started last; false when nothing runs.
  public boolean cancelLatest() {
    expectUi();
    if (running.isEmpty()) {
      return false;
    }
    running.getLast().cancel();
    return true;
  }

  /// Takes items from any thread and hands them over on the window's thread, as many at a time as
  /// have gathered. A script that prints a million lines does not flood the window.
  public <T> Consumer<T> inBatches(Consumer<List<T>> receiver) {
    Queue<T> waiting = new ConcurrentLinkedQueue<>();
    var scheduled = new AtomicBoolean();
    Runnable drain =
        () -> {
          scheduled.set(false);
          var batch = new ArrayList<T>();
          for (T item = waiting.poll(); item != null; item = waiting.poll()) {
            batch.add(item);
          }
          if (!batch.isEmpty()) {
            receiver.accept(batch);
          }
        };
    return item -> {
      waiting.add(item);
      if (scheduled.compareAndSet(false, true)) {
        ui.execute(drain);
      }
    };
  }

  /// The contract of everything that touches what the window shows.
  public void expectUi() {
    if (!onUi.getAsBoolean()) {
      throw new IllegalStateException(
          "belongs on the window's thread, ran on " + Thread.currentThread().getName());
    }
  }

  private <T> void start(Work work, Job<T> job, Consumer<T> done, Consumer<Failure> failed) {
    workers.execute(() -> {
      work.begin();
      try {
        T answer = job.run();
        ui.execute(() -> done.accept(answer));
      } catch (FailureException e) {
        ui.execute(() -> failed.accept(e.failure()));
      } catch (InterruptedException e) {
        ui.execute(() -> failed.accept(cancelled(work)));
      } catch (RuntimeException | Error e) {
        var failure = mistake(work.doing(), e);
        ui.execute(() -> failed.accept(failure));
      } finally {
        work.end();
      }
    });
  }

  private static Failure cancelled(Work work) {
    return new Failure((work.doing().isEmpty() ? "the work" : work.doing()) + " was cancelled", "");
  }

  /// Puts a mistake of Nib's own into the log, and into one sentence.
  static Failure mistake(String doing, Throwable mistake) {
    LOG.log(System.Logger.Level.ERROR, "unexpected: " + doing, mistake);
    String where = doing.isEmpty() ? "" : " while " + doing.toLowerCase(Locale.ROOT);
    return new Failure(
        "Nib itself made a mistake%s: %s".formatted(where, mistake),
        "go on working; the log on standard error has the details");
  }
}
