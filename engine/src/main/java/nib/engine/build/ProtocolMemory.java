package nib.engine.build;

import java.util.Optional;

/// Which protocol a script was found to follow, by its content. A memory that fails forgets; it
/// stops nobody.
public interface ProtocolMemory {

  /// The protocol that worked the last time.
  ///
  /// @param digest SHA-256 of the script's bytes in lower-case hexadecimal
  Optional<Protocol> protocolOf(String digest);

  void remember(String digest, Protocol protocol);
}
