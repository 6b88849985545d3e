package nib.engine.packages;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.text.Location;
import nib.engine.text.Span;

/// Why a file or folder could not be read, and where in it.
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final transient Location location;
  private final transient Span span;

  UnreadableException(String why, Location location, Span span) {
    super(why);
    this.why = why;
    this.location = location;
    this.span = span;
  }

  UnreadableException(String why, Path file) {
    this(why, new Location(file, 1, 1), new Span(0, 0));
  }

  UnreadableException(Path file, IOException cause) {
    this(reason(cause), file);
    initCause(cause);
  }

  /// What went wrong, without the class name and path that Java's messages carry.
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it is gone";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException one when one.getReason() != null -> one.getReason();
      default -> Optional.ofNullable(e.getMessage()).orElse("unknown reason");
    };
  }

  String why() {
    return why;
  }

  Location location() {
    return location;
  }

  Span span() {
    return span;
  }
}
