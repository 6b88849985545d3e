package nib.engine.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/// A checkout of `pen-lang/pen`, for tests that hold Nib against all of Pen's own code.
public final class PenCheckout {

  private PenCheckout() {}

  /// The folder that `PEN_ROOT` names; without one the test is skipped, and says so.
  public static Path root() {
    String given = Optional.ofNullable(System.getenv("PEN_ROOT")).orElse("");
    assumeTrue(!given.isEmpty(), "skipped: PEN_ROOT names no checkout of pen-lang/pen");
    return Path.of(given);
  }
}
