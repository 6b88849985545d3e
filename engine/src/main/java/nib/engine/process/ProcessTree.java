package nib.engine.process;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program and everything it started, as the system's process table has it.
///
/// A child whose parent ended before it belongs to nobody there. So a program that detaches itself
/// on purpose, while the one that started it still runs, is not ended with it.
final class ProcessTree {

  /// A killed process is gone at once, unless it waits for a device.
  private static final long DYING_SECONDS = 2;

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> RUNNING.forEach(ProcessTree::kill), "ends running programs"));
  }

  private ProcessTree() {}

  /// Has the program ended when this process ends, for as long as the answer is not closed.
  static Registration endAtExit(Process process) {
    RUNNING.add(process);
    return () -> RUNNING.remove(process);
  }

  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /// Ends a program and everything it started, and waits until all are gone.
  static void end(Process process) {
    boolean interrupted = Thread.interrupted();
    for (var one : kill(process)) {
      try {
        one.onExit().get(DYING_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException | TimeoutException e) {
        // Nothing ends it; it holds nothing of ours.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the parents before their children, so that none can start another one, and looks again
  /// for those started meanwhile. The children are noted first: they cannot be found through a
  /// parent that is gone.
  private static Set<ProcessHandle> kill(Process process) {
    var known = new LinkedHashSet<ProcessHandle>();
    known.add(process.toHandle());
    process.descendants().forEach(known::add);
    for (int before = 0; before < known.size(); ) {
      before = known.size();
      known.forEach(ProcessHandle::destroyForcibly);
      for (var one : known.toArray(ProcessHandle[]::new)) {
        one.descendants().forEach(known::add);
      }
    }
    return known;
  }
}
