package nib.engine.build;

import java.util.Optional;

/// How programs are installed on a system: the command's first words, or that nobody knows.
enum Installer {
  /// Debian, Ubuntu and what derives from them.
  APT("apt-get install "),
  HOMEBREW("brew install "),
  UNKNOWN("");

  private final String command;

  Installer(String command) {
    this.command = command;
  }

  /// The installer of the system whose commands are in `path`.
  static Installer of(SearchPath path) {
    if (path.find("apt-get").isPresent()) {
      return APT;
    }
    return path.find("brew").isPresent() ? HOMEBREW : UNKNOWN;
  }

  /// The command that installs a tool, or words where there is none.
  String cure(Source source) {
    return switch (this) {
      case APT -> source.debian().map(command::concat).orElse(source.otherwise());
      case HOMEBREW -> source.homebrew().map(command::concat).orElse(source.otherwise());
      case UNKNOWN -> source.otherwise();
    };
  }

  /// Where a tool comes from.
  ///
  /// @param debian its package in Debian
  /// @param homebrew its formula in Homebrew
  /// @param otherwise what to do elsewhere, in words
  record Source(Optional<String> debian, Optional<String> homebrew, String otherwise) {
    static Source of(String debian, String homebrew, String otherwise) {
      return new Source(Optional.of(debian), Optional.of(homebrew), otherwise);
    }
  }
}
