package nib.engine.build;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A memory for tests: maps, in the open.
final class OpenMemory implements TrustMemory, ProtocolMemory {

  final Map<String, TrustAnswer> answers = new HashMap<>();
  final Set<Path> folders = new HashSet<>();
  final Map<String, Protocol> protocols = new HashMap<>();

  @Override
  public Optional<TrustAnswer> answerAbout(String digest) {
    return Optional.ofNullable(answers.get(digest));
  }

  @Override
  public boolean trustsFolder(Path folder) {
    return folders.contains(folder);
  }

  @Override
  public void remember(Path folder, String digest, TrustAnswer answer) {
    switch (answer) {
      case ONCE -> {}
      case CONTENT, NO -> answers.put(digest, answer);
      case FOLDER -> folders.add(folder);
    }
  }

  @Override
  public Optional<Protocol> protocolOf(String digest) {
    return Optional.ofNullable(protocols.get(digest));
  }

  @Override
  public void remember(String digest, Protocol protocol) {
    protocols.put(digest, protocol);
  }
}
