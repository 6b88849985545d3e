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

  /// Where the last file was, beside which the next one mostly is.
  private Optional<File> folder = Optional.empty();

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
    // The dialog throws where it is to begin in a folder that is gone.
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    var file = Optional.ofNullable(chooser.showOpenDialog(owner.get()));
    folder = file.map(File::getParentFile).or(() -> folder);
    return file.map(File::toPath);
  }

  @Override
  public Optional<Path> save(Saving wish) {
    var chooser = new FileChooser();
    chooser.setTitle("Save the picture as " + wish.format());
    chooser.setInitialFileName(wish.name() + wish.ending());
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(wish.format(), "*" + wish.ending()));
    // The dialog throws where it is to begin in a folder that is gone.
    Optional.of(wish.folder().toFile())
        .filter(File::isDirectory)
        .ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }
}
