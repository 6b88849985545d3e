package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that start Nib have to know which words are commands, before there is a program to
/// ask.
final class LauncherTest {

  @TempDir private Path folder;

  @Test
  void knowsEveryCommandThatNeedsNoWindow() throws IOException {
    var script = Files.readString(Path.of("../installer/launching.sh"));
    var line = Pattern.compile("(?m)^ +([a-z |]+) \\| -\\*\\) true").matcher(script);
    var known = new TreeSet<String>();
    if (line.find()) {
      known.addAll(Arrays.asList(line.group(1).split(" \\| ", -1)));
    }
    var help = new Nib(folder).run("--help").out();
    var commands =
        Pattern.compile("(?m)^  ([a-z]+) ")
            .matcher(help.substring(help.indexOf("Commands:")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    commands.remove("demo");
    assertEquals(commands, known);
  }
}
