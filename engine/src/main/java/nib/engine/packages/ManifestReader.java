package nib.engine.packages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Glyph;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Reads `pen.json`. Unknown keys are passed over, as Pen does.
final class ManifestReader {

  private static final Set<String> KINDS = Set.of("application", "library", "system");

  /// A key that is there twice is an error to Pen as well (serde's `duplicate field`).
  private static final JsonFactory JSON =
      new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final Pattern TWICE = Pattern.compile("^Duplicate field '([^']*)'");
  private static final Pattern CONTROL = Pattern.compile("\\(CTRL-CHAR, code (\\d+)\\)");
  private static final Pattern WORD = Pattern.compile("^Unrecognized token '([^']*)'");

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
                  reader.reason(e)));
    } catch (IOException e) {
      throw broken("%s: %s".formatted(source.file(), e.getMessage()));
    }
    return new Manifest(reader.kind, reader.dependencies);
  }

  private static FailureException broken(String what) {
    return new FailureException(what, "write it as {\"type\": \"library\", \"dependencies\": {}}");
  }

  /// The parser's own messages speak of its options and classes.
  private String reason(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the text ends before the object does";
    }
    if (e instanceof StreamConstraintsException) {
      return "it is nested too deeply, or has a name or number that is too long";
    }
    var twice = TWICE.matcher(e.getOriginalMessage());
    if (twice.find()) {
      return "the key `%s` is there twice".formatted(twice.group(1));
    }
    var word = WORD.matcher(e.getOriginalMessage());
    if (word.find()) {
      return "`%s` is no JSON value".formatted(word.group(1));
    }
    var control = CONTROL.matcher(e.getOriginalMessage());
    if (control.find()) {
      return "unexpected " + Glyph.shown(Integer.parseInt(control.group(1)));
    }
    long at = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
    return at < 0 || at >= source.text().length()
        ? "the text ends before the object does"
        : "unexpected " + Glyph.shown(source.text().codePointAt((int) at));
  }

  private void object(JsonParser parser) throws IOException, FailureException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw broken(
          "%s:1:1: %s"
              .formatted(
                  source.file(), source.text().isBlank() ? "it is empty" : "not a JSON object"));
    }
    var types = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "type" -> {
          types.add(parser.currentToken().isScalarValue() ? parser.getText() : "");
          parser.skipChildren();
        }
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
    String key = field.substring(field.lastIndexOf('.') + 1);
    int at = Math.max(0, source.text().indexOf('"' + key + '"'));
    var span = new Span(at, Math.min(source.text().length(), at + 1));
    diagnostics.add(
        new Diagnostic(
            Severity.ERROR,
            new PackageProblem.ManifestField(field, expected),
            source.locate(span),
            span));
  }
}
