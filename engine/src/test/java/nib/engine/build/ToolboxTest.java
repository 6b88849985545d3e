package nib.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.process.CommandLine;
import nib.engine.process.Commands;
import nib.engine.process.Completion;
import nib.engine.process.OutputListener;
import nib.engine.process.SystemCommands;
import nib.engine.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolboxTest {

  @TempDir Path bin;

  @Test
  void tellsVersionsOfWhatIsHere() throws Exception {
    tool("cc", "echo 'cc (Debian 12.2.0-14) 12.2.0'; echo 'Copyright 2022'");
    tool("llvm-nm", "echo 'LLVM (http://llvm.org/):'; echo '  LLVM version 14.0.6'");
    tool("ar", "exit 1");
    assertEquals("cc (Debian 12.2.0-14) 12.2.0", row("cc").version());
    assertEquals(Optional.of(bin.resolve("cc")), row("cc").file());
    assertEquals("", row("cc").cure());
    assertTrue(row("cc").required());
    assertEquals("LLVM version 14.0.6", row("llvm-nm").version());
    assertEquals("does not start", row("ar").version());
  }

  @Test
  void namesTheCommandThatInstallsWhatIsMissing() throws Exception {
    tool("apt-get", "");
    assertEquals("apt-get install gcc", row("cc").cure());
    assertEquals("apt-get install binutils", row("ar").cure());
    assertEquals("apt-get install binutils", row("c++filt").cure());
    assertEquals("apt-get install rustc", row("rustc").cure());
    assertTrue(row("pen").cure().startsWith("brew install pen-lang/pen/pen"));
    Files.delete(bin.resolve("apt-get"));
    tool("brew", "");
    assertEquals("brew install binutils", row("ar").cure());
    assertEquals("brew install pen-lang/pen/pen", row("pen").cure());
    Files.delete(bin.resolve("brew"));
    assertEquals("install the GNU binutils", row("ar").cure());
  }

  @Test
  void knowsTheJavaThatRunsThis() throws Exception {
    var java = row("java");
    assertTrue(Files.isExecutable(java.file().orElseThrow()));
    assertTrue(java.version().startsWith(Runtime.version().toString()));
  }

  @Test
  void asksToolsOutsideOfAnyPackage() throws Exception {
    tool("cc", "pwd");
    tool("rustc", "pwd");
    var folders = new ArrayList<Path>();
    Commands noting =
        (line, listener) -> {
          folders.add(line.directory());
          return new SystemCommands().run(line, listener);
        };
    new Toolbox(noting, path()).tools();
    assertEquals(List.of(Path.of("/")), folders.stream().distinct().toList());
  }

  @Test
  void aCompilerCountsOnlyWhenItMakesAnObject() throws Exception {
    tool("cc", "exit 1");
    tool("aarch64-linux-gnu-gcc", "while [ \"$1\" != -o ]; do shift; done; touch \"$2\"");
    tool(
        "clang", "case $1 in *wasip2) while [ \"$1\" != -o ]; do shift; done; touch \"$2\";; esac");
    tool("apt-get", "");
    assertEquals(List.of("aarch64-linux-gnu-gcc"), target("aarch64-unknown-linux-gnu").cCompiler());
    assertEquals(List.of("clang", "--target=wasm32-wasip2"), target("wasm32-wasip2").cCompiler());
    assertEquals(List.of(), target("wasm32-wasip1").cCompiler(), "it ended well and made nothing");
    assertEquals(List.of(), host().cCompiler());
    assertTrue(host().cures().contains("apt-get install gcc"), host()::toString);
    assertTrue(
        target("riscv64gc-unknown-linux-gnu")
            .cures()
            .contains("apt-get install gcc-riscv64-linux-gnu"));
    assertTrue(target("aarch64-apple-darwin").cures().contains("apt-get install clang"));
  }

  @Test
  void triesEachCompilerOnceForAQuestion() throws Exception {
    tool("clang", "exit 1");
    var tried = new ArrayList<String>();
    Commands noting =
        (line, listener) -> {
          tried.add(line.command().get(1));
          return new SystemCommands().run(line, listener);
        };
    new Toolbox(noting, path()).targets();
    assertEquals(tried.stream().distinct().toList(), tried);
  }

  @Test
  void rustBuildsForATargetWhoseStandardLibraryIsThere(@TempDir Path sysroot) throws Exception {
    String host = Targets.host().triple();
    tool("rustc", "echo " + sysroot.resolve("rustlib").resolve(host).resolve("lib"));
    library(sysroot, host, "libstd-0123.rlib");
    library(sysroot, "wasm32-unknown-unknown", "libcore-0123.rlib");
    tool("rustup", "");
    assertTrue(host().rust());
    assertFalse(target("wasm32-unknown-unknown").rust(), "core alone is not enough");
    assertEquals(
        "rustup target add wasm32-unknown-unknown",
        target("wasm32-unknown-unknown").cures().getLast());
    Files.delete(bin.resolve("rustup"));
    tool("apt-get", "");
    assertEquals(
        "apt-get install libstd-rust-dev-wasm32",
        target("wasm32-unknown-unknown").cures().getLast());
    assertEquals(
        "install Rust by rustup, then: rustup target add aarch64-apple-darwin",
        target("aarch64-apple-darwin").cures().getLast());
  }

  @Test
  void everyTargetHasARowAndEveryLackACure() throws Exception {
    var rows = new Toolbox(new SystemCommands()).targets();
    assertEquals(Targets.all(), rows.stream().map(TargetRow::target).toList());
    assertEquals(1, rows.stream().filter(TargetRow::host).count());
    for (var row : rows) {
      int lacks = (row.cCompiler().isEmpty() ? 1 : 0) + (row.rust() ? 0 : 1);
      assertEquals(lacks, row.cures().size(), row::toString);
    }
    var host = rows.stream().filter(TargetRow::host).findFirst().orElseThrow();
    assertEquals(List.of("cc"), host.cCompiler());
  }

  @Test
  void asksNobodyWhereNothingIsInstalled() throws Exception {
    Commands none =
        new Commands() {
          @Override
          public Completion run(CommandLine line, OutputListener listener) {
            throw new AssertionError("ran " + line.command());
          }
        };
    assertTrue(
        new Toolbox(none, path()).targets().stream().allMatch(row -> row.cures().size() == 2));
    assertEquals(
        List.of("java"),
        new Toolbox(none, path())
            .tools().stream().filter(row -> row.file().isPresent()).map(ToolRow::name).toList());
  }

  private ToolRow row(String name) throws InterruptedException {
    return toolbox().tools().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private TargetRow target(String triple) throws InterruptedException {
    return toolbox().targets().stream()
        .filter(row -> row.target().triple().equals(triple))
        .findFirst()
        .orElseThrow();
  }

  private TargetRow host() throws InterruptedException {
    return target(Targets.host().triple());
  }

  private Toolbox toolbox() {
    return new Toolbox(new SystemCommands(), path());
  }

  private SearchPath path() {
    return new SearchPath(List.of(bin), List.of(""));
  }

  private void tool(String name, String script) throws Exception {
    var file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private static void library(Path sysroot, String triple, String file) throws Exception {
    var folder = sysroot.resolve("rustlib").resolve(triple).resolve("lib");
    Files.createFile(Files.createDirectories(folder).resolve(file));
  }
}
