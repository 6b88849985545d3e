package nib.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Logger;

/// What the program writes into its log while a test makes it fail on purpose. It is kept from the
/// tests' own output, where whoever reads it would wonder.
final class LogLines {

  /// What a test does.
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  private LogLines() {}

  static List<String> during(Action action) throws Exception {
    var lines = Collections.synchronizedList(new ArrayList<String>());
    var log = Logger.getLogger("nib.app");
    log.setFilter(record -> {
      lines.add(record.getMessage());
      return false;
    });
    try {
      action.run();
    } finally {
      log.setFilter(null);
    }
    return List.copyOf(lines);
  }
}
