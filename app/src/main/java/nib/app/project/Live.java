package nib.app.project;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nib.app.Background;
import nib.engine.Workbench;
import nib.engine.diagnostic.Failure;

/// Keeps what is shown up to date with what is typed and with what changes on the disk. It reads
/// away from the window, one reading at a time; an answer that something newer has overtaken is
/// dropped. For the window's thread.
final class Live {

  /// How long typing rests before it is analyzed.
  private static final Duration PAUSE = Duration.ofMillis(150);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1500);

  /// Looking at the disk takes at most one part in so many of the time.
  private static final long REST = 20;

  private final Workbench workbench;
  private final Background background;
  private final Supplier<Reading.Request> request;
  private final Consumer<Reading> show;
  private Consumer<Failure> fail = _ -> {};
  private Stamps seen = Stamps.NONE;
  private long wanted;

  /// Whether the next reading looks at files' stamps. What is typed needs none: were a file to
  /// change meanwhile, the next look would tell.
  private boolean looks;

  private boolean running;
  private boolean again;
  private boolean looking;

  /// Reads for somebody.
  ///
  /// @param request what is open now; without paths there is nothing to read
  /// @param show gets the newest answer
  Live(
      Workbench workbench,
      Background background,
      Supplier<Reading.Request> request,
      Consumer<Reading> show) {
    this.workbench = workbench;
    this.background = background;
    this.request = request;
    this.show = show;
  }

  /// Who hears of mistakes of Nib's own.
  void onFailure(Consumer<Failure> hears) {
    fail = hears;
  }

  /// A text was edited: everything is read again once nothing more is typed.
  void edited() {
    long mine = ++wanted;
    background.after(
        PAUSE,
        () -> {
          if (mine == wanted) {
            read();
          }
        });
  }

  /// Files may have changed: everything is read again at once.
  void now() {
    wanted++;
    looks = true;
    read();
  }

  /// Something was read elsewhere; what is being read here is older.
  void overtaken(Reading by) {
    wanted++;
    by.stamps().ifPresent(stamps -> seen = stamps);
  }

  /// Looks whether files changed on the disk, and reads when some did.
  void look(Runnable then) {
    if (looking || running || request.get().paths().isEmpty()) {
      then.run();
      return;
    }
    looking = true;
    var known = request.get().known();
    long before = wanted;
    background.quietly(
        () -> Stamps.under(known),
        stamps -> {
          looking = false;
          if (before == wanted && !running && !stamps.equals(seen)) {
            now();
          }
          then.run();
        },
        failure -> {
          looking = false;
          fail.accept(failure);
          then.run();
        });
  }

  /// Looks every now and then, as long as somebody can see it.
  void watch(BooleanSupplier shown, Runnable besides) {
    watch(shown, besides, BETWEEN_LOOKS);
  }

  private void watch(BooleanSupplier shown, Runnable besides, Duration wait) {
    background.after(
        wait,
        () -> {
          if (!shown.getAsBoolean()) {
            return;
          }
          long begun = System.nanoTime();
          besides.run();
          look(() -> {
            var rest = Duration.ofNanos((System.nanoTime() - begun) * REST);
            watch(shown, besides, rest.compareTo(BETWEEN_LOOKS) > 0 ? rest : BETWEEN_LOOKS);
          });
        });
  }

  private void read() {
    if (running) {
      again = true;
      return;
    }
    var asked = looks ? request.get() : request.get().withoutLooking();
    if (asked.paths().isEmpty()) {
      return;
    }
    running = true;
    looks = false;
    long mine = wanted;
    background.quietly(
        () -> Reading.of(workbench, asked),
        reading -> {
          running = false;
          if (mine == wanted) {
            reading.stamps().ifPresent(stamps -> seen = stamps);
            show.accept(reading);
          }
          goOn();
        },
        failure -> {
          running = false;
          fail.accept(failure);
          goOn();
        });
  }

  private void goOn() {
    if (again) {
      again = false;
      read();
    }
  }
}
