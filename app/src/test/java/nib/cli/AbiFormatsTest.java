package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `nib abi` for people and for programs: each says what the other says, for a target of each
/// standard.
final class AbiFormatsTest {

  private static final List<String> FUNCTIONS = List.of("many", "wait", "text", "nothing");

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void writeThePackage() throws IOException {
    nib = new Nib(folder.resolve("state"));
    Files.writeString(
        folder.resolve("pen.json"), "{ \"type\": \"library\", \"dependencies\": {} }");
    Files.writeString(
        folder.resolve("Main.pen"),
        """
        import foreign "c" many \\(any, number, any, boolean, string, any, any, none) any
        import foreign wait \\(mixed, any) any
        import foreign "c" text \\(mixed, {string: number}, error, [any]) string
        import foreign "c" nothing \\() none

        type mixed {
          flag boolean
          size number
          on boolean
          call \\() none
        }
        """);
  }

  @TestFactory
  Stream<DynamicTest> sayTheSame() {
    return Stream.of(Target.Abi.values())
        .map(
            abi -> Targets.all().stream().filter(one -> one.abi() == abi).findFirst().orElseThrow())
        .flatMap(target -> FUNCTIONS.stream().map(function -> test(function, target.triple())));
  }

  private DynamicTest test(String function, String triple) {
    return DynamicTest.dynamicTest(
        function + " " + triple,
        () -> {
          var text = nib.run("abi", folder.toString(), function, "-t", triple);
          var json = nib.run("abi", folder.toString(), function, "-t", triple, "--format", "json");
          assertEquals(text.status(), json.status());
          var call = maps(map(document(json.out())), "calls").getFirst();
          textHasAllOf(call, text.out());
          jsonHasAllOf(text.out(), call, json.out());
        });
  }

  /// A line for each fact, as far as lines are alike.
  private static void textHasAllOf(Map<String, Object> call, String text) {
    for (var key : List.of("symbol", "target", "standard", "type", "c")) {
      says(text, Pattern.quote(string(call, key)));
    }
    list(call.getOrDefault("notes", List.of()))
        .forEach(note -> says(text, "note: " + Pattern.quote("" + note)));
    for (var argument : maps(call, "arguments")) {
      says(
          text,
          "\\b%s\\W.* %d bytes? .*%s"
              .formatted(string(argument, "name"), number(argument, "size"), places(argument)));
    }
    for (var callback : maps(call, "callbacks")) {
      says(text, "`%s` is called with".formatted(string(callback, "name")));
      maps(callback, "arguments").forEach(one -> says(text, places(one)));
    }
    var result = map(call.getOrDefault("result", Map.of()));
    says(text, "Result: .*" + (result.containsKey("parts") ? places(result) : "nothing"));
    if (result.containsKey("addressComesBackIn")) {
      says(text, "gets back in " + string(result, "addressComesBackIn"));
    }
    maps(call, "disagreements").forEach(one -> says(text, Pattern.quote(string(one, "what"))));
    for (var layout : maps(call, "layouts")) {
      memory(layout, text);
    }
    for (var block : maps(call, "blocks")) {
      memory(block, text);
      boolean before = number(block, "countOffset") == -number(block, "countBytes");
      assertEquals(String.valueOf(before), string(block, "countIsBeforePayload"));
      says(
          text,
          "%d +%d bytes +count of"
              .formatted(number(block, "countOffset"), number(block, "countBytes")));
    }
  }

  private static void memory(Map<String, Object> layout, String text) {
    String title =
        "%s: %d bytes?, aligned by %d"
            .formatted(
                Pattern.quote(string(layout, "name")),
                number(layout, "size"),
                number(layout, "alignment"));
    says(text, "^" + title);
    String after = text.substring(text.indexOf("\n" + string(layout, "name") + ": ") + 1);
    int end = after.indexOf("\n\n");
    String own = end < 0 ? after : after.substring(0, end);
    for (var field : maps(layout, "fields")) {
      says(
          own,
          "\\+%d +%d bytes? +.*\\b%s\\b"
              .formatted(number(field, "offset"), number(field, "size"), string(field, "name")));
    }
    for (var gap : maps(layout, "padding")) {
      says(own, "\\+%d +%d bytes? +padding".formatted(number(gap, "offset"), number(gap, "size")));
    }
    if (layout.containsKey("tail")) {
      says(own, string(layout, "tail"));
    }
  }

  /// The places of parts in their order; those that lie together on the stack are one place.
  private static String places(Map<String, Object> passed) {
    var words = new ArrayList<String>();
    for (var part : maps(passed, "parts")) {
      if (part.containsKey("register")) {
        words.add(string(part, "register"));
      } else if (part.containsKey("parameter")) {
        words.add("parameter " + number(part, "parameter"));
      } else if (part.containsKey("stack")) {
        if (words.isEmpty() || !words.getLast().contains("stack")) {
          words.add("stack . " + number(part, "stack"));
        }
      } else {
        words.add("the function's result");
      }
    }
    return String.join(".*", words);
  }

  private static void says(String text, String pattern) {
    assertTrue(
        Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).find(),
        () -> "nothing like `%s` in\n%s".formatted(pattern, text));
  }

  /// Each number and each register of the text.
  private static void jsonHasAllOf(String text, Map<String, Object> call, String json) {
    var known = new HashSet<String>();
    words(json).forEach(known::add);
    for (var passed : Stream.concat(maps(call, "arguments").stream(), results(call)).toList()) {
      for (var part : maps(passed, "parts")) {
        int last = number(part, "size") - 1;
        known.add("" + (number(part, "offset") + last));
        if (part.containsKey("stack")) {
          known.add("" + (number(part, "stack") + last));
        }
      }
    }
    // What the states of a count mean is the same for every call.
    var said = text.lines().filter(line -> !line.matches(".*(adds 1|takes 1|only the sign).*"));
    for (String word : said.flatMap(AbiFormatsTest::words).toList()) {
      if (word.matches("\\d+|[a-z]{1,3}\\d+")) {
        assertTrue(
            known.contains(word), () -> "`%s` of the text is not in\n%s".formatted(word, json));
      }
    }
  }

  private static Stream<Map<String, Object>> results(Map<String, Object> call) {
    return Stream.concat(
        Stream.of(map(call.getOrDefault("result", Map.of()))),
        maps(call, "callbacks").stream().flatMap(one -> maps(one, "arguments").stream()));
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split("[^A-Za-z0-9_]+", -1));
  }

  private static Object document(String text) throws IOException {
    try (var parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var map = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          map.put(key, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      default -> parser.getText();
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  private static List<Map<String, Object>> maps(Map<String, Object> in, String key) {
    return list(in.getOrDefault(key, List.of())).stream().map(AbiFormatsTest::map).toList();
  }

  private static String string(Map<String, Object> in, String key) {
    return String.valueOf(in.get(key));
  }

  private static int number(Map<String, Object> in, String key) {
    return Integer.parseInt(string(in, key));
  }
}
