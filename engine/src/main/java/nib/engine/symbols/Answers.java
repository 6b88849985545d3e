package nib.engine.symbols;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nib.engine.binary.MalformedFileException;

/// Waits for what other threads make.
final class Answers {

  private Answers() {}

  /// What the thread made; what it threw, thrown here.
  ///
  /// @throws CancellationException when this thread was interrupted
  static <T> T of(Future<T> future) {
    try {
      return orMalformed(future);
    } catch (MalformedFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same, for work that reads bytes.
  static <T> T orMalformed(Future<T> future) throws MalformedFileException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case MalformedFileException malformed -> throw malformed;
        case RuntimeException unchecked -> throw unchecked;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the reading was cancelled");
    }
  }
}
