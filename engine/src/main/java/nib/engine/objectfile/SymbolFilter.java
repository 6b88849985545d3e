package nib.engine.objectfile;

import java.util.Optional;
import nib.engine.binary.SoughtNames;

/// Which symbols a reader is asked for; what it can skip without looking is not read at all.
///
/// @param defined whether those that are defined here are wanted
/// @param undefined whether those that are needed from elsewhere are
/// @param local whether those that no other object sees are
/// @param detail whether what only a look at other sections tells is wanted: COMDAT groups
/// @param names the only ones that matter, where not all do: a reader may leave others out and need
///   not
/// @param brief whether the symbols are let go before the same thread reads others, so that their
///   names may lie where the next ones' will
public record SymbolFilter(
    boolean defined,
    boolean undefined,
    boolean local,
    boolean detail,
    Optional<SoughtNames> names,
    boolean brief) {

  public static final SymbolFilter ALL = new SymbolFilter(true, true, true, true);

  /// What others can link to.
  public static final SymbolFilter DEFINITIONS = new SymbolFilter(true, false, false, false);

  public SymbolFilter(boolean defined, boolean undefined, boolean local, boolean detail) {
    this(defined, undefined, local, detail, Optional.empty(), false);
  }

  /// The same of these names, and perhaps of others.
  public SymbolFilter named(SoughtNames sought) {
    return new SymbolFilter(defined, undefined, local, detail, Optional.of(sought), brief);
  }

  /// The same for a look that is over before the next one.
  public SymbolFilter briefly() {
    return new SymbolFilter(defined, undefined, local, detail, names, true);
  }

  /// Whether symbols of this kind are wanted.
  public boolean keeps(boolean isDefined, boolean isLocal) {
    if (isLocal && !local) {
      return false; // in this form it is short enough for the first compiler to put it in place
    }
    return isDefined ? defined : undefined;
  }
}
