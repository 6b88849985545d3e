package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.abi.Lowered;
import nib.engine.abi.Lowering;
import nib.engine.abi.RecordNames;
import nib.engine.analysis.Analyzer;
import nib.engine.foreign.Border;
import nib.engine.foreign.ForeignFunction;
import nib.engine.process.CommandLine;
import nib.engine.process.Completion;
import nib.engine.process.SystemCommands;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whole packages: their border as a list, as a C header and as a Rust module. What is written is
/// also compiled.
final class BorderGoldenTest {

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> borders() throws IOException {
    return Golden.cases("border", "").stream()
        .map(folder ->
            DynamicTest.dynamicTest(
                String.valueOf(folder.getFileName()), () -> check(folder.toAbsolutePath())));
  }

  private void check(Path folder) throws Exception {
    var analysis = new Analyzer().analyze(List.of(folder), List.of(), Optional.empty());
    var id = analysis.graph().opened().getFirst();
    var border =
        Border.of(
            analysis.graph(),
            analysis.definitions(),
            (module, symbol) -> analysis.foreignImportsUsed(module).contains(symbol));
    var functions = border.functions(id);
    var text = new StringBuilder();
    var lowering = new Lowering(RecordNames.of(functions));
    functions.forEach(one -> text.append(list(one, lowering.lower(one))));
    Stream.concat(analysis.diagnostics(id).stream(), border.diagnostics(id).stream())
        .forEach(one ->
            text.append(
                "%s: %s: %s\n"
                    .formatted(
                        one.location().relativeTo(folder), one.severity().word(), one.message())));
    Golden.check(folder.resolve("border.txt"), text.toString());

    String name = String.valueOf(folder.getFileName());
    var c = HeaderWriter.c(name, functions);
    Golden.check(folder.resolve("border.h"), c.orElse(""));
    if (c.isPresent()) {
      compile("border.h", c.get(), "cc", "-std=c11", "-x", "c");
      compile("border.h", c.get(), "c++", "-std=c++17", "-x", "c++");
    }
    var rust = HeaderWriter.rust(name, functions);
    Golden.check(folder.resolve("border.rs"), rust.orElse(""));
    if (rust.isPresent()) {
      compile("border.rs", rust.get(), "rustc", "--crate-type=lib", "-Dwarnings");
    }
    var crate = HeaderWriter.rustFfi(name, functions);
    Golden.check(folder.resolve("border-ffi.rs"), crate.orElse(""));
  }

  private static String list(ForeignFunction one, Lowered lowered) {
    return switch (lowered) {
      case Lowered.Declared(var function, var remarks, _) ->
          "%s %s: %s%s\n    %s\n%s"
              .formatted(
                  one.id(),
                  one.convention().word(),
                  one.type().written(),
                  one.used() ? "" : " (unused)",
                  CDeclaration.of(function),
                  lines(remarks));
      case Lowered.Undeclared(var why) ->
          "%s %s: %s\n    no declaration: %s\n"
              .formatted(one.id(), one.convention().word(), one.type().written(), why);
    };
  }

  private static String lines(List<String> remarks) {
    var text = new StringBuilder();
    remarks.forEach(remark -> text.append("    - ").append(remark).append('\n'));
    return text.toString();
  }

  private void compile(String name, String source, String... compiler) throws Exception {
    var file = scratch.resolve(name);
    Files.writeString(file, source);
    var command = new java.util.ArrayList<>(List.of(compiler));
    if (!compiler[0].equals("rustc")) {
      command.addAll(
          List.of("-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", file.toString()));
    } else {
      command.addAll(List.of("--out-dir", scratch.toString(), file.toString()));
    }
    var output =
        new SystemCommands()
            .capture(new CommandLine(command, scratch, Map.of(), Duration.ofMinutes(1)));
    assertTrue(
        !(output.completion() instanceof Completion.NotStarted),
        () -> compiler[0] + " is missing: ./verify installs it");
    assertEquals(new Completion.Exited(0), output.completion(), output.text());
  }
}
