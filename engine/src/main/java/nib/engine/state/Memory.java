package nib.engine.state;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nib.engine.build.Protocol;
import nib.engine.build.RunRecord;
import nib.engine.build.TrustAnswer;
import nib.engine.trial.TrialRecord;

/// Somewhere to remember things. One method is one transaction.
interface Memory extends AutoCloseable {

  /// How many recent packages are kept.
  int MOST_RECENT = 20;

  /// How many runs of one package are kept.
  int MOST_RUNS = 200;

  /// How many trials of one function are kept.
  int MOST_TRIALS = 100;

  Optional<TrustAnswer> answerAbout(String digest) throws SQLException;

  boolean trustsFolder(Path folder) throws SQLException;

  void remember(Path folder, String digest, TrustAnswer answer) throws SQLException;

  Optional<Protocol> protocolOf(String digest) throws SQLException;

  void remember(String digest, Protocol protocol) throws SQLException;

  void record(RunRecord run) throws SQLException;

  List<RunRecord> runs(Path packageRoot) throws SQLException;

  void record(Path packageRoot, TrialRecord trial) throws SQLException;

  List<TrialRecord> trials(Path packageRoot, String symbol) throws SQLException;

  List<Path> recent() throws SQLException;

  void rememberRecent(Path path) throws SQLException;

  void forgetRecent() throws SQLException;

  Optional<String> setting(String key) throws SQLException;

  void setting(String key, String value) throws SQLException;

  @Override
  void close() throws SQLException;
}
