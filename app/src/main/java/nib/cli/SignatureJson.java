package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import nib.engine.dwarf.CText;
import nib.engine.dwarf.Evidence;
import nib.engine.dwarf.Evidence.Found;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Signature;
import nib.engine.symbols.Member;
import nib.engine.symbols.MemberSignatures;

/// What functions take and return, for machines.
final class SignatureJson {

  private SignatureJson() {}

  static void write(JsonGenerator json, MemberSignatures read) {
    try {
      var member = read.member();
      json.writeStartObject();
      json.writeStringField("name", member.name());
      json.writeNumberField("offset", member.offset());
      switch (member) {
        case Member.Read _ -> {}
        case Member.Unopened unopened ->
            json.writeStringField("format", SymbolLines.word(unopened.format()));
        case Member.Unreadable unreadable -> {
          json.writeNumberField("damagedAt", unreadable.at());
          json.writeStringField("damage", unreadable.what());
        }
      }
      Json.array(
          json,
          "functions",
          read.functions(),
          (generator, function) -> {
            generator.writeStartObject();
            write(generator, function.symbol(), function.evidence());
            generator.writeEndObject();
          });
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the fields of a function.
  static void write(JsonGenerator json, String symbol, Evidence evidence) throws IOException {
    json.writeStringField("symbol", symbol);
    switch (evidence) {
      case Found(var signature, var match) -> {
        json.writeStringField("matched", SymbolLines.word(match));
        json.writeObjectFieldStart("signature");
        write(json, signature);
        json.writeEndObject();
      }
      case NoEvidence(var reason, var detail) -> {
        json.writeObjectFieldStart("noEvidence");
        json.writeStringField("reason", SymbolLines.word(reason));
        json.writeStringField("detail", detail);
        json.writeEndObject();
      }
    }
  }

  private static void write(JsonGenerator json, Signature signature) throws IOException {
    var types = signature.types();
    boolean tagged = signature.origin().language().tagged();
    json.writeStringField("text", CText.of(signature));
    json.writeStringField("name", signature.name());
    json.writeStringField("result", CText.of(types, signature.result(), tagged));
    Json.array(
        json,
        "parameters",
        signature.parameters(),
        (generator, parameter) -> {
          generator.writeStartObject();
          generator.writeStringField("name", parameter.name());
          generator.writeStringField("type", CText.of(types, parameter.type(), tagged));
          generator.writeEndObject();
        });
    json.writeBooleanField("variadic", signature.variadic());
    json.writeBooleanField("prototyped", signature.prototyped());
    json.writeStringField("file", signature.origin().file());
    json.writeNumberField("line", signature.origin().line());
    json.writeStringField("language", SymbolLines.word(signature.origin().language()));
    json.writeStringField("producer", signature.origin().producer());
  }
}
