package nib.engine.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.OpenLibrary;

/// Reads libraries into a [SymbolCatalog] and shows what it has while it goes on.
public final class CatalogReader {

  /// A piece is shown when there are so many rows, then when there are four times as many.
  private static final int FIRST_PIECE = 2_000;

  private final CatalogBuilder builder;
  private final Consumer<SymbolCatalog> soFar;
  private int next = FIRST_PIECE;

  private CatalogReader(UnaryOperator<String> demangler, Consumer<SymbolCatalog> soFar) {
    this.builder = new CatalogBuilder(demangler);
    this.soFar = soFar;
  }

  /// Reads the libraries one after the other.
  ///
  /// @param demangler makes names readable
  /// @param soFar gets pieces of the catalog, each the beginning of the next, on this thread
  /// @throws InterruptedException when this thread was interrupted
  public static SymbolCatalog read(
      List<Path> files, UnaryOperator<String> demangler, Consumer<SymbolCatalog> soFar)
      throws FailureException, InterruptedException {
    var reader = new CatalogReader(demangler, soFar);
    for (var file : files) {
      reader.read(file);
    }
    return reader.builder.build();
  }

  private void read(Path file) throws FailureException, InterruptedException {
    try (var open = OpenLibrary.open(file)) {
      builder.begin(file, open.memberCount());
      open.forEach(
          SymbolFilter.ALL,
          Function.identity(),
          member -> {
            if (Thread.currentThread().isInterrupted()) {
              throw new CancellationException();
            }
            builder.add(member, open.nameOf(member));
            if (builder.count >= next) {
              next = 4 * builder.count;
              soFar.accept(builder.soFar());
            }
          });
      open.damage().ifPresent(builder::damaged);
    } catch (CancellationException e) {
      Thread.interrupted();
      throw new InterruptedException();
    }
  }
}
