package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nib.app.build.BuildViewModel.State;
import nib.engine.BuildRequest;
import nib.engine.LocalWorkbench;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window and the command line say the same where they speak of the same.
final class SentencesTest {

  @TempDir private Path folder;
  @TempDir private Path own;

  @Test
  void saysInTheEnginesWordsThatThereIsNoScript() throws Exception {
    Files.writeString(folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    try (var workbench = new LocalWorkbench(own.resolve("state"), own.resolve("cache"))) {
      var desk = Desks.over(workbench);
      desk.project().open(folder);
      desk.build().build();

      assertEquals(new State.Failed(refusal(workbench)), desk.build().stateProperty().get());
    }
  }

  private Failure refusal(LocalWorkbench workbench) throws InterruptedException {
    try {
      var run =
          workbench.build(
              new BuildRequest(folder, Optional.empty(), false, Duration.ofMinutes(1)), _ -> {});
      return run.failure().orElseThrow();
    } catch (FailureException e) {
      return e.failure();
    }
  }
}
