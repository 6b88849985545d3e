package nib.engine.trial;

/// How a trial passes a value of some Pen type.
public enum SlotKind {
  NUMBER,
  BOOLEAN,
  STRING,
  /// Nothing is passed: `none` occupies no parameter.
  NONE,
  /// A type that trials do not pass yet.
  UNSUPPORTED
}
