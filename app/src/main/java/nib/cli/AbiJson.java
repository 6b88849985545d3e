package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nib.engine.CallView;
import nib.engine.abi.CallSequence;
import nib.engine.abi.CallSequence.Argument;
import nib.engine.abi.HeapBlock;
import nib.engine.abi.Layout;
import nib.engine.abi.Part;
import nib.engine.abi.Passing;
import nib.engine.abi.Place;
import nib.engine.abi.Returned;
import nib.engine.explain.CallWords;
import nib.engine.prototype.CDeclaration;

/// Writes what `nib abi` says for machines.
final class AbiJson {

  private final Path root;

  AbiJson(Path root) {
    this.root = root;
  }

  void write(JsonGenerator json, CallView view) throws IOException {
    var sequence = view.c();
    json.writeStartObject();
    json.writeStringField("id", view.entry().id());
    json.writeStringField("symbol", view.entry().symbol());
    json.writeStringField("convention", view.entry().convention().word());
    json.writeStringField("type", view.entry().penType());
    json.writeStringField("c", view.entry().prototypes().c().text());
    Json.array(json, "notes", view.entry().remarks(), JsonGenerator::writeString);
    Json.location(json, root, view.entry().location());
    json.writeStringField("target", sequence.target().triple());
    json.writeStringField("standard", sequence.standard());
    sequence(json, sequence);
    Json.array(
        json,
        "disagreements",
        view.disagreements(),
        (out, one) -> {
          out.writeStartObject();
          out.writeStringField("what", CallWords.disagreement(one));
          out.writeBooleanField("harmful", one.isHarmful());
          out.writeEndObject();
        });
    Json.array(json, "layouts", view.memory().plain(), AbiJson::plain);
    Json.array(json, "blocks", view.memory().blocks(), AbiJson::block);
    json.writeEndObject();
  }

  private static void sequence(JsonGenerator json, CallSequence sequence) throws IOException {
    Json.array(json, "arguments", sequence.arguments(), AbiJson::argument);
    Json.array(json, "callbacks", sequence.callbacks(), AbiJson::callback);
    json.writeObjectFieldStart("result");
    json.writeStringField(
        "type", CDeclaration.declarator(sequence.function().result(), "").strip());
    switch (sequence.returned()) {
      case Returned.Nothing() -> json.writeStringField("passed", "nothing");
      case Returned.Direct(var parts) -> {
        json.writeStringField("passed", "directly");
        parts(json, parts);
      }
      case Returned.Memory(var pointer, var again) -> {
        json.writeStringField("passed", "in memory");
        parts(json, List.of(pointer));
        if (again.isPresent()) {
          json.writeStringField("addressComesBackIn", again.get().name());
        }
      }
    }
    json.writeEndObject();
    var frame = sequence.frame();
    json.writeObjectFieldStart("stack");
    if (frame.rules().stackPointer().isPresent()) {
      json.writeStringField("pointer", frame.rules().stackPointer().get());
    }
    json.writeNumberField("argumentBytes", frame.argumentBytes());
    json.writeNumberField("shadowBytes", frame.shadowBytes());
    json.writeNumberField("calleePops", frame.calleePops());
    json.writeNumberField("alignment", frame.rules().alignment());
    json.writeNumberField("returnAddressBytes", frame.rules().returnAddress());
    json.writeNumberField("redZone", frame.rules().redZone());
    json.writeNumberField("booleanBits", frame.rules().booleanBits());
    json.writeEndObject();
    Json.array(json, "preserved", frame.rules().preserved(), JsonGenerator::writeString);
    Json.array(json, "changed", frame.rules().changed(), JsonGenerator::writeString);
  }

  private static void callback(JsonGenerator json, CallSequence callback) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", callback.function().name());
    Json.array(json, "arguments", callback.arguments(), AbiJson::argument);
    json.writeEndObject();
  }

  private static void argument(JsonGenerator json, Argument argument) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", argument.parameter().name());
    json.writeStringField("type", CDeclaration.declarator(argument.parameter().type(), "").strip());
    json.writeNumberField("size", argument.size());
    switch (argument.passing()) {
      case Passing.Direct(var parts) -> {
        json.writeStringField("passed", "directly");
        parts(json, parts);
      }
      case Passing.Reference(var pointer) -> {
        json.writeStringField("passed", "by address of a copy");
        parts(json, List.of(pointer));
      }
    }
    json.writeEndObject();
  }

  private static void parts(JsonGenerator json, List<Part> parts) throws IOException {
    Json.array(json, "parts", parts, AbiJson::part);
  }

  private static void part(JsonGenerator json, Part part) throws IOException {
    json.writeStartObject();
    json.writeNumberField("offset", part.offset());
    json.writeNumberField("size", part.size());
    switch (part.place()) {
      case Place.Register(var name) -> json.writeStringField("register", name);
      case Place.Stack(int offset) -> json.writeNumberField("stack", offset);
      case Place.Local(int index) -> json.writeNumberField("parameter", index);
      case Place.Operand() -> json.writeBooleanField("result", true);
    }
    json.writeEndObject();
  }

  private static void plain(JsonGenerator json, Layout layout) throws IOException {
    json.writeStartObject();
    layout(json, layout);
    json.writeEndObject();
  }

  private static void block(JsonGenerator json, HeapBlock block) throws IOException {
    json.writeStartObject();
    layout(json, block.payload());
    json.writeNumberField("countOffset", -block.header());
    json.writeNumberField("countBytes", block.countBytes());
    json.writeBooleanField("countIsBeforePayload", block.countIsBeforePayload());
    json.writeEndObject();
  }

  private static void layout(JsonGenerator json, Layout layout) throws IOException {
    json.writeStringField("name", layout.name());
    json.writeNumberField("size", layout.size());
    json.writeNumberField("alignment", layout.alignment());
    Json.array(
        json,
        "fields",
        layout.fields(),
        (out, field) -> {
          out.writeStartObject();
          out.writeStringField("name", field.name());
          out.writeStringField("type", CDeclaration.declarator(field.type(), "").strip());
          out.writeNumberField("offset", field.offset());
          out.writeNumberField("size", field.size());
          out.writeEndObject();
        });
    Json.array(
        json,
        "padding",
        layout.padding(),
        (out, gap) -> {
          out.writeStartObject();
          out.writeNumberField("offset", gap.offset());
          out.writeNumberField("size", gap.size());
          out.writeEndObject();
        });
    if (!layout.tail().isEmpty()) {
      json.writeStringField("tail", layout.tail());
    }
  }
}
