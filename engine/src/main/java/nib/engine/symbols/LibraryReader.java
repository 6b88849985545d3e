package nib.engine.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Function;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;

/// Reads static archives and lone object files whole.
public final class LibraryReader {

  private LibraryReader() {}

  /// Reads the file with everything there is to know about its symbols; safe to call from any
  /// number of threads.
  public static Library read(Path path) throws FailureException {
    try (var open = OpenLibrary.open(path)) {
      return whole(open);
    }
  }

  static Library whole(OpenLibrary open) throws FailureException {
    var members = new ArrayList<Member>(open.memberCount());
    open.forEach(SymbolFilter.ALL, Function.identity(), members::add);
    return new Library(
        open.file(), open.kind(), open.size(), members, open.damage(), open.slices());
  }
}
