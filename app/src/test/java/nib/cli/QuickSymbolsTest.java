package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/// The quick reading of a command line says what the thorough one says, or nothing.
final class QuickSymbolsTest {

  private static final List<String> WORDS =
      List.of(
          "-C",
          "--demangle",
          "-g",
          "--extern-only",
          "-p",
          "--no-sort",
          "-U",
          "--defined-only",
          "-u",
          "--undefined-only",
          "-gp",
          "-pg",
          "--format",
          "nm",
          "json",
          "text",
          "TEXT",
          "--format=nm",
          "--named",
          "main",
          "--named=main",
          "a.a",
          "b.o",
          "",
          "--",
          "-",
          "@list",
          "--help",
          "-h",
          "--color",
          "never",
          "--def",
          "-Cg",
          "bogus",
          "--bogus");

  @Test
  void agreesWithTheThoroughReading() {
    var random = new Random(5);
    int understood = 0;
    for (int i = 0; i < 20_000; i++) {
      var arguments = new ArrayList<String>();
      arguments.add("symbols");
      for (int length = random.nextInt(6); length >= 0; length--) {
        // Plain words come often, so that whole lines of them do.
        arguments.add(WORDS.get(random.nextInt(random.nextBoolean() ? 22 : WORDS.size())));
      }
      var quick = QuickSymbols.parse(arguments.toArray(String[]::new));
      if (quick.isPresent()) {
        assertEquals(thorough(arguments), quick, arguments::toString);
        understood++;
      }
    }
    assertTrue(understood > 2000, "only %d of 20,000 were plain".formatted(understood));
  }

  /// What [SymbolsCommand] makes of a command line; empty where it is wrong or asks for help.
  private static Optional<SymbolsOptions> thorough(List<String> arguments) {
    var console = new Console(System.out, System.err, Path.of(""));
    try (var invocation = new Invocation(console, Workbenches.local())) {
      var parsed =
          Commands.commandLine(invocation).parseArgs(arguments.toArray(String[]::new)).subcommand();
      return !parsed.isUsageHelpRequested()
              && !parsed.isVersionHelpRequested()
              && parsed.commandSpec().userObject() instanceof SymbolsCommand command
          ? Optional.of(command.options())
          : Optional.empty();
    } catch (ParameterException e) {
      return Optional.empty();
    }
  }

  @Test
  void understandsWhatPeopleWriteMost() {
    for (var line :
        List.of(
            "symbols libm.a",
            "symbols --format nm libm.a libc.a",
            "symbols -C --defined-only libm.a",
            "symbols --format nm -gp --defined-only libm.a",
            "symbols --named sin --named cos libm.a")) {
      assertTrue(QuickSymbols.parse(line.split(" ", -1)).isPresent(), line);
    }
    for (var line : List.of("symbols", "foreign", "symbols --help", "symbols -U -u libm.a")) {
      assertEquals(Optional.empty(), QuickSymbols.parse(line.split(" ", -1)), line);
    }
  }
}
