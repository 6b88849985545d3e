package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With `--format json` standard output holds one document and nothing else.
final class JsonTest {

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void ownFolders() {
    nib = new Nib(folder);
  }

  @Test
  void everyCommandAnswersWithOneDocument() throws IOException {
    String arithmetic = Nib.sample("arithmetic");
    check("foreign", Set.of("imports", "exports"), "foreign", arithmetic);
    check("header", Set.of("language", "text"), "header", arithmetic);
    check("build", Set.of("runs"), "build", arithmetic);
    check("check", Set.of("findings", "reports"), "check", arithmetic);
    check("call", Set.of("outcome", "value"), "call", arithmetic, "add", "1", "2");
    check("abi", Set.of("calls"), "abi", arithmetic, "add");
    check("targets", Set.of("targets"), "targets");
    check("doctor", Set.of("tools"), "doctor");
    var archive = nib.run("build", "-q", arithmetic).out().strip();
    check("symbols", Set.of("archives"), "symbols", archive);
  }

  @Test
  void badEndsAreDocumentsToo() throws IOException {
    check("check", Set.of("findings"), "check", Nib.sample("broken"));
    check("call", Set.of("outcome", "signal"), "call", Nib.sample("broken"), "measure", "\"\"");
    check("failure", Set.of("what", "cure"), "foreign", folder.toString());
    check("failure", Set.of("what", "cure"), "symbols", folder.resolve("none.a").toString());
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    String[] question = {"check", Nib.sample("broken"), "--format", "json"};
    nib.run(question);
    assertEquals(nib.run(question).out(), nib.run(question).out());
  }

  private void check(String schema, Set<String> keys, String... arguments) throws IOException {
    var withFormat = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    withFormat[arguments.length] = "--format";
    withFormat[arguments.length + 1] = "json";
    var result = nib.run(withFormat);
    assertFalse(result.out().contains("\u001b"), "colour in JSON");
    var found = new LinkedHashSet<String>();
    try (var parser = new JsonFactory().createParser(result.out())) {
      assertEquals(JsonToken.START_OBJECT, parser.nextToken(), result.out());
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        found.add(parser.currentName());
        if (parser.nextToken() == JsonToken.VALUE_STRING && found.size() == 1) {
          assertEquals("nib." + schema + "/1", parser.getText());
        }
        parser.skipChildren();
      }
      assertEquals(null, parser.nextToken(), "more than one document");
    }
    assertEquals("schema", found.getFirst());
    assertTrue(found.containsAll(keys), found::toString);
  }
}
