package nib.app;

import nib.app.Drawer.Tab;
import nib.app.build.BuildViewModel;
import nib.app.diagnosis.FindingsViewModel;
import nib.app.project.Project;
import nib.engine.OpenedPackage;

/// What the drawer does by itself: it comes up for a build, a question or a symbol, and goes away
/// when it is not needed any more.
final class DrawerMoves {

  private final Drawer drawer;
  private final Project project;
  private final FindingsViewModel findings;
  private boolean cameForBuild;
  private boolean awaitsFindings;

  DrawerMoves(Drawer drawer, Project project, FindingsViewModel findings) {
    this.drawer = drawer;
    this.project = project;
    this.findings = findings;
  }

  /// Begins to follow what happens.
  void follow(BuildViewModel build) {
    build.questionProperty().addListener((_, _, asked) -> asked.ifPresent(_ -> showBuild()));
    build.onMove(this::buildMoved);
    project
        .openedProperty()
        .map(view -> view.map(OpenedPackage::root))
        .addListener((_, _, _) -> awaitsFindings = false);
    project.reportProperty().addListener((_, _, _) -> checked());
    project
        .selection()
        .symbolProperty()
        .addListener((_, _, to) -> to.ifPresent(_ -> showSymbols()));
  }

  /// Brings the symbols of a package up; those of a lone file fill the window anyway.
  void showSymbols() {
    if (project.showingProperty().get() == Project.Showing.PACKAGE) {
      drawer.show(Tab.SYMBOLS);
    }
  }

  /// Brings the findings up where there are any, unless something else is being looked at.
  void showFindings() {
    if (!findings.rows().isEmpty() && !drawer.openProperty().get()) {
      drawer.show(Tab.FINDINGS);
    }
  }

  private void showBuild() {
    drawer.show(Tab.BUILD);
  }

  /// The drawer comes up for a build. When that went well it goes away again, or turns to what was
  /// found; a person who moved it meanwhile is left alone.
  private void buildMoved(BuildViewModel.State state) {
    switch (state) {
      case BuildViewModel.State.Running _ -> {
        cameForBuild = !drawer.openProperty().get() || drawer.tabProperty().get() == Tab.BUILD;
        showBuild();
      }
      case BuildViewModel.State.Failed _, BuildViewModel.State.Refused _ -> showBuild();
      case BuildViewModel.State.Built _ -> {
        if (cameForBuild && drawer.tabProperty().get() == Tab.BUILD) {
          drawer.close();
          awaitsFindings = true;
        }
      }
      case BuildViewModel.State.Idle _ -> awaitsFindings = false;
    }
  }

  private void checked() {
    if (awaitsFindings) {
      awaitsFindings = false;
      showFindings();
    }
  }
}
