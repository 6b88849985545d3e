package nib.engine.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Takes in what a worker writes to its standard streams, for as long as it writes, and keeps the
/// beginning and the end.
///
/// The worker writes a mark after each call; a call's output is complete when the mark is here.
final class WorkerOutput {

  private static final int KEPT_AT_EACH_END = 32 * 1024;

  /// How long is waited for the mark. It never comes when a function leaves a thread that goes on
  /// writing.
  private static final long SETTLE_MILLIS = 300;

  private final InputStream stream;
  private final byte[] mark;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final byte[] tail = new byte[KEPT_AT_EACH_END];
  private long tailed;

  /// As many of the last bytes as the mark has.
  private byte[] last = new byte[0];

  private boolean ended;

  WorkerOutput(InputStream stream, String mark) {
    this.stream = stream;
    this.mark = mark.getBytes(UTF_8);
  }

  void start() {
    Thread.ofPlatform().daemon().name("output of a trial").start(this::drain);
  }

  private void drain() {
    var chunk = new byte[8192];
    try (stream) {
      for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        keep(chunk, count);
      }
    } catch (IOException e) {
      // The stream went with the worker; what came before is what there is.
    }
    end();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  private synchronized void keep(byte[] chunk, int count) {
    int first = Math.min(count, KEPT_AT_EACH_END - head.size());
    head.write(chunk, 0, first);
    for (int i = first; i < count; i++) {
      tail[(int) (tailed++ % tail.length)] = chunk[i];
    }
    var recent = Arrays.copyOf(last, last.length + count);
    System.arraycopy(chunk, 0, recent, last.length, count);
    last = Arrays.copyOfRange(recent, Math.max(0, recent.length - mark.length), recent.length);
    notifyAll();
  }

  /// What was written since the last time, once the mark or the end of the stream is here.
  synchronized String take() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_MILLIS);
    while (!ended && !isMarked()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    String text = text();
    head.reset();
    tailed = 0;
    last = new byte[0];
    return text;
  }

  private boolean isMarked() {
    return Arrays.equals(last, mark);
  }

  private byte[] kept() {
    var kept = new byte[(int) Math.min(tailed, tail.length)];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = tail[(int) ((tailed - kept.length + i) % tail.length)];
    }
    return kept;
  }

  private String text() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toByteArray());
    long leftOut = tailed - tail.length;
    if (leftOut > 0) {
      bytes.writeBytes("\n... %d bytes left out ...\n".formatted(leftOut).getBytes(UTF_8));
    }
    bytes.writeBytes(kept());
    return bytes.toString(UTF_8).replace(new String(mark, UTF_8), "");
  }
}
