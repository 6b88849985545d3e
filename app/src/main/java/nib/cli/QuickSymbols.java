package nib.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.cli.SymbolsOptions.Listing;
import nib.cli.SymbolsOptions.Side;

/// Understands the plain spellings of `nib symbols` and leaves every other to [SymbolsCommand]:
/// help, mistakes, an option given twice, anything rare. Listing a small archive takes less time
/// than loading a library for command lines.
final class QuickSymbols {

  private Listing listing = Listing.TEXT;
  private Side side = Side.BOTH;
  private boolean external;
  private boolean sorted = true;
  private boolean demangle;
  private boolean signatures;
  private final Set<String> given = new HashSet<>();
  private final List<String> named = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  private QuickSymbols() {}

  /// The options, or nothing where the arguments are not plain.
  static Optional<SymbolsOptions> parse(String[] arguments) {
    if (arguments.length < 2 || !arguments[0].equals("symbols")) {
      return Optional.empty();
    }
    return new QuickSymbols().options(arguments);
  }

  private Optional<SymbolsOptions> options(String[] arguments) {
    int at = 1;
    while (at < arguments.length) {
      String argument = arguments[at];
      boolean takesNext = argument.equals("--format") || argument.equals("--named");
      if (takesNext && at + 1 == arguments.length) {
        return Optional.empty();
      }
      if (!(takesNext ? value(argument, arguments[at + 1]) : plain(argument))) {
        return Optional.empty();
      }
      at += takesNext ? 2 : 1;
    }
    boolean contradicts = side == Side.UNDEFINED && (signatures || !named.isEmpty());
    return files.isEmpty() || contradicts
        ? Optional.empty()
        : Optional.of(
            new SymbolsOptions(
                listing, side, external, sorted, demangle, signatures, named, files));
  }

  private boolean value(String option, String value) {
    if (value.isEmpty() || value.startsWith("-") || value.startsWith("@")) {
      return false;
    }
    if (option.equals("--named")) {
      named.add(value);
      return true;
    }
    for (var form : Listing.values()) {
      if (form.name().equalsIgnoreCase(value)) {
        listing = form;
        return given.add(option);
      }
    }
    return false;
  }

  private boolean plain(String argument) {
    return switch (argument) {
      case "-C", "--demangle" -> {
        demangle = true;
        yield given.add("demangle");
      }
      case "--signatures" -> {
        signatures = true;
        yield given.add("signatures");
      }
      case "-g", "--extern-only" -> {
        external = true;
        yield given.add("external");
      }
      case "-p", "--no-sort" -> {
        sorted = false;
        yield given.add("order");
      }
      case "-gp" -> plain("-g") && plain("-p");
      case "-U", "--defined-only" -> {
        side = Side.DEFINED;
        yield given.add("side");
      }
      case "-u", "--undefined-only" -> {
        side = Side.UNDEFINED;
        yield given.add("side");
      }
      default -> file(argument);
    };
  }

  private boolean file(String argument) {
    char first = argument.isEmpty() ? '-' : argument.charAt(0);
    if (first == '-' || first == '@' || argument.indexOf('\0') >= 0) {
      return false;
    }
    files.add(Path.of(argument));
    return true;
  }
}
