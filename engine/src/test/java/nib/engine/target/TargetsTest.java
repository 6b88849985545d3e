package nib.engine.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nib.engine.target.Target.Format;
import org.junit.jupiter.api.Test;

final class TargetsTest {

  @Test
  void everyNameMeansOneTarget() {
    var names = new ArrayList<String>();
    Targets.all()
        .forEach(target -> {
          names.add(target.triple());
          names.addAll(target.aliases());
        });
    assertEquals(names.size(), new HashSet<>(names).size(), "a name stands twice in " + names);
    names.forEach(name ->
        assertTrue(
            Targets.named(name)
                .filter(found -> found.triple().equals(name) || found.aliases().contains(name))
                .isPresent(),
            name));
  }

  @Test
  void knowsWhatPenBuildsFor() {
    for (var triple :
        List.of(
            "i686-unknown-linux-musl",
            "x86_64-unknown-linux-musl",
            "aarch64-unknown-linux-musl",
            "wasm32-wasip2")) {
      assertEquals(triple, Targets.named(triple).orElseThrow().triple());
    }
  }

  @Test
  void findsATargetByAnAlias() {
    assertEquals(
        "x86_64-unknown-linux-gnu",
        Targets.named("x86_64-pc-linux-gnu").map(Target::triple).orElse(""));
    assertEquals(Optional.empty(), Targets.named("pdp11-unknown-unix"));
  }

  @Test
  void allButWebAssemblyHaveAMachineNumber() {
    for (var target : Targets.all()) {
      assertEquals(target.format() != Format.WASM, target.machine() != 0, target.triple());
    }
  }

  @Test
  void onlyAppleCompilersPutAPrefixBeforeSymbols() {
    for (var target : Targets.all()) {
      assertEquals(target.format() == Format.MACH_O ? "_" : "", target.symbolPrefix());
    }
  }

  @Test
  void theHostIsTheMachineThatThisRunsOn() throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"), "asks uname, which is for Linux here");
    var uname = new ProcessBuilder("uname", "-m").start();
    String machine =
        new String(uname.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertTrue(Targets.host().triple().startsWith(machine), Targets.host().triple());
    assertEquals(Format.ELF, Targets.host().format());
  }
}
