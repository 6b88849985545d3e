package nib.cli;

import static org.junit.jupiter.api.Assertions.assertSame;

import nib.engine.LocalWorkbench;
import nib.engine.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbenchesTest {

  @TempDir private java.nio.file.Path folder;

  @Test
  void givesTheWindowItsOwn() {
    var console = new Console(System.out, System.err, folder);
    Workbench commands = new LocalWorkbench(folder, folder);
    Workbench window = new LocalWorkbench(folder, folder);
    try (var invocation = new Invocation(console, new Workbenches(() -> commands, () -> window))) {
      assertSame(commands, invocation.workbench());
      assertSame(window, invocation.windowsWorkbench().get());
    }
    window.close();
  }
}
