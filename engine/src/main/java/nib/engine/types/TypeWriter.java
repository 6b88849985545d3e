package nib.engine.types;

import java.util.List;
import java.util.function.Function;

/// Writes a type as Pen source, and ends with `…` where that would fill a page.
final class TypeWriter {

  /// In characters.
  private static final int LONGEST = 1_000;

  private final StringBuilder text = new StringBuilder();
  private final Function<Type.RecordOf, String> records;

  private TypeWriter(Function<Type.RecordOf, String> records) {
    this.records = records;
  }

  /// @param records how records are named
  static String write(Type type, Function<Type.RecordOf, String> records) {
    var writer = new TypeWriter(records);
    writer.append(type);
    if (writer.full()) {
      writer.text.setLength(LONGEST);
      writer.text.append('…');
    }
    return writer.text.toString();
  }

  private boolean full() {
    return text.length() > LONGEST;
  }

  private void append(Type type) {
    if (full()) {
      return;
    }
    switch (type) {
      case Type.Primitive primitive -> text.append(primitive.word());
      case Type.Function(var parameters, var result) -> {
        text.append("\\(");
        append(parameters, ", ");
        text.append(") ");
        append(result);
      }
      case Type.ListOf(var element) -> {
        text.append('[');
        append(element);
        text.append(']');
      }
      case Type.MapOf(var key, var value) -> {
        text.append('{');
        append(key);
        text.append(": ");
        append(value);
        text.append('}');
      }
      case Type.RecordOf record -> text.append(records.apply(record));
      case Type.Union(var members) -> append(members, " | ");
      case Type.Unknown(var written, _) -> text.append(written);
    }
  }

  /// Functions take all that follows for their result, so those inside a union stand in
  /// parentheses.
  private void append(List<Type> types, String separator) {
    boolean union = separator.equals(" | ");
    for (int i = 0; i < types.size() && !full(); i++) {
      text.append(i == 0 ? "" : separator);
      boolean enclosed = union && types.get(i) instanceof Type.Function;
      text.append(enclosed ? "(" : "");
      append(types.get(i));
      text.append(enclosed ? ")" : "");
    }
  }
}
