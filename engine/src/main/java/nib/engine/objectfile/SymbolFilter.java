package nib.engine.objectfile;

/// Which symbols a reader is asked for; what it can skip without looking is not read at all.
///
/// @param defined whether those that are defined here are wanted
/// @param undefined whether those that are needed from elsewhere are
/// @param local whether those that no other object sees are
/// @param detail whether what only a look at other sections tells is wanted: COMDAT groups
public record SymbolFilter(boolean defined, boolean undefined, boolean local, boolean detail) {

  public static final SymbolFilter ALL = new SymbolFilter(true, true, true, true);

  /// What others can link to.
  public static final SymbolFilter DEFINITIONS = new SymbolFilter(true, false, false, false);

  /// Whether symbols of this kind are wanted.
  public boolean keeps(boolean isDefined, boolean isLocal) {
    return (isDefined ? defined : undefined) && (local || !isLocal);
  }
}
