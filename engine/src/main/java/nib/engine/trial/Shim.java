package nib.engine.trial;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The C source that stands between a worker and the archives.
///
/// It holds the function's address under a name that no library has, so that a function is found
/// that the archive hides, and so that one called `abs` is the archive's and not the C library's.
///
/// It defines what the archives call and nobody defines, such as functions that a Pen module
/// exports: a call that does not reach them is none of their business, and one that does ends with
/// their name. Lazy binding would not do: compilers also call through tables that are filled when a
/// library is loaded.
///
/// And it defines the C library's `stdout` and its like where the archive's code, not compiled for
/// shared libraries, has to have them near.
///
/// @param missing the symbols that nobody defines
/// @param streams the C library's streams that have to be near
record Shim(String symbol, SortedSet<String> missing, SortedSet<String> streams) {

  /// What a stub writes before the name of the function that is missing.
  static final String UNDEFINED = "undefined symbol: no archive defines ";

  /// The exit status of a process that called what nobody defines, as of a shell that does.
  static final int NOT_FOUND = 127;

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_.$][A-Za-z0-9_.$]*");

  static Shim of(String symbol) {
    return new Shim(symbol, new TreeSet<>(), new TreeSet<>());
  }

  /// The shim that also cures what a linker complained of.
  Shim with(LinkerWords words) {
    var allMissing = new TreeSet<>(missing);
    words.missing().stream()
        .filter(one -> IDENTIFIER.matcher(one).matches())
        .forEach(allMissing::add);
    var allStreams = new TreeSet<>(streams);
    allStreams.addAll(words.farStreams());
    return new Shim(symbol, allMissing, allStreams);
  }

  String source() {
    return """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <string.h>
    #include <unistd.h>

    extern void nib_function(void) __asm__(%s);
    void (*nib_trial_target)(void) = nib_function;

    __attribute__((unused, noreturn)) static void stop(const char *name) {
      static const char before[] = "%s";
      (void)!write(2, before, sizeof before - 1);
      (void)!write(2, name, strlen(name));
      (void)!write(2, "\\n", 1);
      _exit(%d);
    }
    %s%s\
    """
        .formatted(
            label(symbol),
            UNDEFINED,
            NOT_FOUND,
            missing.stream().map(Shim::missingFunction).collect(Collectors.joining()),
            streams.stream().map(Shim::nearStream).collect(Collectors.joining()));
  }

  private static String missingFunction(String name) {
    String own = "nib_missing_" + name.replaceAll("[.$]", "_");
    return """

    void %s(void) __asm__(%s);
    void %s(void) { stop("%s"); }
    """
        .formatted(own, label(name), own, name);
  }

  private static String nearStream(String name) {
    return """

    void *nib_%s __asm__(%s);
    __attribute__((constructor(101))) static void nib_find_%s(void) {
      nib_%s = *(void **)dlsym(RTLD_DEFAULT, "%s");
    }
    """
        .formatted(name, label(name), name, name, name);
  }

  /// The name as assembly code has it.
  private static String label(String name) {
    return "\"%s%s\"".formatted(Platform.IS_MAC ? "_" : "", name);
  }
}
