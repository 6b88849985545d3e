package nib.engine.types;

import nib.engine.text.Site;

/// Where something is defined. Definitions move whenever text before them is edited, without
/// meaning anything else; so their place is looked up when somebody asks, in the newest text.
public interface Anchor {

  Site site();

  /// A place that does not move.
  static Anchor at(Site site) {
    return new Fixed(site);
  }

  /// A place that does not move.
  record Fixed(Site site) implements Anchor {}
}
