package nib.engine.build;

import java.util.Optional;
import nib.engine.diagnostic.FailureException;

/// Which protocol a script was found to follow, by its content.
public interface ProtocolMemory {

  /// The protocol that worked the last time.
  ///
  /// @param digest SHA-256 of the script's bytes in lower-case hexadecimal
  Optional<Protocol> protocolOf(String digest) throws FailureException;

  void remember(String digest, Protocol protocol) throws FailureException;
}
