package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Trials as tests write them: `number add(number, boolean)`, then the arguments.
record Trials(TrialRunner runner, List<Path> archives) {

  static final Duration LIMIT = Duration.ofSeconds(20);

  Trials with(Path... others) {
    return new Trials(runner, List.of(others));
  }

  Outcome call(String signature, String... arguments) throws InterruptedException {
    return runner.call(order(signature, LIMIT, arguments));
  }

  Outcome.Returned returns(String signature, String... arguments) throws InterruptedException {
    return ends(Outcome.Returned.class, signature, arguments);
  }

  <T extends Outcome> T ends(Class<T> kind, String signature, String... arguments)
      throws InterruptedException {
    var outcome = call(signature, arguments);
    return assertInstanceOf(kind, outcome, outcome::toString);
  }

  TrialOrder order(String signature, Duration limit, String... arguments) {
    int open = signature.indexOf('(');
    String head = signature.substring(0, open).strip();
    String list = signature.substring(open + 1, signature.length() - 1).strip();
    var parameters =
        list.isEmpty()
            ? Collections.<SlotKind>emptyList()
            : Stream.of(list.split(",")).map(one -> kind(one.strip())).toList();
    int space = head.indexOf(' ');
    return new TrialOrder(
        head.substring(space + 1),
        parameters,
        kind(head.substring(0, space)),
        List.of(arguments),
        archives,
        limit);
  }

  private static SlotKind kind(String type) {
    return switch (type) {
      case "number" -> SlotKind.NUMBER;
      case "boolean" -> SlotKind.BOOLEAN;
      case "string" -> SlotKind.STRING;
      case "none" -> SlotKind.NONE;
      default -> SlotKind.UNSUPPORTED;
    };
  }
}
