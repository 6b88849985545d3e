package nib.cli;

/// A command whose answer has several forms.
interface Formatted {
  Format format();
}
