package nib.app.symbols;

import java.util.Locale;
import nib.app.Background;
import nib.app.project.Project;
import nib.app.table.Bulk;
import nib.app.table.Clip;
import nib.engine.diagnostic.Failure;

/// What the explorer's tables do with a million rows.
record LongTables(Background background, Project project) implements Bulk {

  @Override
  public void copy(int rows, Background.Job<String> text) {
    background.run(
        String.format(Locale.ROOT, "Copying %,d rows", rows), text, Clip::copy, project::say);
  }

  @Override
  public void refuse(Failure why) {
    project.say(why);
  }
}
