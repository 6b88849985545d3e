package nib.engine.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.target.Target;
import nib.engine.target.Targets;

/// The C compilers and Rust libraries for a target, as distributions name them.
///
/// @param gcc commands of GCC for this target, each a compiler of its own
/// @param clangTriple the target as clang spells it; it has no name for RISC-V's extensions
/// @param debianGcc Debian's package of the first of them
/// @param debianRust Debian's package of Rust's standard library for it
record CrossTools(
    List<String> gcc, String clangTriple, Optional<String> debianGcc, Optional<String> debianRust) {

  private static final String MUSL_WRAPPER = "musl-gcc";

  private static final Map<String, CrossTools> BY_TRIPLE =
      Map.ofEntries(
          Map.entry("x86_64-unknown-linux-gnu", gnu("x86_64", "gcc-x86-64-linux-gnu")),
          Map.entry("aarch64-unknown-linux-gnu", gnu("aarch64", "gcc-aarch64-linux-gnu")),
          Map.entry("riscv64gc-unknown-linux-gnu", gnu("riscv64", "gcc-riscv64-linux-gnu")),
          Map.entry("x86_64-unknown-linux-musl", musl("x86_64")),
          Map.entry("aarch64-unknown-linux-musl", musl("aarch64")),
          Map.entry("i686-unknown-linux-musl", musl("i686")),
          Map.entry(
              "x86_64-pc-windows-gnu",
              new CrossTools(
                  List.of("x86_64-w64-mingw32-gcc"),
                  "x86_64-pc-windows-gnu",
                  Optional.of("gcc-mingw-w64-x86-64"),
                  Optional.of("libstd-rust-dev-windows"))),
          Map.entry(
              "wasm32-unknown-unknown",
              new CrossTools(
                  List.of(),
                  "wasm32-unknown-unknown",
                  Optional.empty(),
                  Optional.of("libstd-rust-dev-wasm32"))));

  CrossTools {
    gcc = List.copyOf(gcc);
  }

  static CrossTools of(Target target) {
    return Optional.ofNullable(BY_TRIPLE.get(target.triple()))
        .orElseGet(
            () -> new CrossTools(List.of(), target.triple(), Optional.empty(), Optional.empty()));
  }

  /// Every command that may compile C for the target, the surest first.
  List<List<String>> compilers(Target target) {
    var found = new ArrayList<List<String>>();
    if (target.equals(Targets.host())) {
      found.add(List.of("cc"));
    } else if (hasMuslWrapper(target)) {
      found.add(List.of(MUSL_WRAPPER));
    }
    gcc.forEach(command -> found.add(List.of(command)));
    found.add(List.of("clang", "--target=" + clangTriple));
    return found;
  }

  /// Debian's package of a C compiler for the target, its own where there is one.
  String debianCompiler(Target target) {
    if (target.equals(Targets.host())) {
      return "gcc";
    }
    return hasMuslWrapper(target) ? "musl-tools" : debianGcc.orElse("clang");
  }

  /// `musl-gcc` makes the machine's own compiler use musl, so it is for one architecture only.
  private boolean hasMuslWrapper(Target target) {
    return gcc.stream().anyMatch(command -> command.endsWith("-musl-gcc"))
        && target.machine() == Targets.host().machine();
  }

  private static CrossTools gnu(String machine, String debianGcc) {
    return new CrossTools(
        List.of(machine + "-linux-gnu-gcc"),
        machine + "-unknown-linux-gnu",
        Optional.of(debianGcc),
        Optional.empty());
  }

  private static CrossTools musl(String machine) {
    return new CrossTools(
        List.of(machine + "-linux-musl-gcc"),
        machine + "-unknown-linux-musl",
        Optional.empty(),
        Optional.empty());
  }
}
