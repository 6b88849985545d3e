package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import nib.engine.binary.ByteView;
import nib.engine.diagnostic.FailureException;

/// Reads files that may be damaged in any way.
final class Mutants {

  private Mutants() {}

  /// Reads and lists the file. Whatever it is, the answer is a library or a failure with words for
  /// people; anything else that is thrown fails the test.
  static void read(byte[] bytes) throws IOException {
    try {
      var library = OpenLibrary.of(LibraryFile.of(Path.of("mutant.a"), ByteView.of(bytes)));
      LibraryReader.whole(library);
      var remarkable = new ArrayList<Member>();
      new NmPrinter(OutputStream.nullOutputStream(), NmPrinter.Style.PLAIN)
          .print(library, remarkable::add);
      var remarks = NmPrinter.remarks(library, remarkable);
      if (remarks.stream().anyMatch(String::isBlank)) {
        throw new AssertionError("an empty remark");
      }
    } catch (FailureException e) {
      if (e.failure().what().isBlank() || e.failure().cure().isBlank()) {
        throw new AssertionError("a failure without words", e);
      }
    }
  }
}
