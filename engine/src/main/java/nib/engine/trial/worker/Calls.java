package nib.engine.trial.worker;

import com.sun.jna.Memory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import nib.engine.trial.PenValue;
import nib.engine.trial.SlotKind;
import nib.engine.trial.TrialCall;
import nib.engine.trial.Wire;
import nib.engine.trial.WorkerMessage;
import nib.engine.trial.WorkerMessage.Stage;
import nib.engine.trial.WorkerRequest;

/// Makes one call after another, all to the same library.
final class Calls {

  private final LibC libc;
  private final AnswerChannel channel;
  private final Memory mark;
  private Optional<TrialLibrary> library = Optional.empty();

  /// Waits for calls to make.
  ///
  /// @param mark written to standard output after each call, so that the other side knows where the
  ///   call's output ends
  Calls(LibC libc, AnswerChannel channel, Memory mark) {
    this.libc = libc;
    this.channel = channel;
    this.mark = mark;
  }

  void answer(BlockingQueue<WorkerRequest> requests) {
    rehearse();
    channel.answer(new WorkerMessage.Hello(Wire.VERSION));
    try {
      while (true) {
        var answer = answer(requests.take());
        libc.flush();
        libc.writeToOutput(mark);
        channel.answer(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Goes through all kinds of calls once. The first of anything takes a thousand times as long as
  /// the second, and classes cannot be loaded once a function has closed the files they are in.
  private void rehearse() {
    var values =
        List.of(
            new PenValue.NumberValue(0),
            new PenValue.BooleanValue(true),
            new PenValue.StringValue(new byte[0]),
            new PenValue.NoneValue());
    var call = new NativeCall(TrialLibrary.rehearsal(), "rehearsal");
    for (var kind : List.of(SlotKind.NUMBER, SlotKind.BOOLEAN, SlotKind.STRING, SlotKind.NONE)) {
      rehearse(new WorkerRequest("", new TrialCall("rehearsal", kind, values)));
      var result = call.invoke(kind, new Object[0]);
      Wire.frame(answer(result, Duration.ZERO));
    }
    call.arguments(values);
    Wire.frame(new WorkerMessage.Reached(Stage.LOADING));
    libc.flush();
    libc.isFirst();
  }

  private static void rehearse(WorkerRequest request) {
    try {
      Wire.readRequest(new ByteArrayInputStream(Wire.frame(request)));
    } catch (IOException e) {
      throw new UncheckedIOException("an array does not fail", e);
    }
  }

  private WorkerMessage answer(WorkerRequest request) {
    libc.restore();
    NativeCall call;
    Object[] arguments;
    try {
      call = new NativeCall(loaded(request), request.call().symbol());
      arguments = call.arguments(request.call().arguments());
    } catch (UnfitException e) {
      return new WorkerMessage.Refused(e.what(), e.cure());
    }
    channel.tell(new WorkerMessage.Reached(Stage.CALLING));
    long start = System.nanoTime();
    var result = call.invoke(request.call().result(), arguments);
    var took = Duration.ofNanos(System.nanoTime() - start);
    if (!libc.isFirst()) {
      libc.exit(0);
    }
    channel.tell(new WorkerMessage.Reached(Stage.READING));
    return answer(result, took);
  }

  private static WorkerMessage answer(NativeCall.Result result, Duration took) {
    try {
      return new WorkerMessage.Returned(result.read(), took);
    } catch (UnfitException e) {
      return new WorkerMessage.Invalid(e.what(), e.cure());
    }
  }

  private TrialLibrary loaded(WorkerRequest request) throws UnfitException {
    if (library.isEmpty()) {
      library = Optional.of(TrialLibrary.load(request.library(), request.call().symbol()));
    }
    return library.get();
  }
}
