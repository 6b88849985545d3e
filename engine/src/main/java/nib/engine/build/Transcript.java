package nib.engine.build;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nib.engine.build.OutputLine.Stream;

/// What a running script writes, told live and kept, within limits.
///
/// The first lines are told as they come. A script that writes on and on is then listened to in
/// silence, and its last lines follow when it has ended: what was told is what is kept, and neither
/// a console nor the memory fills up.
final class Transcript {

  static final int FIRST_LINES = 10_000;
  static final int LAST_LINES = 2_000;
  private static final int FIRST_CHARACTERS = 4 << 20;
  private static final int LAST_CHARACTERS = 1 << 20;

  private final Consumer<OutputLine> listener;
  private final long start = System.nanoTime();
  private final List<OutputLine> told = new ArrayList<>();
  private final ArrayDeque<OutputLine> last = new ArrayDeque<>();
  private int toldCharacters;
  private int lastCharacters;
  private long leftOut;
  private boolean full;
  private boolean closed;

  Transcript(Consumer<OutputLine> listener) {
    this.listener = listener;
  }

  synchronized void add(Stream stream, String text) {
    if (closed) {
      return;
    }
    if (!full && (told.size() == FIRST_LINES || toldCharacters > FIRST_CHARACTERS)) {
      full = true;
      tell(nib("a long output: its last lines follow when the script has ended"));
    }
    var line = new OutputLine(stream, after(), text);
    if (full) {
      keep(line);
    } else {
      tell(line);
    }
  }

  /// Everything kept. Nothing is told or kept after this.
  synchronized List<OutputLine> close() {
    if (!closed) {
      closed = true;
      if (leftOut > 0) {
        tell(nib("%,d lines are left out here".formatted(leftOut)));
      }
      last.forEach(this::tell);
      last.clear();
    }
    return List.copyOf(told);
  }

  Duration after() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private OutputLine nib(String text) {
    return new OutputLine(Stream.NIB, after(), text);
  }

  private void tell(OutputLine line) {
    told.add(line);
    toldCharacters += line.text().length();
    listener.accept(line);
  }

  private void keep(OutputLine line) {
    last.add(line);
    lastCharacters += line.text().length();
    while (last.size() > LAST_LINES || lastCharacters > LAST_CHARACTERS) {
      lastCharacters -= last.removeFirst().text().length();
      leftOut++;
    }
  }
}
