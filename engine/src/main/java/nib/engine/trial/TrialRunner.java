package nib.engine.trial;

import java.nio.file.Path;
import nib.engine.diagnostic.FailureException;
import nib.engine.process.Commands;

/// Calls foreign functions of static archives, each in a process that may die of it.
///
/// Archives are linked into a shared library, which stays in the cache folder until an archive
/// changes. Calls from several threads run side by side, each in a worker of its own.
public final class TrialRunner implements AutoCloseable {

  private final TrialLinker linker;
  private final WorkerPool pool;

  /// Starts nothing yet.
  ///
  /// @param cacheFolder made when it is not there; may be deleted at any time
  public TrialRunner(Commands commands, Path cacheFolder) {
    var folder = cacheFolder.toAbsolutePath();
    this.linker = new TrialLinker(commands, folder);
    this.pool = new WorkerPool(new WorkerCommand(folder));
  }

  /// Starts a worker ahead, now and after each call, so that calls do not wait for one. For
  /// programs that live on; one that makes a single call is faster without.
  ///
  /// @throws FailureException when workers cannot be started
  public void warmUp() throws FailureException {
    pool.keepFresh();
  }

  /// Makes one call. An interrupt cancels it: the worker is ended, and the interrupt is used up.
  ///
  /// @throws InterruptedException when the interrupt came before there was anything to call
  public Outcome call(TrialOrder order) throws InterruptedException {
    try {
      checkPlatform();
      var call = TrialCall.of(order);
      var library = linker.locate(call.symbol(), order.archives());
      var worker = pool.take(library.file());
      try {
        linker.link(library);
        return worker.call(call, library.file(), order.limit());
      } finally {
        pool.giveBack(worker);
      }
    } catch (FailureException e) {
      return new Outcome.Refused(e.failure().what(), e.failure().cure());
    }
  }

  private static void checkPlatform() throws FailureException {
    if (Platform.IS_WINDOWS) {
      throw new FailureException(
          "trials do not run on Windows yet",
          "run Nib within the Windows Subsystem for Linux, on the package's Linux build");
    }
  }

  /// Ends all workers. Calls that are under way end as cancelled.
  @Override
  public void close() {
    pool.close();
  }
}
