package nib.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nib.engine.Workbench.Language;
import nib.engine.diagnostic.FailureException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nib header`: the border as a C header or a Rust module.
@Command(name = "header", description = "Write the C or Rust declarations of a package's border.")
final class HeaderCommand extends Answering {

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

  HeaderCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    var packages = new Packages(session());
    var opened = packages.open(folder);
    packages.complain(opened);
    String text = session().workbench().header(opened, language);
    if (verify.isPresent()) {
      return verified(verify.get(), text);
    }
    if (output.isPresent()) {
      write(output.get(), text);
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
          "%s cannot be read".formatted(file),
          "write it with `nib header -o %s`".formatted(file),
          e);
    }
    var want = text.lines().toList();
    int same = 0;
    while (same < Math.min(have.size(), want.size()) && have.get(same).equals(want.get(same))) {
      same++;
    }
    boolean equal = have.size() == want.size() && same == have.size();
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
    console().hint("write it anew with `nib header -o %s`".formatted(file));
    return Status.FOUND;
  }

  /// Writes beside the file and then moves, so that nobody reads half a header.
  private static void write(Path file, String text) throws FailureException {
    var target = file.toAbsolutePath();
    var beside = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(
          beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be written".formatted(file), "name a file in a folder you may write to", e);
    }
  }
}
