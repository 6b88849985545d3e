package nib.engine.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.build.Protocol;
import nib.engine.build.RunRecord;
import nib.engine.build.TrustAnswer;
import nib.engine.trial.TrialRecord;

/// Remembers until Nib ends: what Nib goes on with when there is no database.
final class FleetingMemory implements Memory {

  private final Map<String, TrustAnswer> answers = new HashMap<>();
  private final Set<Path> folders = new HashSet<>();
  private final Map<String, Protocol> protocols = new HashMap<>();
  private final Map<Path, List<RunRecord>> runs = new HashMap<>();
  private final Map<Function, List<TrialRecord>> trials = new HashMap<>();
  private final LinkedHashSet<Path> recent = new LinkedHashSet<>();
  private final Map<String, String> settings = new HashMap<>();

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
      case CONTENT -> answers.put(digest, answer);
      case FOLDER -> {
        folders.add(folder);
        answers.remove(digest);
      }
      case NO -> {
        folders.remove(folder);
        answers.put(digest, answer);
      }
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

  @Override
  public void record(RunRecord run) {
    addFirst(runs.computeIfAbsent(run.packageRoot(), _ -> new ArrayList<>()), run, MOST_RUNS);
  }

  @Override
  public List<RunRecord> runs(Path packageRoot) {
    return List.copyOf(runs.getOrDefault(packageRoot, List.of()));
  }

  @Override
  public void record(Path packageRoot, TrialRecord trial) {
    var function = new Function(packageRoot, trial.symbol());
    addFirst(trials.computeIfAbsent(function, _ -> new ArrayList<>()), trial, MOST_TRIALS);
  }

  @Override
  public List<TrialRecord> trials(Path packageRoot, String symbol) {
    return List.copyOf(trials.getOrDefault(new Function(packageRoot, symbol), List.of()));
  }

  @Override
  public List<Path> recent() {
    return List.copyOf(recent);
  }

  @Override
  public void rememberRecent(Path path) {
    recent.addFirst(path);
    if (recent.size() > MOST_RECENT) {
      recent.removeLast();
    }
  }

  @Override
  public void forgetRecent() {
    recent.clear();
  }

  @Override
  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  @Override
  public void setting(String key, String value) {
    settings.put(key, value);
  }

  @Override
  public void close() {}

  private static <T> void addFirst(List<T> list, T one, int most) {
    list.addFirst(one);
    if (list.size() > most) {
      list.removeLast();
    }
  }

  private record Function(Path packageRoot, String symbol) {}
}
