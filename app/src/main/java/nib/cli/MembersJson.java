package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import nib.engine.linkage.IndexReport;
import nib.engine.linkage.IndexTrouble;
import nib.engine.linkage.MemberCounts;
import nib.engine.linkage.Place;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Members, their places and indexes for machines.
final class MembersJson {

  private MembersJson() {}

  /// Writes a member as an object.
  static void write(JsonGenerator json, Member member) {
    try {
      json.writeStartObject();
      json.writeStringField("name", member.name());
      json.writeNumberField("offset", member.offset());
      json.writeNumberField("size", member.size());
      contents(json, member, object -> write(json, MemberCounts.of(object)));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the fields that every library has.
  static void head(JsonGenerator json, OpenLibrary library) throws IOException {
    json.writeStringField("file", library.file().toString());
    json.writeStringField("kind", SymbolLines.word(library.kind()));
    json.writeNumberField("size", library.size());
    json.writeBooleanField("thin", library.thin());
  }

  /// Writes more of an object file.
  @FunctionalInterface
  interface Body {
    void write(ObjectFile object) throws IOException;
  }

  /// Writes what a member is, or why that is not known.
  static void contents(JsonGenerator json, Member member, Body body) throws IOException {
    switch (member) {
      case Member.Read read -> {
        json.writeStringField("format", SymbolLines.word(read.object().format()));
        json.writeStringField("machine", read.object().machine());
        body.write(read.object());
      }
      case Member.Unopened unopened ->
          json.writeStringField("format", SymbolLines.word(unopened.format()));
      case Member.Unreadable unreadable -> {
        json.writeNumberField("damagedAt", unreadable.at());
        json.writeStringField("damage", unreadable.what());
      }
    }
  }

  private static void write(JsonGenerator json, MemberCounts counts) throws IOException {
    json.writeNumberField("defined", counts.defined());
    json.writeNumberField("undefined", counts.undefined());
    json.writeNumberField("local", counts.local());
    json.writeObjectFieldStart("bytes");
    for (var content : Content.values()) {
      json.writeNumberField(SymbolLines.word(content), counts.bytes(content));
    }
    json.writeEndObject();
  }

  /// Writes the field `index`.
  static void write(JsonGenerator json, IndexReport index) throws IOException {
    json.writeObjectFieldStart("index");
    json.writeNumberField("entries", index.entries());
    json.writeNumberField("unchecked", index.unchecked());
    Json.array(json, "troubles", index.troubles(), MembersJson::write);
    json.writeNumberField("more", index.more());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, IndexTrouble trouble) throws IOException {
    json.writeStartObject();
    switch (trouble) {
      case IndexTrouble.None _ -> json.writeStringField("kind", "none");
      case IndexTrouble.Damaged damaged -> {
        json.writeStringField("kind", "damaged");
        json.writeNumberField("at", damaged.at());
      }
      case IndexTrouble.Missing missing -> {
        json.writeStringField("kind", "missing");
        json.writeStringField("symbol", missing.symbol());
        place(json, "member", missing.member());
      }
      case IndexTrouble.Stale stale -> {
        json.writeStringField("kind", stale.definedIn().isPresent() ? "stale" : "foreign");
        json.writeStringField("symbol", stale.symbol());
        place(json, "member", stale.member());
        if (stale.definedIn().isPresent()) {
          place(json, "definedIn", stale.definedIn().get());
        }
      }
      case IndexTrouble.Astray astray -> {
        json.writeStringField("kind", "astray");
        json.writeStringField("symbol", astray.symbol());
        json.writeNumberField("offset", astray.offset());
      }
    }
    json.writeStringField("message", IndexTrouble.words(trouble).what());
    json.writeEndObject();
  }

  /// Writes where a member is as an object in a field.
  static void place(JsonGenerator json, String field, Place place) throws IOException {
    json.writeObjectFieldStart(field);
    place(json, place);
    json.writeEndObject();
  }

  /// Writes the fields that tell where a member is.
  static void place(JsonGenerator json, Place place) throws IOException {
    json.writeStringField("file", place.file().toString());
    json.writeStringField("name", place.member());
    json.writeNumberField("offset", place.offset());
  }
}
