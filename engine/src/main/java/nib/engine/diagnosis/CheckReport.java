package nib.engine.diagnosis;

import java.nio.file.Path;
import java.util.List;
import nib.engine.target.Target;

/// What a check of one package for one target came to.
///
/// @param archives the archives that were looked at; empty where nothing was built
/// @param verdicts one for each entry, in the order of the border list
/// @param remarks what could not be looked at, in sentences: unreadable members, wrong machines
public record CheckReport(
    Target target, List<Path> archives, List<EntryVerdict> verdicts, List<String> remarks) {

  public CheckReport {
    archives = List.copyOf(archives);
    verdicts = List.copyOf(verdicts);
    remarks = List.copyOf(remarks);
  }

  public List<Finding> findings() {
    return verdicts.stream().flatMap(verdict -> verdict.findings().stream()).toList();
  }
}
