package nib.cli;

/// Exit statuses.
final class Status {

  /// Fine.
  static final int FINE = 0;

  /// A finding at or above `--fail-on`, or a trial that crashed, timed out or failed.
  static final int FOUND = 1;

  /// It could not be done: unreadable input, a missing tool, a failed script.
  static final int FAILED = 2;

  /// Wrong usage (`EX_USAGE` of sysexits).
  static final int USAGE = 64;

  private Status() {}
}
