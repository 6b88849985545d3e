package nib.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.Workbench.Language;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.UnifiedDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `nib header`: the border as a C header or a Rust module.
@Command(name = "header", description = "Write the C or Rust declarations of a package's border.")
final class HeaderCommand extends Answering {

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final int MOST_LINES = 200;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      converter = Languages.class,
      description = "c (default), rust, or rust-ffi, which uses Pen's crate ffi.")
  private Optional<Language> language = Optional.empty();

  @Option(
      names = "--pen-h",
      description = "Write pen.h, the header for authors of libraries; it needs no package.")
  private boolean penHeader;

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
    refuseContradictions();
    if (penHeader) {
      return answer(invocation().workbench().penHeader(), List.of());
    }
    var packages = new Packages(invocation());
    var opened = packages.open(folder);
    packages.complain(opened);
    return answer(invocation().workbench().header(opened, language()), opened.diagnostics());
  }

  private void refuseContradictions() {
    if (verify.isPresent() && output.isPresent()) {
      throw wrong("`--output` writes and `--verify` does not: give one of them");
    }
    if (penHeader && folder.isPresent()) {
      throw wrong(
          "`--pen-h` is the same for every package: leave out `%s`".formatted(folder.get()));
    }
    if (penHeader && language.isPresent()) {
      throw wrong("`--pen-h` is a header for C: leave out `--lang`");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Language language() {
    return language.orElse(Language.C);
  }

  private int answer(String text, List<Diagnostic> diagnostics) throws FailureException {
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
                json.writeStringField("language", language().word());
                json.writeStringField("text", text);
              });
      case TEXT -> {
        if (output.isEmpty()) {
          console().out().print(text);
        }
      }
    }
    return Packages.anyError(diagnostics) ? Status.FOUND : Status.FINE;
  }

  private int verified(Path file, String text) throws FailureException {
    var have = read(file).lines().toList();
    var want = text.lines().toList();
    var difference = bounded(UnifiedDiff.of(have, want));
    boolean equal = difference.isEmpty();
    if (format() == Format.JSON) {
      Json.print(
          console().out(),
          "header",
          json -> {
            json.writeStringField("file", file.toString());
            json.writeBooleanField("matches", equal);
            json.writeStringField("difference", String.join("\n", difference));
          });
    }
    if (equal) {
      return Status.FINE;
    }
    console()
        .complain(
            penHeader
                ? "%s differs from pen.h".formatted(file)
                : "%s differs from the package's border".formatted(file));
    if (format() == Format.TEXT) {
      print(file, difference);
    }
    console().hint("write it anew with `%s`".formatted(command(file)));
    return Status.FOUND;
  }

  /// Without the mark that some editors put before a text in UTF-8.
  private String read(Path file) throws FailureException {
    String rewrite = "write it with `%s`".formatted(command(file));
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new FailureException("there is no file %s".formatted(file), rewrite, e);
    } catch (CharacterCodingException e) {
      throw new FailureException("%s is no text in UTF-8".formatted(file), rewrite, e);
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read".formatted(file), "name a file that you may read", e);
    }
  }

  private void print(Path file, List<String> difference) {
    var err = console().err();
    err.println("--- " + file);
    err.println("+++ " + command(file));
    difference.forEach(err::println);
  }

  private static List<String> bounded(List<String> difference) {
    if (difference.size() <= MOST_LINES) {
      return difference;
    }
    var bounded = new ArrayList<>(difference.subList(0, MOST_LINES));
    bounded.add("(%d more lines)".formatted(difference.size() - MOST_LINES));
    return bounded;
  }

  private String command(Path file) {
    String what = penHeader ? " --pen-h" : language.map(one -> " --lang " + one.word()).orElse("");
    String of = folder.map(one -> " " + one).orElse("");
    return "nib header%s%s -o %s".formatted(of, what, file);
  }

  /// `rust-ffi` is no name that Java has.
  static final class Languages implements ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return Stream.of(Language.values())
          .filter(one -> one.word().equalsIgnoreCase(value))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("no language"));
    }
  }
}
