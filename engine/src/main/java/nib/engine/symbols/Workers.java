package nib.engine.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A few threads that do what they are handed, in that order. A pool of the class library does the
/// same and brings two hundred classes along, which a short command feels.
final class Workers implements AutoCloseable {

  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  Workers(int count) {
    for (int i = 0; i < count; i++) {
      threads.add(thread(this::work));
    }
    threads.forEach(Thread::start);
  }

  /// The builder of threads would number them, at the price of three milliseconds for the first.
  static Thread thread(Runnable work) {
    var thread = new Thread(work, "nib-archive");
    thread.setDaemon(true);
    return thread;
  }

  /// Has it done. It must not throw.
  synchronized void add(Runnable piece) {
    waiting.add(piece);
    notify();
  }

  private void work() {
    for (var piece = next(); piece.isPresent(); piece = next()) {
      piece.get().run();
    }
  }

  private synchronized Optional<Runnable> next() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      return Optional.empty(); // nobody interrupts these threads
    }
    return Optional.ofNullable(waiting.poll());
  }

  /// Waits until all is done.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    for (var thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true; // what is under way reads a file that is closed next
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
