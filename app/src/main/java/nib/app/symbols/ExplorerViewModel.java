package nib.app.symbols;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import nib.app.Background;
import nib.app.FilePicker;
import nib.app.project.Project;
import nib.app.table.Bulk;
import nib.engine.Workbench;

/// All that the archive explorer shows.
public final class ExplorerViewModel {

  /// What stands beside the members.
  public enum Mode {
    SYMBOLS("Symbols"),
    SIZES("Sizes"),
    COMPARE("Compare"),
    HEADER("Bytes");

    private final String words;

    Mode(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private final SymbolsViewModel symbols;
  private final MembersViewModel members;
  private final KinViewModel kin;
  private final SizesViewModel sizes;
  private final CompareViewModel compare;
  private final HeaderViewModel header;
  private final Bulk bulk;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SYMBOLS);

  public ExplorerViewModel(
      Workbench workbench, Background background, Project project, FilePicker picker) {
    this.symbols = new SymbolsViewModel(workbench, background, project);
    this.members = new MembersViewModel(symbols, background);
    this.kin = new KinViewModel(symbols, background);
    this.sizes = new SizesViewModel(symbols, members, background);
    this.compare = new CompareViewModel(workbench, background, symbols, picker);
    this.header = new HeaderViewModel(workbench, background, members);
    this.bulk = new LongTables(background, project);
    header.wantedProperty().bind(mode.isEqualTo(Mode.HEADER));
    // Whoever is led to a symbol or a member is to see it.
    project.selection().symbolProperty().addListener((_, _, _) -> mode.set(Mode.SYMBOLS));
    symbols.membersProperty().addListener((_, _, _) -> leaveSizes());
  }

  private void leaveSizes() {
    if (mode.get() == Mode.SIZES) {
      mode.set(Mode.SYMBOLS);
    }
  }

  public SymbolsViewModel symbols() {
    return symbols;
  }

  public MembersViewModel members() {
    return members;
  }

  public KinViewModel kin() {
    return kin;
  }

  public SizesViewModel sizes() {
    return sizes;
  }

  public CompareViewModel compare() {
    return compare;
  }

  public HeaderViewModel header() {
    return header;
  }

  /// What copies more rows than the window's thread has time for.
  Bulk bulk() {
    return bulk;
  }

  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }
}
