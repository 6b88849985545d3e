package nib.engine.linkage;

import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Sees members while they are read, to tell what was not: an answer from half a library is only
/// half of one.
public interface LibraryWatch {

  /// Watches nothing.
  LibraryWatch NONE =
      new LibraryWatch() {
        @Override
        public void saw(OpenLibrary library, Member member) {}

        @Override
        public void ended(OpenLibrary library) {}
      };

  /// Called for every member, in order.
  void saw(OpenLibrary library, Member member);

  /// Called behind the last member.
  void ended(OpenLibrary library);
}
