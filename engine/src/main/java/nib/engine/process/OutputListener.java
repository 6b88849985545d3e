package nib.engine.process;

/// Gets what a program writes, line by line as it arrives, in one order for both streams. Called
/// from other threads, one call at a time, and never after [Commands#run] has returned.
@FunctionalInterface
public interface OutputListener {
  void line(boolean error, String text);
}
