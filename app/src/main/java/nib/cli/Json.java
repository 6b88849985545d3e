package nib.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Location;

/// Writes answers for machines: one document, `"schema": "nib.<command>/1"`, keys in one fixed
/// order.
final class Json {

  private Json() {}

  /// Writes the fields of an object that is already open.
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  static void print(PrintStream out, String command, Fields fields) {
    try (var json = new JsonFactory().createGenerator(new Unclosed(out))) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
              .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n")));
      json.writeStartObject();
      json.writeStringField("schema", "nib.%s/1".formatted(command));
      fields.write(json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Fields failure(Failure failure) {
    return json -> {
      json.writeStringField("what", failure.what());
      json.writeStringField("cure", failure.cure());
    };
  }

  static <T> void array(JsonGenerator json, String name, Iterable<T> items, Writer<T> writer)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      writer.write(json, item);
    }
    json.writeEndArray();
  }

  /// Writes one item of an array.
  @FunctionalInterface
  interface Writer<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  /// A place, with its file as the package sees it.
  static void location(JsonGenerator json, Path root, Location location) throws IOException {
    Path file = location.file();
    json.writeStringField(
        "file",
        (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/'));
    json.writeNumberField("line", location.line());
    json.writeNumberField("column", location.column());
  }

  static void diagnostic(JsonGenerator json, Path root, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    diagnosticFields(json, root, diagnostic);
    json.writeEndObject();
  }

  static void diagnosticFields(JsonGenerator json, Path root, Diagnostic diagnostic)
      throws IOException {
    json.writeStringField("rule", nib.engine.diagnostic.ProblemText.rule(diagnostic.problem()));
    json.writeStringField("severity", diagnostic.severity().word());
    location(json, root, diagnostic.location());
    json.writeStringField("message", diagnostic.message());
    json.writeStringField("cure", diagnostic.cure());
    if (!diagnostic.related().isEmpty()) {
      array(
          json,
          "related",
          diagnostic.related(),
          (j, one) -> {
            j.writeStartObject();
            j.writeStringField("role", one.role().words());
            location(j, root, one.location());
            j.writeEndObject();
          });
    }
  }

  /// Standard output outlives a document.
  private static final class Unclosed extends java.io.FilterOutputStream {

    Unclosed(PrintStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
