package nib.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Failure;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Words for wrong usage, in the place of the parser's own.
final class Usage {

  private Usage() {}

  static Failure of(ParameterException exception) {
    String help =
        "`%s --help` tells how it is used"
            .formatted(exception.getCommandLine().getCommandSpec().qualifiedName());
    return switch (exception) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, help);
      case MissingParameterException missing -> new Failure(missing(missing), help);
      case MutuallyExclusiveArgsException exclusive ->
          new Failure(exclusive(String.valueOf(exclusive.getMessage())), "choose one; " + help);
      default -> new Failure(other(exception), help);
    };
  }

  private static Failure unmatched(UnmatchedArgumentException exception, String help) {
    String first = exception.getUnmatched().getFirst();
    if (first.isEmpty()) {
      return new Failure("an argument is empty", help);
    }
    if (!exception.isUnknownOption()) {
      return new Failure("`%s` is one argument too many".formatted(first), help);
    }
    var near = exception.getSuggestions();
    return new Failure(
        "there is no option `%s`".formatted(first),
        near.isEmpty() ? help : "`%s` is the nearest; %s".formatted(near.getFirst(), help));
  }

  /// The parser's own words, `Error: --a, --b=B are mutually exclusive (specify only one)`, hold
  /// the names and nothing else does.
  private static String exclusive(String words) {
    return words
        .replaceFirst("^Error: ", "")
        .replaceFirst(" are mutually exclusive.*", " do not go together")
        .replaceAll("(--[\\w-]+)(=\\w+)?(\\.\\.\\.)?", "`$1`")
        .replaceAll("\\[(`--[\\w-]+`)\\]", "$1");
  }

  private static String missing(MissingParameterException exception) {
    var missing = exception.getMissing();
    if (missing.size() > 1
        && missing.stream().allMatch(one -> one instanceof OptionSpec && one.group() != null)) {
      // Of options that go together only some were given.
      return missing.stream()
          .filter(ArgSpec::required)
          .map(one -> "`%s %s` is missing".formatted(name(one), one.paramLabel()))
          .collect(Collectors.joining("; "));
    }
    return missing.stream()
        .map(one ->
            one instanceof OptionSpec
                ? "`%s` needs a value, %s".formatted(name(one), one.paramLabel())
                : "%s is missing".formatted(one.paramLabel()))
        .collect(Collectors.joining("; "));
  }

  private static String other(ParameterException exception) {
    ArgSpec argument = exception.getArgSpec();
    String value = exception.getValue();
    if (argument == null || value == null) {
      return String.valueOf(exception.getMessage());
    }
    var type = argument.typeInfo();
    if (type.isEnum()) {
      String values =
          type.getEnumConstantNames().stream()
              .map(one -> one.toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      return "`%s` takes one of %s, not `%s`".formatted(name(argument), values, value);
    }
    if (type.getType().equals(Duration.class)) {
      return "`%s` takes a number of seconds above 0, not `%s`".formatted(name(argument), value);
    }
    return value.isEmpty()
        ? "%s is empty".formatted(name(argument))
        : "%s cannot be `%s`".formatted(name(argument), value);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
