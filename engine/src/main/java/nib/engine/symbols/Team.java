package nib.engine.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import nib.engine.binary.MalformedFileException;

/// A few pieces of work at a time, one of them in the calling thread. Begins sooner than a pool of
/// threads, which a short command feels.
final class Team {

  private Team() {}

  /// What the pieces come to, in their order; what one threw is thrown here.
  static <T> List<T> results(List<? extends Callable<T>> pieces) throws MalformedFileException {
    var tasks = new ArrayList<FutureTask<T>>();
    for (var piece : pieces) {
      tasks.add(new FutureTask<>(piece));
    }
    for (int i = 1; i < tasks.size(); i++) {
      Workers.thread(tasks.get(i)).start();
    }
    if (!tasks.isEmpty()) {
      tasks.getFirst().run();
    }
    var results = new ArrayList<T>();
    for (var task : tasks) {
      results.add(Answers.orMalformed(task));
    }
    return results;
  }
}
