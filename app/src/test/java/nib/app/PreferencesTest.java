package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nib.app.settings.SettingsViewModel;
import nib.app.settings.SettingsViewModel.Origin;
import nib.app.settings.SettingsViewModel.PenRoot;
import nib.app.style.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of settings: where Pen's own packages are.
final class PreferencesTest {

  @TempDir private Path folder;

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Desk desk = Desks.over(workbench);

  @Test
  void judgesTheFolderAndReadsAgain() throws Exception {
    Files.createDirectories(folder.resolve("packages/os"));
    Files.writeString(folder.resolve("packages/os/pen.json"), "{}");
    desk.project().open(Packages.ROOT);
    int before = workbench.readings.size();
    var settings = settings(Optional.empty());
    settings.openProperty().set(true);
    settings.wishProperty().set(folder.toString());
    settings.commit();

    assertEquals(
        new PenRoot(Optional.of(folder), Origin.SETTING, true, "1 package is there."),
        settings.penRootProperty().get());
    assertEquals(folder.toString(), workbench.settings.get("pen-root"));
    assertEquals(before + 1, workbench.readings.size());
    settings.commit();
    assertEquals(before + 1, workbench.readings.size());
  }

  @Test
  void saysWhatIsWrongWithIt() {
    var settings = settings(Optional.empty());
    settings.wishProperty().set(folder.toString());
    settings.usePenRoot();
    assertEquals(
        "There is no folder `packages` in it, so it is no checkout of Pen.",
        settings.penRootProperty().get().sentence());

    settings.wishProperty().set(folder.resolve("gone").toString());
    settings.usePenRoot();
    assertFalse(settings.penRootProperty().get().sound());
    assertTrue(
        settings.penRootProperty().get().sentence().startsWith("There is no folder "),
        settings.penRootProperty().get()::toString);
  }

  @Test
  void saysWhoseWordItIs() {
    workbench.settings.put("pen-root", folder.toString());
    var settings = settings(Optional.of(folder));
    settings.openProperty().set(true);
    assertEquals(Origin.VARIABLE, settings.penRootProperty().get().origin());
    assertEquals("", settings.wishProperty().get());

    settings.forgetPenRoot();
    assertEquals(Origin.NOBODY, settings.penRootProperty().get().origin());
  }

  @Test
  void takesAVariableAsTheEngineDoes() {
    assertEquals(
        Optional.of(Path.of("pen").toAbsolutePath()),
        SettingsViewModel.variable(Optional.of("./pen")));
    assertEquals(Optional.empty(), SettingsViewModel.variable(Optional.of(" ")));
    assertEquals(Optional.empty(), SettingsViewModel.variable(Optional.empty()));
  }

  private SettingsViewModel settings(Optional<Path> variable) {
    var around =
        new SettingsViewModel.Around(
            desk.project(), Desks.NOBODY, new Look(desk.settings()), variable);
    return new SettingsViewModel(workbench, Background.direct(), around);
  }
}
