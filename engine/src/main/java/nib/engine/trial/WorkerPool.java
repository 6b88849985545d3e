package nib.engine.trial;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nib.engine.diagnostic.FailureException;

/// The workers that wait for a call: at most one that has called into a library, ready to do so
/// again, and, once asked for, one fresh.
///
/// A worker stays with its library, because what another library has left in its memory, its
/// threads and its signal handlers would change what a call does.
final class WorkerPool implements AutoCloseable {

  private final WorkerCommand command;
  private final Thread lastThing = new Thread(this::endAll, "end of the trials' workers");
  private final Set<Worker> busy = new HashSet<>();
  private Optional<Worker> used = Optional.empty();
  private Optional<Worker> fresh = Optional.empty();
  private boolean keepsFresh;
  private boolean isHooked;
  private boolean isClosed;

  WorkerPool(WorkerCommand command) {
    this.command = command;
  }

  /// Has a fresh worker wait from now on.
  synchronized void keepFresh() throws FailureException {
    keepsFresh = true;
    refill();
  }

  /// A worker for one call into a library; the best is one that has called into it before.
  synchronized Worker take(Path library) throws FailureException {
    var worker = waiting(library);
    busy.add(worker);
    return worker;
  }

  private Worker waiting(Path library) throws FailureException {
    if (used.isPresent() && used.get().serves(library)) {
      var worker = used.get();
      used = Optional.empty();
      return worker;
    }
    if (fresh.isPresent() && fresh.get().serves(library)) {
      var worker = fresh.get();
      fresh = Optional.empty();
      return worker;
    }
    return start();
  }

  /// Takes a worker back after its call, ended or not. Nobody waits for the processes that end and
  /// start because of it.
  synchronized void giveBack(Worker worker) {
    busy.remove(worker);
    var replaced = Optional.of(worker);
    if (!isClosed && worker.isAlive()) {
      replaced = worker.isFresh() ? fresh : used;
      if (worker.isFresh()) {
        fresh = Optional.of(worker);
      } else {
        used = Optional.of(worker);
      }
    }
    busy.addAll(replaced.stream().toList());
    var leaving = replaced;
    Thread.startVirtualThread(() -> tidyUp(leaving));
  }

  private void tidyUp(Optional<Worker> leaving) {
    leaving.ifPresent(Worker::end);
    synchronized (this) {
      leaving.ifPresent(busy::remove);
      try {
        if (keepsFresh) {
          refill();
        }
      } catch (FailureException e) {
        // The next call will meet the same failure, and can tell of it.
        keepsFresh = false;
      }
    }
  }

  private void refill() throws FailureException {
    if (!isClosed && fresh.filter(Worker::isAlive).isEmpty()) {
      fresh.ifPresent(Worker::end);
      fresh = Optional.of(start());
    }
  }

  private Worker start() throws FailureException {
    if (isClosed) {
      throw new FailureException("Nib is closing", "start it again to make a trial");
    }
    if (!isHooked) {
      Runtime.getRuntime().addShutdownHook(lastThing);
      isHooked = true;
    }
    return Worker.start(command);
  }

  @Override
  public void close() {
    endAll();
    unhook();
  }

  private synchronized void endAll() {
    isClosed = true;
    used.ifPresent(Worker::end);
    fresh.ifPresent(Worker::end);
    busy.forEach(Worker::end);
  }

  private synchronized void unhook() {
    try {
      if (isHooked) {
        Runtime.getRuntime().removeShutdownHook(lastThing);
        isHooked = false;
      }
    } catch (IllegalStateException e) {
      // The hook is about to run, and will find nothing to do.
    }
  }
}
