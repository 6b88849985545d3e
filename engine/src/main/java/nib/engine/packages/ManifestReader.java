package nib.engine.packages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Severity;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Reads `pen.json`. Unknown keys are passed over, as Pen does.
final class ManifestReader {

  private static final Set<String> KINDS = Set.of("application", "library", "system");
  private static final JsonFactory JSON = new JsonFactory();

  private final SourceText source;
  private final List<Diagnostic> diagnostics;
  private String kind = "unknown";
  private final Map<String, String> dependencies = new LinkedHashMap<>();
  private boolean dependenciesSeen;

  private ManifestReader(SourceText source, List<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /// @param diagnostics takes what is wrong with single fields
  /// @throws FailureException when the text is no JSON object at all
  static Manifest read(SourceText source, List<Diagnostic> diagnostics) throws FailureException {
    var reader = new ManifestReader(source, diagnostics);
    try (var parser = JSON.createParser(source.text())) {
      reader.object(parser);
    } catch (JsonProcessingException e) {
      var location = e.getLocation();
      throw broken(
          "%s:%d:%d: broken JSON: %s"
              .formatted(
                  source.file(),
                  location == null ? 1 : location.getLineNr(),
                  location == null ? 1 : location.getColumnNr(),
                  firstSentence(e.getOriginalMessage())));
    } catch (IOException e) {
      throw broken("%s: %s".formatted(source.file(), e.getMessage()));
    }
    return new Manifest(reader.kind, reader.dependencies);
  }

  private static FailureException broken(String what) {
    return new FailureException(what, "write it as {\"type\": \"library\", \"dependencies\": {}}");
  }

  private static String firstSentence(String message) {
    String line = message.lines().findFirst().orElse("");
    int end = line.indexOf(": was expecting");
    return end < 0 ? line : line.substring(0, end);
  }

  private void object(JsonParser parser) throws IOException, FailureException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw broken("%s:1:1: not a JSON object".formatted(source.file()));
    }
    var types = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "type" -> types.add(parser.currentToken().isScalarValue() ? parser.getText() : "");
        case "dependencies" -> dependencies(parser);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw broken("%s: more text behind the JSON object".formatted(source.file()));
    }
    if (types.isEmpty() || !KINDS.contains(types.getLast())) {
      complain("type", "`application`, `library` or `system`");
    } else {
      kind = types.getLast();
    }
    if (!dependenciesSeen) {
      complain("dependencies", "an object of package names and URLs");
    }
  }

  private void dependencies(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    dependenciesSeen = true;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        dependencies.put(name, parser.getText());
      } else {
        complain("dependencies." + name, "a URL in quotes");
        parser.skipChildren();
      }
    }
  }

  private void complain(String field, String expected) {
    int at = Math.max(0, source.text().indexOf('"' + field + '"'));
    var span = new Span(at, Math.min(source.text().length(), at + 1));
    diagnostics.add(
        new Diagnostic(
            Severity.ERROR, new Problem.ManifestField(field, expected), source.locate(span), span));
  }
}
