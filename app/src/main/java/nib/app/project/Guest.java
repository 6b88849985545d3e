package nib.app.project;

import java.util.List;
import nib.engine.assist.OutlineItem;
import nib.engine.text.SourceText;

/// A text that is looked at and not changed here: a module of a dependency, or a `pen.json`.
///
/// @param name what it is called: `Os · File.pen`
/// @param outline its definitions in the order of the text; none where it is no module
public record Guest(String name, SourceText source, List<OutlineItem> outline) {
  public Guest {
    outline = List.copyOf(outline);
  }
}
