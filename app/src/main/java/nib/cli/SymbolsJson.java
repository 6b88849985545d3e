package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// The listing of a library for machines, written member by member.
final class SymbolsJson {

  private final JsonGenerator json;
  private final SymbolFilter filter;
  private final Optional<UnaryOperator<String>> naming;

  SymbolsJson(JsonGenerator json, SymbolFilter filter, Optional<UnaryOperator<String>> naming) {
    this.json = json;
    this.filter = filter;
    this.naming = naming;
  }

  void write(OpenLibrary library, LibraryTroubles troubles) throws IOException, FailureException {
    json.writeStartObject();
    MembersJson.head(json, library);
    json.writeArrayFieldStart("members");
    try {
      library.forEach(
          filter,
          Function.identity(),
          member -> {
            write(member, library.sliceOf(member));
            troubles.add(member);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      json.writeEndArray();
      if (library.damage().isPresent()) {
        json.writeObjectFieldStart("damage");
        json.writeNumberField("at", library.damage().get().at());
        json.writeStringField("what", library.damage().get().what());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
  }

  private void write(Member member, Optional<Library.Slice> slice) {
    try {
      json.writeStartObject();
      json.writeStringField("name", member.name());
      json.writeNumberField("offset", member.offset());
      json.writeNumberField("size", member.size());
      if (slice.isPresent()) {
        json.writeStringField("architecture", slice.get().architecture());
      }
      MembersJson.contents(
          json,
          member,
          object -> {
            Json.array(json, "sections", object.sections(), SymbolsJson::write);
            json.writeBooleanField("intermediate", object.intermediate());
            symbols(object.symbols());
          });
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(JsonGenerator json, SectionTotal section) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", section.name());
    json.writeStringField("content", SymbolLines.word(section.content()));
    json.writeNumberField("count", section.count());
    json.writeNumberField("size", section.size());
    json.writeEndObject();
  }

  private void symbols(SymbolTable symbols) throws IOException {
    json.writeArrayFieldStart("symbols");
    for (int i = 0; i < symbols.size(); i++) {
      var symbol = symbols.get(i);
      json.writeStartObject();
      json.writeStringField("name", symbol.name());
      if (naming.isPresent()) {
        json.writeStringField("demangled", naming.get().apply(symbol.name()));
      }
      traits(json, symbol);
      if (symbols.functionType(i).isPresent()) {
        json.writeStringField("type", symbols.functionType(i).get().toString());
      }
      if (symbols.standsFor(i).isPresent()) {
        json.writeStringField("standsFor", symbols.standsFor(i).get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes a symbol as an object.
  static void write(JsonGenerator json, Symbol symbol) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", symbol.name());
    traits(json, symbol);
    json.writeEndObject();
  }

  private static void traits(JsonGenerator json, Symbol symbol) throws IOException {
    json.writeStringField("letter", String.valueOf(symbol.letter()));
    json.writeStringField("kind", SymbolLines.word(symbol.kind()));
    json.writeStringField("binding", SymbolLines.word(symbol.binding()));
    json.writeStringField("visibility", SymbolLines.word(symbol.visibility()));
    json.writeStringField("definition", SymbolLines.word(symbol.definition()));
    json.writeStringField("section", symbol.section());
    json.writeBooleanField("comdat", symbol.comdat());
    json.writeNumberField("value", symbol.value());
    json.writeNumberField("size", symbol.size());
  }
}
