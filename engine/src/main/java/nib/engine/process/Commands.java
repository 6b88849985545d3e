package nib.engine.process;

/// Runs programs: the port to the outside world. Tests use a remembering fake.
@FunctionalInterface
public interface Commands {

  /// How much of a short program's output [#capture] keeps, in characters.
  int LONGEST_CAPTURE = 1 << 20;

  /// Runs a program to its end. When the calling thread is interrupted, the program and all its
  /// children are ended before this method throws.
  Completion run(CommandLine line, OutputListener listener) throws InterruptedException;

  /// What a short program wrote to both streams, and how it ended. A program that turns out not to
  /// be short is cut off after [#LONGEST_CAPTURE] characters.
  default Output capture(CommandLine line) throws InterruptedException {
    var text = new StringBuilder();
    var completion =
        run(
            line,
            (_, one) -> {
              if (text.length() + one.length() < LONGEST_CAPTURE) {
                text.append(one).append('\n');
              }
            });
    return new Output(completion, text.toString());
  }

  /// What a short program wrote to both streams, and how it ended.
  record Output(Completion completion, String text) {}
}
