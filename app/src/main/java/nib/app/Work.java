package nib.app;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One piece of work that runs away from the window. Cancelling it interrupts its thread, which is
/// how the engine is told to end the processes it started.
public final class Work {

  private final String doing;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  Work(String doing) {
    this.doing = doing;
  }

  /// What it does now, for people: "Building core".
  public String doing() {
    return doing;
  }

  public boolean cancelled() {
    return cancelled.get();
  }

  /// Asks it to stop. Its answer then comes as a failure that says so.
  public void cancel() {
    cancelled.set(true);
    Thread runs = thread.get();
    if (runs != null) {
      runs.interrupt();
    }
  }

  void begin() {
    thread.set(Thread.currentThread());
    if (cancelled.get()) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    thread.set(null);
  }
}
