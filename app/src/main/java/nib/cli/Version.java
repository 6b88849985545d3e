package nib.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version that Maven wrote into the jar.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"nib " + Optional.ofNullable(version).orElse("development build")};
  }
}
