package nib.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The system's own dialogs.
final class SystemFilePicker implements FilePicker {

  private final Supplier<Window> owner;

  SystemFilePicker(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> file() {
    var chooser = new FileChooser();
    chooser.setTitle("Open an archive or an object file");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Archives and object files", "*.a", "*.lib", "*.o", "*.obj", "*.rlib"),
            new FileChooser.ExtensionFilter("All files", "*"));
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> save(String title, String name) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }
}
