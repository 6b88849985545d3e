package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the sample packages' READMEs say that a call prints is what it prints.
final class ReadmeTest {

  /// ` nib call FUNCTION ARGUMENT... # RESULT`
  private static final Pattern CALL = Pattern.compile("    nib call (.*?) +# (.*)");

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> samples() {
    return Stream.of("arithmetic", "text", "greeter-rust", "broken")
        .map(sample -> DynamicTest.dynamicTest(sample, () -> check(sample)));
  }

  private void check(String sample) throws IOException {
    var nib = new Nib(folder);
    int calls = 0;
    for (String line : Files.readAllLines(Nib.SAMPLES.resolve(sample).resolve("README.md"))) {
      var call = CALL.matcher(line);
      if (call.matches()) {
        calls++;
        var arguments = new ArrayList<>(List.of("call", Nib.sample(sample)));
        WORD.matcher(call.group(1))
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .forEach(arguments::add);
        var result = nib.run(arguments.toArray(String[]::new));
        String said = call.group(2).replaceAll(": .*", "");
        if (said.startsWith("SIG")) {
          assertTrue(result.err().contains(said), result.err());
        } else {
          assertEquals(said + "\n", result.out(), result.err());
        }
      }
    }
    assertTrue(calls >= 3, sample + " shows " + calls + " calls");
  }
}
