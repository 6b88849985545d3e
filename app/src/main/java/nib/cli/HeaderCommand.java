package nib.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nib.engine.Workbench.Language;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `nib header`: the border as a C header or a Rust module.
@Command(name = "header", description = "Write the C or Rust declarations of a package's border.")
final class HeaderCommand extends Answering {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--lang", paramLabel = "LANGUAGE", description = "c (default) or rust.")
  private Language language = Language.C;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE instead of standard output.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--verify",
      paramLabel = "FILE",
      description = "Write nothing; exit 1 when FILE differs from what would be written.")
  private Optional<Path> verify = Optional.empty();

  @Parameters(arity = "0..1", paramLabel = "PACKAGE", description = "The package's folder.")
  private Optional<Path> folder = Optional.empty();

  HeaderCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    if (verify.isPresent() && output.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "`--output` writes and `--verify` does not: give one of them");
    }
    var packages = new Packages(invocation());
    var opened = packages.open(folder);
    packages.complain(opened);
    String text = invocation().workbench().header(opened, language);
    if (verify.isPresent()) {
      return verified(verify.get(), text);
    }
    if (output.isPresent()) {
      OutputFile.write(output.get(), text);
    }
    switch (format()) {
      case JSON ->
          Json.print(
              console().out(),
              "header",
              json -> {
                json.writeStringField("language", language.name().toLowerCase(Locale.ROOT));
                json.writeStringField("text", text);
              });
      case TEXT -> {
        if (output.isEmpty()) {
          console().out().print(text);
        }
      }
    }
    return Packages.anyError(opened.diagnostics()) ? Status.FOUND : Status.FINE;
  }

  private int verified(Path file, String text) throws FailureException {
    List<String> have;
    try {
      have = Files.readString(file).lines().toList();
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read".formatted(file), "write it with `%s`".formatted(command(file)), e);
    }
    var want = text.lines().toList();
    var difference = Difference.between(have, want);
    int same = difference.start();
    boolean equal = difference.isEmpty();
    if (format() == Format.JSON) {
      Json.print(
          console().out(),
          "header",
          json -> {
            json.writeStringField("file", file.toString());
            json.writeBooleanField("matches", equal);
          });
    }
    if (equal) {
      return Status.FINE;
    }
    console().complain("%s:%d differs from the package's border".formatted(file, same + 1));
    console().err().println("  - " + (same < have.size() ? have.get(same) : "(ends)"));
    console().err().println("  + " + (same < want.size() ? want.get(same) : "(ends)"));
    console().hint("write it anew with `%s`".formatted(command(file)));
    return Status.FOUND;
  }

  private String command(Path file) {
    return "nib header%s -o %s".formatted(language == Language.RUST ? " --lang rust" : "", file);
  }
}
