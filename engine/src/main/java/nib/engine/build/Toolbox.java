package nib.engine.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.build.Installer.Source;
import nib.engine.process.CommandLine;
import nib.engine.process.Commands;

/// The programs on this machine that Nib can use, and what it can build with them.
public final class Toolbox {

  private static final Duration SHORT = Duration.ofSeconds(10);

  /// Where tools are asked about themselves. Not in the working directory: `rustc` is often
  /// rustup's, which runs the toolchain that a `rust-toolchain.toml` there names, and that file may
  /// come with a package that nobody has trusted.
  static final Path NEUTRAL =
      Optional.ofNullable(Path.of("").toAbsolutePath().getRoot()).orElse(Path.of("."));

  private static final Source C =
      Source.of("gcc", "gcc", "install a C compiler: GCC, or clang from LLVM");
  private static final Source CLANG =
      Source.of("clang", "llvm", "install clang from https://releases.llvm.org");
  private static final Source BINUTILS =
      Source.of("binutils", "binutils", "install the GNU binutils");
  private static final Source RUST =
      Source.of("rustc", "rust", "install Rust from https://www.rust-lang.org/tools/install");

  private static final List<Tool> TOOLS =
      List.of(
          new Tool("cc", "compiles C, and links what trials call", C, true),
          new Tool("ar", "makes archives", BINUTILS, true),
          new Tool(
              "c++",
              "compiles C++, as in the sample `broken`",
              Source.of("g++", "gcc", "install a C++ compiler: GCC, or clang from LLVM"),
              false),
          new Tool("gcc", "compiles C for this machine", C, false),
          new Tool("clang", "compiles C for other targets", CLANG, false),
          new Tool("rustc", "compiles Rust, as in the sample `greeter-rust`", RUST, false),
          new Tool(
              "cargo",
              "builds Rust packages with dependencies",
              Source.of(
                  "cargo", "rust", "install Rust from https://www.rust-lang.org/tools/install"),
              false),
          new Tool("c++filt", "reads C++ names", BINUTILS, false),
          new Tool(
              "llvm-nm",
              "lists symbols, to compare with `nib symbols`",
              Source.of("llvm", "llvm", "install LLVM from https://releases.llvm.org"),
              false),
          new Tool(
              "pen",
              "compiles Pen",
              new Source(
                  Optional.empty(),
                  Optional.of("pen-lang/pen/pen"),
                  "brew install pen-lang/pen/pen, or build it as"
                      + " https://github.com/pen-lang/pen says"),
              false));

  private final Commands commands;
  private final SearchPath path;

  public Toolbox(Commands commands) {
    this(commands, SearchPath.ofEnvironment());
  }

  Toolbox(Commands commands, SearchPath path) {
    this.commands = commands;
    this.path = path;
  }

  /// What is looked for, in the order of its weight, and the Java that runs this.
  public List<ToolRow> tools() throws InterruptedException {
    var rows = new ArrayList<ToolRow>();
    for (var tool : TOOLS) {
      rows.add(row(tool));
    }
    rows.add(java());
    return rows;
  }

  /// All known targets and what this machine can build for each.
  public List<TargetRow> targets() throws InterruptedException {
    return new TargetProbe(commands, path).rows();
  }

  private ToolRow row(Tool tool) throws InterruptedException {
    var file = path.find(tool.name());
    if (file.isEmpty()) {
      String cure = Installer.of(path).cure(tool.source());
      return new ToolRow(tool.name(), tool.purpose(), file, "", cure, tool.required());
    }
    String version = version(file.get());
    return new ToolRow(tool.name(), tool.purpose(), file, version, "", tool.required());
  }

  /// The first line with a number in it: LLVM's tools print their address first.
  private String version(Path file) throws InterruptedException {
    var said =
        commands.capture(
            new CommandLine(List.of(file.toString(), "--version"), NEUTRAL, Map.of(), SHORT));
    return said.completion().succeeded()
        ? said.text()
            .lines()
            .map(String::strip)
            .filter(line -> line.chars().anyMatch(Character::isDigit))
            .findFirst()
            .orElse("says no version")
        : "does not start";
  }

  private static ToolRow java() {
    return new ToolRow(
        "java",
        "runs Nib",
        Optional.of(Path.of(System.getProperty("java.home", ""), "bin", "java")),
        "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor", "vendor unknown")),
        "",
        true);
  }

  private record Tool(String name, String purpose, Source source, boolean required) {}
}
