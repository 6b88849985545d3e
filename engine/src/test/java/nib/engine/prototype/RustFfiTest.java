package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nib.engine.Borders;
import nib.engine.oracle.PenCheckout;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Modules for Pen's crate `ffi`, compiled with a crate that has its types, and with the crate.
final class RustFfiTest {

  private static final Path SOURCES = Path.of("src/test/resources/rust-ffi").toAbsolutePath();
  private static final Path BORDERS = Path.of("src/test/resources/golden/border").toAbsolutePath();

  @TempDir private Path scratch;

  @BeforeEach
  void needsACompiler() {
    Tool.assume("rustc");
  }

  @Test
  void compilesWithoutAWarning() throws Exception {
    library("ffi", SOURCES.resolve("ffi.rs"), "-Adead_code");
    everyModuleCompiles(Borders.packages(BORDERS));
  }

  @Test
  void acceptsWhatBindgenMakesOfDefinitions() throws Exception {
    library("ffi", SOURCES.resolve("ffi.rs"), "-Adead_code");
    Files.copy(BORDERS.resolve("every-type/border-ffi.rs"), scratch.resolve("border.rs"));
    Files.copy(SOURCES.resolve("every_type.rs"), scratch.resolve("every_type.rs"));
    compileEveryType();
  }

  @Test
  void refusesADefinitionOfAnotherType() throws Exception {
    library("ffi", SOURCES.resolve("ffi.rs"), "-Adead_code");
    Files.copy(BORDERS.resolve("every-type/border-ffi.rs"), scratch.resolve("border.rs"));
    String definitions = Files.readString(SOURCES.resolve("every_type.rs"));
    for (String wrong :
        List.of(
            definitions.replace("scalars: fn(ffi::Number,", "scalars: fn(ffi::Boolean,"),
            definitions.replace("suspend: fn() -> ffi::None", "suspend: fn() -> ffi::Any"),
            definitions.replace("<ffi::extra::Result>", ""))) {
      Files.writeString(scratch.resolve("every_type.rs"), wrong);
      var error = assertThrows(AssertionError.class, this::compileEveryType);
      assertTrue(String.valueOf(error.getMessage()).contains("mismatched types"), error::toString);
    }
  }

  /// The crate itself is the checkout's; the crates that it needs are not at hand and stood in for.
  @Test
  @Tag("checkout")
  void compilesWithTheCrateOfACheckout() throws Exception {
    var root = PenCheckout.root();
    assumeRustOfPen();
    library("futures", SOURCES.resolve("futures.rs"));
    library("async_stream", SOURCES.resolve("async_stream.rs"));
    rust(
        "--crate-type=proc-macro",
        "--crate-name=pen_ffi_macro",
        "--extern=proc_macro",
        SOURCES.resolve("macros.rs").toString());
    library(
        "ffi",
        root.resolve("lib/ffi/src/lib.rs"),
        "--cap-lints=allow",
        "--extern=pen_ffi_macro",
        "--extern=futures",
        "--extern=async_stream");
    everyModuleCompiles(Borders.packages(BORDERS));
    everyModuleCompiles(Borders.packages(root.resolve("packages")));
    Files.copy(BORDERS.resolve("every-type/border-ffi.rs"), scratch.resolve("border.rs"));
    Files.copy(SOURCES.resolve("every_type.rs"), scratch.resolve("every_type.rs"));
    compileEveryType();
  }

  /// The crate uses what 1.64 brought (`poll_fn`); Debian's compiler may be older.
  private void assumeRustOfPen() {
    String version = Tool.run(scratch, "rustc", "--version").strip();
    var minor = Pattern.compile("rustc 1\\.(\\d+)").matcher(version);
    boolean old = minor.lookingAt() && Integer.parseInt(minor.group(1)) < 64;
    assumeFalse(old, () -> "left out: Pen's crate needs Rust 1.64, and this is " + version);
  }

  private void everyModuleCompiles(List<Path> packages) throws Exception {
    int compiled = 0;
    for (var folder : packages) {
      var text =
          HeaderWriter.rustFfi(String.valueOf(folder.getFileName()), Borders.functions(folder));
      if (text.isPresent()) {
        Files.writeString(scratch.resolve("module.rs"), text.get());
        library("module", scratch.resolve("module.rs"), "--extern=ffi");
        compiled++;
      }
    }
    assertTrue(compiled >= 3, "only " + compiled);
  }

  private void compileEveryType() {
    library("every_type", scratch.resolve("every_type.rs"), "--extern=ffi");
  }

  private void library(String name, Path source, String... options) {
    var all = new ArrayList<>(List.of("--crate-type=rlib", "--crate-name=" + name));
    all.addAll(List.of(options));
    all.add(source.toString());
    rust(all.toArray(String[]::new));
  }

  private void rust(String... options) {
    var command = new ArrayList<>(List.of("rustc", "--edition=2021", "-Dwarnings", "-L."));
    command.addAll(List.of(options));
    assertEquals("", Tool.run(scratch, command.toArray(String[]::new)));
  }
}
