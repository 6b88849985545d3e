package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rust source as tokens (The Rust Reference, "Lexical structure"), as far as items need it: names,
/// literals with their quotes, lifetimes, and signs, of which `::` and `->` are one each. Comments
/// are left out.
final class RustTokens {

  private static final Set<String> PAIRS = Set.of("::", "->", "=>");

  private final String source;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private RustTokens(String source) {
    this.source = source;
  }

  static List<String> of(String source) {
    var tokens = new RustTokens(source);
    while (tokens.at < source.length()) {
      tokens.next();
    }
    return tokens.tokens;
  }

  private void next() {
    char first = source.charAt(at);
    if (Character.isWhitespace(first)) {
      at++;
    } else if (source.startsWith("//", at)) {
      at = end("\n");
    } else if (source.startsWith("/*", at)) {
      at = end("*/");
    } else if (source.startsWith("r\"", at) || source.startsWith("r#\"", at)) {
      int open = source.indexOf('"', at) + 1;
      String close = "\"" + "#".repeat(open - 2 - at);
      take(source.indexOf(close, open) + close.length());
    } else if (Character.isJavaIdentifierPart(first)) {
      take(name(at));
    } else if (first == '"') {
      take(quoted('"'));
    } else if (first == '\'') {
      boolean lifetime = name(at + 1) > at + 1 && !source.startsWith("'", name(at + 1));
      take(lifetime ? name(at + 1) : quoted('\''));
    } else if (at + 2 <= source.length() && PAIRS.contains(source.substring(at, at + 2))) {
      take(at + 2);
    } else {
      take(at + 1);
    }
  }

  private int end(String mark) {
    int end = source.indexOf(mark, at);
    return end < 0 ? source.length() : end + mark.length();
  }

  private int name(int from) {
    int end = from;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private int quoted(char quote) {
    int end = at + 1;
    while (end < source.length() && source.charAt(end) != quote) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private void take(int end) {
    tokens.add(source.substring(at, end));
    at = end;
  }
}
