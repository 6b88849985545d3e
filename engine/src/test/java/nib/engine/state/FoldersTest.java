package nib.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FoldersTest {

  private static final Path HOME = Path.of("/home/ada");

  @Test
  void areHiddenInTheHomeFolderOnLinux() {
    check("Linux", Map.of(), "/home/ada/.local/state/nib", "/home/ada/.cache/nib");
  }

  @Test
  void followTheVariablesOfTheXdgSpecification() {
    check(
        "Linux",
        Map.of("XDG_STATE_HOME", "/var/ada", "XDG_CACHE_HOME", "/tmp/ada"),
        "/var/ada/nib",
        "/tmp/ada/nib");
  }

  @Test
  void takeNoRelativePathAndNoEmptyOne() {
    check(
        "Linux",
        Map.of("XDG_STATE_HOME", "state", "XDG_CACHE_HOME", ""),
        "/home/ada/.local/state/nib",
        "/home/ada/.cache/nib");
  }

  @Test
  void lieInTheLibraryOnMacOs() {
    check(
        "Mac OS X",
        Map.of("XDG_STATE_HOME", "/var/ada"),
        "/home/ada/Library/Application Support/nib",
        "/home/ada/Library/Caches/nib");
  }

  @Test
  void lieInTheLocalApplicationDataOnWindows() {
    check("Windows 11", Map.of("LOCALAPPDATA", "/local"), "/local/nib", "/local/nib/cache");
    check(
        "Windows 11", Map.of(), "/home/ada/AppData/Local/nib", "/home/ada/AppData/Local/nib/cache");
  }

  private static void check(
      String system, Map<String, String> environment, String state, String cache) {
    assertEquals(
        new Folders.Places(Path.of(state), Path.of(cache)), Folders.of(system, HOME, environment));
  }
}
