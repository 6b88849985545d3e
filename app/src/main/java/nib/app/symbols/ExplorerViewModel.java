package nib.app.symbols;

import nib.app.Background;
import nib.app.project.Project;
import nib.engine.Workbench;

/// All that the archive explorer shows.
public final class ExplorerViewModel {

  private final SymbolsViewModel symbols;
  private final MembersViewModel members;
  private final KinViewModel kin;

  public ExplorerViewModel(Workbench workbench, Background background, Project project) {
    this.symbols = new SymbolsViewModel(workbench, background, project);
    this.members = new MembersViewModel(symbols, background);
    this.kin = new KinViewModel(symbols, background);
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
}
