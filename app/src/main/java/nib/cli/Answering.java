package nib.cli;

import picocli.CommandLine.Option;

/// A command that answers people or machines.
abstract class Answering extends Common implements Formatted {

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private Format format = Format.TEXT;

  Answering(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Format format() {
    return format;
  }
}
