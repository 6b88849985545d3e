package nib.engine.packages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final JsonFactory JSON = new JsonFactory();

  private static final Pattern CONTROL = Pattern.compile("\\(CTRL-CHAR, code (\\d+)\\)");
  private static final Pattern WORD = Pattern.compile("^Unrecognized token '([^']*)'");

  private final SourceText source;
  private final List<Diagnostic> diagnostics;
  private String kind = "unknown";
  private Span brace = new Span(0, 0);
  private Optional<Span> kindSpan = Optional.empty();
  private final Map<String, String> dependencies = new LinkedHashMap<>();
  private Optional<Span> dependenciesSpan = Optional.empty();
  private final Map<String, Span> keys = new HashMap<>();
  private final Map<String, Span> urls = new HashMap<>();

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
    return reader.manifest();
  }

  private Manifest manifest() {
    return new Manifest(
        kind,
        dependencies,
        new Manifest.Places(source, kindSpan.orElse(brace), dependenciesSpan, keys, urls));
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
    var word = WORD.matcher(e.getOriginalMessage());
    if (word.find()) {
      return "`%s` is no JSON value".formatted(word.group(1));
    }
    var control = CONTROL.matcher(e.getOriginalMessage());
    if (control.find()) {
      return "found " + Glyph.shown(Integer.parseInt(control.group(1)));
    }
    long at = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
    return at < 0 || at >= source.text().length()
        ? "the text ends before the object does"
        : "found " + Glyph.shown(source.text().codePointAt((int) at));
  }

  private void object(JsonParser parser) throws IOException, FailureException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw broken(
          "%s:1:1: %s"
              .formatted(
                  source.file(), source.text().isBlank() ? "it is empty" : "not a JSON object"));
    }
    brace = token(parser);
    Optional<Span> wrongDependencies = Optional.empty();
    var fields = new HashSet<String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      Span key = token(parser);
      // An error to Pen as well, for these two (serde's `duplicate field`).
      if (!fields.add(field) && (field.equals("type") || field.equals("dependencies"))) {
        var here = source.locate(key);
        throw broken(
            "%s:%d:%d: broken JSON: the key `%s` is there twice"
                .formatted(source.file(), here.line(), here.column(), field));
      }
      parser.nextToken();
      switch (field) {
        case "type" -> kind(parser);
        case "dependencies" -> {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            dependenciesSpan = Optional.of(key);
            dependencies(parser);
          } else {
            wrongDependencies = Optional.of(value(parser));
          }
        }
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw broken("%s: more text behind the JSON object".formatted(source.file()));
    }
    if (!KINDS.contains(kind)) {
      kind = "unknown";
      complain("type", "`application`, `library` or `system`", kindSpan.orElse(brace));
    }
    if (dependenciesSpan.isEmpty()) {
      complain(
          "dependencies", "an object of package names and URLs", wrongDependencies.orElse(brace));
    }
  }

  private void kind(JsonParser parser) throws IOException {
    kind = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    kindSpan = Optional.of(value(parser));
  }

  private void dependencies(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      var key = token(parser);
      if (keys.put(name, key) != null) {
        var problem = new PackageProblem.RepeatedDependency(name);
        diagnostics.add(new Diagnostic(Severity.WARNING, problem, source.locate(key), key));
      }
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        dependencies.put(name, parser.getText());
        urls.put(name, value(parser));
      } else {
        complain("dependencies." + name, "a URL in quotes", value(parser));
      }
    }
  }

  /// The token that was just read; a name in quotes with both of them.
  private Span token(JsonParser parser) throws IOException {
    return new Span(
        offset(parser.currentTokenLocation()),
        parser.currentToken() == JsonToken.FIELD_NAME
            ? closingQuote(offset(parser.currentTokenLocation()))
            : offset(parser.currentLocation()));
  }

  /// After a name, the parser has looked on to its value already.
  private int closingQuote(int start) {
    int at = start + 1;
    while (at < source.text().length() && source.text().charAt(at) != '"') {
      at += source.text().charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, source.text().length());
  }

  /// The value whose first token was just read, passed over to its end.
  private Span value(JsonParser parser) throws IOException {
    int start = offset(parser.currentTokenLocation());
    parser.finishToken();
    parser.skipChildren();
    return new Span(start, offset(parser.currentLocation()));
  }

  private int offset(JsonLocation location) {
    return Math.clamp(location.getCharOffset(), 0, source.text().length());
  }

  private void complain(String field, String expected, Span span) {
    diagnostics.add(
        new Diagnostic(
            Severity.ERROR,
            new PackageProblem.ManifestField(field, expected),
            source.locate(span),
            span));
  }
}
