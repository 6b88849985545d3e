package nib.cli;

/// The forms that every command's answer has.
enum Format {
  TEXT,
  JSON
}
