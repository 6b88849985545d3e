package nib.engine.mangling;

import java.util.Optional;

/// Types, constants and lifetimes of Rust's v0 scheme (RFC 2603, "Types", "Consts" and "Binders").
final class RustTypes {

  private static final int LETTERS = 26;

  private final Cursor cursor;
  private final RustPaths paths;
  private final RustOutput out;

  /// How many lifetimes the `for<…>` around have named.
  private long boundLifetimes;

  RustTypes(Cursor cursor, RustPaths paths, RustOutput out) {
    this.cursor = cursor;
    this.paths = paths;
    this.out = out;
  }

  void genericArguments() throws NotUnderstood {
    for (boolean first = true; !cursor.take('E'); first = false) {
      out.write(first ? "" : ", ");
      if (cursor.take('L')) {
        lifetime(paths.base62());
      } else if (cursor.take('K')) {
        constant();
      } else {
        type();
      }
    }
  }

  void type() throws NotUnderstood {
    cursor.enter();
    char code = cursor.peek();
    var basic = basic(code);
    if (basic.isPresent()) {
      cursor.next();
      out.write(basic.get());
    } else {
      compound(code);
    }
    cursor.leave();
  }

  private void compound(char code) throws NotUnderstood {
    switch (code) {
      case 'R', 'Q' -> reference();
      case 'P' -> prefixed("*const ");
      case 'O' -> prefixed("*mut ");
      case 'A', 'S' -> array();
      case 'T' -> tuple();
      case 'F' -> {
        cursor.next();
        bound(this::function);
      }
      case 'D' -> object();
      case 'B' -> {
        cursor.next();
        paths.backReference(this::type);
      }
      default -> paths.path(false);
    }
  }

  private void prefixed(String words) throws NotUnderstood {
    cursor.next();
    out.write(words);
    type();
  }

  private void reference() throws NotUnderstood {
    boolean mutable = cursor.next() == 'Q';
    out.write("&");
    if (cursor.take('L')) {
      long lifetime = paths.base62();
      if (lifetime != 0) {
        lifetime(lifetime);
        out.write(" ");
      }
    }
    out.write(mutable ? "mut " : "");
    type();
  }

  private void array() throws NotUnderstood {
    boolean sized = cursor.next() == 'A';
    out.write("[");
    type();
    if (sized) {
      out.write("; ");
      constant();
    }
    out.write("]");
  }

  private void tuple() throws NotUnderstood {
    cursor.next();
    out.write("(");
    int count = 0;
    for (; !cursor.take('E'); count++) {
      out.write(count == 0 ? "" : ", ");
      type();
    }
    out.write(count == 1 ? ",)" : ")");
  }

  private void function() throws NotUnderstood {
    out.write(cursor.take('U') ? "unsafe " : "");
    if (cursor.take('K')) {
      String convention = cursor.take('C') ? "C" : paths.identifier().replace('_', '-');
      out.write("extern \"" + convention + "\" ");
    }
    out.write("fn(");
    for (boolean first = true; !cursor.take('E'); first = false) {
      out.write(first ? "" : ", ");
      type();
    }
    out.write(")");
    if (!cursor.take('u')) {
      out.write(" -> ");
      type();
    }
  }

  private void object() throws NotUnderstood {
    cursor.next();
    out.write("dyn ");
    bound(() -> {
      for (boolean first = true; !cursor.take('E'); first = false) {
        out.write(first ? "" : " + ");
        trait();
      }
    });
    cursor.expect('L');
    long lifetime = paths.base62();
    if (lifetime != 0) {
      out.write(" + ");
      lifetime(lifetime);
    }
  }

  private void trait() throws NotUnderstood {
    boolean open = paths.openPath();
    while (cursor.take('p')) {
      out.write(open ? ", " : "<");
      open = true;
      out.write(paths.identifier() + " = ");
      type();
    }
    out.write(open ? ">" : "");
  }

  /// Reads `step` inside the `for<'a, 'b>` that may stand before it.
  private void bound(RustOutput.Step step) throws NotUnderstood {
    long outer = boundLifetimes;
    if (cursor.take('G')) {
      long count = paths.base62() + 1;
      if (count > LETTERS) {
        throw new NotUnderstood();
      }
      out.write("for<");
      for (long i = 0; i < count; i++) {
        out.write(i == 0 ? "" : ", ");
        boundLifetimes++;
        lifetime(1);
      }
      out.write("> ");
    }
    step.run();
    boundLifetimes = outer;
  }

  /// Lifetimes count outward from the nearest `for`; 0 is the one that was erased.
  private void lifetime(long index) throws NotUnderstood {
    if (index == 0) {
      out.write("'_");
      return;
    }
    long depth = boundLifetimes - index;
    if (depth < 0 || depth >= LETTERS) {
      throw new NotUnderstood();
    }
    out.write("'" + (char) ('a' + depth));
  }

  private void constant() throws NotUnderstood {
    cursor.enter();
    switch (cursor.next()) {
      case 'p' -> out.write("_");
      case 'h', 't', 'm', 'y', 'o', 'j' -> number(hexadecimal());
      case 'a', 's', 'l', 'x', 'n', 'i' -> {
        out.write(cursor.take('n') ? "-" : "");
        number(hexadecimal());
      }
      case 'b' -> truth(hexadecimal());
      case 'c' -> character(hexadecimal());
      case 'B' -> paths.backReference(this::constant);
      default -> throw new NotUnderstood();
    }
    cursor.leave();
  }

  private String hexadecimal() throws NotUnderstood {
    var digits = new StringBuilder();
    while (!cursor.take('_')) {
      char one = cursor.next();
      if ("0123456789abcdef".indexOf(one) < 0) {
        throw new NotUnderstood();
      }
      digits.append(one);
    }
    return digits.isEmpty() ? "0" : digits.toString();
  }

  private void number(String digits) throws NotUnderstood {
    out.write(
        digits.length() > 16
            ? "0x" + digits
            : Long.toUnsignedString(Long.parseUnsignedLong(digits, 16)));
  }

  private void truth(String digits) throws NotUnderstood {
    switch (digits) {
      case "0" -> out.write("false");
      case "1" -> out.write("true");
      default -> throw new NotUnderstood();
    }
  }

  private void character(String digits) throws NotUnderstood {
    if (digits.length() > 2) {
      throw new NotUnderstood();
    }
    int value = Integer.parseInt(digits, 16);
    if (value < ' ' || value > '~' || value == '\'' || value == '\\') {
      throw new NotUnderstood();
    }
    out.write("'" + (char) value + "'");
  }

  private static Optional<String> basic(char code) {
    return Optional.ofNullable(
        switch (code) {
          case 'a' -> "i8";
          case 'b' -> "bool";
          case 'c' -> "char";
          case 'd' -> "f64";
          case 'e' -> "str";
          case 'f' -> "f32";
          case 'h' -> "u8";
          case 'i' -> "isize";
          case 'j' -> "usize";
          case 'l' -> "i32";
          case 'm' -> "u32";
          case 'n' -> "i128";
          case 'o' -> "u128";
          case 'p' -> "_";
          case 's' -> "i16";
          case 't' -> "u16";
          case 'u' -> "()";
          case 'v' -> "...";
          case 'x' -> "i64";
          case 'y' -> "u64";
          case 'z' -> "!";
          default -> null;
        });
  }
}
