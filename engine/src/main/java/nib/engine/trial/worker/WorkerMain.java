package nib.engine.trial.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.jna.Memory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import nib.engine.trial.Wire;
import nib.engine.trial.WorkerRequest;

/// The worker: a process that makes foreign calls for another one, and may die of it.
///
/// Its main thread listens on the channel and ends the process, with all that it started, when the
/// other side is gone: a call that never returns cannot keep it alive. Calls are made on a thread
/// of their own, with a stack as large as a program's first thread has.
public final class WorkerMain {

  private static final long STACK_BYTES = 8L << 20;

  private WorkerMain() {}

  /// Connects to the process that started this one.
  ///
  /// @param arguments the private folder that holds the channel, and the mark that is written to
  ///   standard output after each call
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var libc = new LibC();
    libc.settle();
    var requests = new SynchronousQueue<WorkerRequest>();
    try (var channel = AnswerChannel.connect(folder, libc)) {
      var calls = new Calls(libc, channel, mark(arguments[1]));
      Thread.ofPlatform()
          .daemon()
          .name("trial")
          .stackSize(STACK_BYTES)
          .start(() -> calls.answer(requests));
      listen(channel, requests);
    } finally {
      leave(folder);
      libc.endGroup();
    }
  }

  private static Memory mark(String text) {
    var mark = new Memory(text.length());
    mark.write(0, text.getBytes(US_ASCII), 0, text.length());
    return mark;
  }

  private static void listen(AnswerChannel channel, SynchronousQueue<WorkerRequest> requests)
      throws IOException, InterruptedException {
    var in = Channels.newInputStream(channel.socket());
    try {
      while (true) {
        requests.put(Wire.readRequest(in));
      }
    } catch (EOFException e) {
      // The other side is gone, or has no more to ask.
    }
  }

  /// Nobody else is left to clear the folder away when the other side was killed.
  private static void leave(Path folder) {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Then the other side has been here.
    }
  }
}
