package nib.engine.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import nib.engine.build.BuildRun.Attempt;
import nib.engine.build.OutputLine.Stream;
import nib.engine.diagnostic.Failure;

/// Why one run of a script gave no archive.
///
/// Where both protocols were tried, the reasons are of different worth: a script that follows one
/// protocol has nothing to say about the other but how it wants to be called.
///
/// @param telling how much it says about the cause
record ScriptFailure(Telling telling, Failure failure) {

  /// How much a failure says, the least first.
  enum Telling {
    /// It complains about its arguments, which the other protocol gives it.
    CALLED_WRONGLY,
    /// It ended well and there is nothing.
    NOTHING,
    /// It failed at its work.
    WORK
  }

  private static final int LONGEST_QUOTE = 300;

  private static final Pattern CALLED_WRONGLY =
      Pattern.compile(
          "usage|unbound variable|parameter not set|parameter null|missing .*operand"
              + "|missing destination|(unexpected|unknown|too many|invalid|missing) argument"
              + "|(unknown|illegal|invalid|unrecognized) option|cannot create ''"
              + "|cannot create regular file ''|'': no such file",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ERROR =
      Pattern.compile("\\b(error|fatal)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_FOUND =
      Pattern.compile("(?:^|[: ])(?<name>[^\\s:]+): (?:command )?not found$");

  static ScriptFailure nothing(Path script, Protocol protocol) {
    return new ScriptFailure(
        Telling.NOTHING,
        switch (protocol) {
          case DOCUMENTED ->
              new Failure(
                  "%s ended well and printed no path of an archive"
                      .formatted(ScriptText.name(script)),
                  "print the absolute path of the `.a` file on standard output");
          case COMPILER ->
              new Failure(
                  "%s ended well and left no archive at the output path that it was given"
                      .formatted(ScriptText.name(script)),
                  "copy the archive to the path that follows `-t <target>`");
        });
  }

  /// Neither a printed path nor a file at the output path.
  static Failure nothingAtAll(Path script) {
    return new Failure(
        "%s ended well, but printed no path of an archive and left none at the output path"
            .formatted(ScriptText.name(script)),
        "print the absolute path of the `.a` file on standard output, or copy the file to the path"
            + " that follows `-t <target>`");
  }

  static ScriptFailure printed(Failure failure) {
    return new ScriptFailure(Telling.WORK, failure);
  }

  private static ScriptFailure work(String what, String cure) {
    return new ScriptFailure(Telling.WORK, new Failure(what, cure));
  }

  static ScriptFailure exited(Path script, Attempt attempt, int status) {
    String words = lastWords(attempt.output());
    boolean signal = status > 128 && status <= 128 + 64;
    String what =
        "%s %s%s"
            .formatted(
                ScriptText.name(script),
                signal ? "was ended by signal " + (status - 128) : "ended with status " + status,
                words.isEmpty() ? " and said nothing" : ": " + words);
    var notFound = NOT_FOUND.matcher(words);
    String cure =
        status == 127 && notFound.find()
            ? "install `%s`, then build again".formatted(notFound.group("name"))
            : "correct that; to see the same in a terminal: cd %s && %s"
                .formatted(
                    ShellText.quoted(attempt.directory().toString()),
                    ShellText.command(attempt.command()));
    return new ScriptFailure(
        CALLED_WRONGLY.matcher(words).find() ? Telling.CALLED_WRONGLY : Telling.WORK,
        new Failure(what, cure));
  }

  static ScriptFailure timedOut(Path script, Attempt attempt, Duration after) {
    String words = lastWords(attempt.output());
    return work(
        "%s still ran after %s and was ended with everything it had started%s"
            .formatted(
                ScriptText.name(script),
                ScriptText.seconds(after),
                words.isEmpty() ? "" : "; it last said: " + words),
        "see what it waits for: it gets no input, and nobody answers its questions");
  }

  static ScriptFailure cancelled(Path script) {
    return work(
        "%s was cancelled and ended with everything it had started"
            .formatted(ScriptText.name(script)),
        "build again when you want its archive");
  }

  static ScriptFailure notStarted(Path script, String text, String why) {
    String name = String.valueOf(script.getFileName());
    var shebang = Shebang.of(text);
    if (shebang.isPresent() && shebang.get().carriageReturn()) {
      return work(
          "`%s` does not start: %s".formatted(name, ScriptText.carriageReturn(name)),
          ScriptText.removeCarriageReturns(name));
    }
    if (shebang.isPresent() && !Files.isExecutable(Path.of(shebang.get().interpreter()))) {
      return work(
          "`%s` does not start: its interpreter %s is not there"
              .formatted(name, shebang.get().interpreter()),
          "install it, or correct the first line of `%s`".formatted(name));
    }
    return work(
        "`%s` does not start: %s".formatted(name, why),
        "see that it begins with `#!/bin/sh` and stands on a disk that programs may run from");
  }

  /// The line that says most: the first that speaks of an error, or else the last.
  private static String lastWords(List<OutputLine> output) {
    for (var stream : List.of(Stream.ERROR, Stream.OUT)) {
      var said =
          output.stream()
              .filter(line -> line.stream() == stream && !line.text().isBlank())
              .map(line -> line.text().strip())
              .toList();
      if (!said.isEmpty()) {
        String words =
            said.stream()
                .filter(text -> ERROR.matcher(text).find())
                .findFirst()
                .orElse(said.getLast());
        return words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + "..." : words;
      }
    }
    return "";
  }
}
