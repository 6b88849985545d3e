package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The items of Rust sources that are about the border.
///
/// @param definitions functions that the sources give a symbol to: those with `bindgen`
/// @param uses functions that they take from elsewhere: `import!`, blocks of `extern "C"`, and the
///   functions that `into_any` names
/// @param structures all of them, those inside functions and tests included
record RustItems(
    List<Function> definitions, List<Function> uses, List<RustItems.Structure> structures) {

  /// A function's head. One that is asynchronous follows the native convention.
  ///
  /// @param result empty where none is written
  record Function(
      String name, boolean asynchronous, List<Field> parameters, Optional<Type> result) {}

  /// @param layout whether its fields lie as in C
  record Structure(String name, boolean layout, List<Field> fields) {}

  /// A field or a parameter.
  ///
  /// @param name empty for fields of structures that have only types
  record Field(String name, Type type) {}

  /// A type as written.
  ///
  /// @param path the segments of a path, or one sign for what is none: `&`, `*`, `()`, `[]`, `fn`,
  ///   `dyn`
  record Type(List<String> path, List<Type> arguments) {

    String last() {
      return path.getLast();
    }

    @Override
    public String toString() {
      return String.join("::", path) + (arguments.isEmpty() ? "" : arguments.toString());
    }
  }

  static RustItems of(String source) {
    var items = new RustItems(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    new Reader(RustTokens.of(source), items).read();
    return items;
  }

  private static final class Reader {

    private final List<String> tokens;
    private final RustItems items;
    private int at;

    Reader(List<String> tokens, RustItems items) {
      this.tokens = tokens;
      this.items = items;
    }

    /// Looks for items everywhere, so those within bodies are found, too.
    void read() {
      var attributes = new ArrayList<List<String>>();
      while (at < tokens.size()) {
        if (is("#", 0) && is("[", 1)) {
          int start = at + 2;
          at++;
          skipGroup();
          attributes.add(tokens.subList(start, at - 1));
        } else if (is("import", 0) && is("!", 1) && is("(", 2)) {
          at += 3;
          imported();
        } else if (is("extern", 0) && is("\"C\"", 1) && is("{", 2)) {
          at += 3;
          block();
        } else {
          item(attributes);
          attributes.clear();
        }
      }
    }

    private void item(List<List<String>> attributes) {
      int start = at;
      if (eat("pub") && is("(", 0)) {
        skipGroup();
      }
      boolean asynchronous = eat("async");
      eat("unsafe");
      if (eat("extern") && !eat("\"C\"")) {
        at = start + 1;
      } else if (is("fn", 0) && isName(1) && (is("(", 2) || is("<", 2))) {
        at++;
        var function = function(asynchronous);
        if (attributes.stream().anyMatch(one -> one.getLast().equals("bindgen"))) {
          items.definitions().add(function);
        }
      } else if (is("struct", 0) && isName(1)) {
        at++;
        structure(attributes);
      } else {
        at = start + 1;
      }
    }

    private void imported() {
      if (!isName(0)) {
        return;
      }
      String name = take();
      expect(",");
      boolean asynchronous = eat("async");
      expect("fn");
      items.uses().add(rest(name, asynchronous));
    }

    private void block() {
      while (!is("}", 0)) {
        if (is("fn", 0) && isName(1)) {
          at++;
          items.uses().add(function(false));
        } else {
          at++;
        }
      }
    }

    private Function function(boolean asynchronous) {
      String name = take();
      if (is("<", 0)) {
        generics();
      }
      return rest(name, asynchronous);
    }

    private Function rest(String name, boolean asynchronous) {
      var parameters = fields("(", ")");
      return new Function(
          name, asynchronous, parameters, eat("->") ? Optional.of(type()) : Optional.empty());
    }

    private void structure(List<List<String>> attributes) {
      String name = take();
      if (is("<", 0)) {
        generics();
      }
      boolean layout =
          attributes.stream().anyMatch(one -> one.equals(List.of("repr", "(", "C", ")")));
      List<Field> fields = List.of();
      if (is("{", 0)) {
        fields = fields("{", "}");
      } else if (eat("(")) {
        fields = unnamed();
      }
      items.structures().add(new Structure(name, layout, fields));
      for (var attribute : attributes) {
        int into = attribute.indexOf("into_fn");
        if (into >= 0) {
          String quoted = attribute.get(into + 2);
          items
              .uses()
              .add(
                  new Function(
                      quoted.substring(1, quoted.length() - 1),
                      false,
                      List.of(new Field("x", new Type(List.of(name), List.of()))),
                      Optional.of(new Type(List.of("ffi", "Any"), List.of()))));
        }
      }
    }

    private List<Field> unnamed() {
      var fields = new ArrayList<Field>();
      while (!eat(")")) {
        eat("pub");
        fields.add(new Field("", type()));
        eat(",");
      }
      return fields;
    }

    private List<Field> fields(String open, String close) {
      expect(open);
      var fields = new ArrayList<Field>();
      while (!eat(close)) {
        while (is("#", 0)) {
          at++;
          skipGroup();
        }
        if (eat("pub") && is("(", 0)) {
          skipGroup();
        }
        eat("mut");
        if (isReceiver()) {
          while (!is(",", 0) && !is(close, 0)) {
            at++;
          }
        } else if (is(":", 1)) {
          String name = take();
          at++;
          fields.add(new Field(name, type()));
        } else {
          fields.add(new Field("", type()));
        }
        eat(",");
      }
      return fields;
    }

    private boolean isReceiver() {
      int ahead = 0;
      while (is("&", ahead) || is("mut", ahead) || tokens.get(at + ahead).startsWith("'")) {
        ahead++;
      }
      return is("self", ahead);
    }

    private Type type() {
      if (eat("&")) {
        if (tokens.get(at).startsWith("'")) {
          at++;
        }
        eat("mut");
        return new Type(List.of("&"), List.of(type()));
      }
      if (eat("*")) {
        at++;
        return new Type(List.of("*"), List.of(type()));
      }
      if (is("(", 0)) {
        boolean unit = is(")", 1);
        skipGroup();
        return new Type(List.of(unit ? "()" : "tuple"), List.of());
      }
      if (is("[", 0)) {
        skipGroup();
        return new Type(List.of("[]"), List.of());
      }
      if (eat("dyn") || eat("impl")) {
        bounds();
        return new Type(List.of("dyn"), List.of());
      }
      eat("unsafe");
      if (eat("extern")) {
        expect("\"C\"");
      }
      if (eat("fn")) {
        var parameters = fields("(", ")").stream().map(Field::type).toList();
        if (eat("->")) {
          type();
        }
        return new Type(List.of("fn"), parameters);
      }
      return path();
    }

    private Type path() {
      var path = new ArrayList<String>();
      List<Type> arguments = List.of();
      do {
        path.add(take());
        if (eat("<")) {
          arguments = arguments();
        } else if (path.getLast().startsWith("Fn") && is("(", 0)) {
          skipGroup();
          if (eat("->")) {
            type();
          }
        }
      } while (eat("::"));
      return new Type(path, arguments);
    }

    private List<Type> arguments() {
      var arguments = new ArrayList<Type>();
      while (!eat(">")) {
        if (tokens.get(at).startsWith("'")) {
          at++;
        } else {
          if (is("=", 1)) {
            at += 2;
          }
          arguments.add(type());
        }
        eat(",");
      }
      return arguments;
    }

    private void bounds() {
      do {
        if (tokens.get(at).startsWith("'")) {
          at++;
        } else {
          type();
        }
      } while (eat("+"));
    }

    private void generics() {
      int depth = 0;
      do {
        depth += is("<", 0) ? 1 : is(">", 0) ? -1 : 0;
        at++;
      } while (depth > 0);
    }

    /// From an opening sign to behind its closing one.
    private void skipGroup() {
      int depth = 0;
      do {
        String token = take();
        depth +=
            switch (token) {
              case "(", "[", "{" -> 1;
              case ")", "]", "}" -> -1;
              default -> 0;
            };
      } while (depth > 0);
    }

    private boolean isName(int ahead) {
      return at + ahead < tokens.size()
          && Character.isJavaIdentifierStart(tokens.get(at + ahead).charAt(0))
          && !tokens.get(at + ahead).startsWith("$");
    }

    private boolean is(String token, int ahead) {
      return at + ahead < tokens.size() && tokens.get(at + ahead).equals(token);
    }

    private boolean eat(String token) {
      if (is(token, 0)) {
        at++;
        return true;
      }
      return false;
    }

    private void expect(String token) {
      if (!eat(token)) {
        throw new AssertionError(
            "`%s` expected before %s"
                .formatted(token, tokens.subList(at, Math.min(at + 8, tokens.size()))));
      }
    }

    private String take() {
      return tokens.get(at++);
    }
  }
}
