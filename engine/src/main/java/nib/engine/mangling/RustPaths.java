package nib.engine.mangling;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/// Paths and identifiers of Rust's v0 scheme (RFC 2603, "Paths" and "Identifiers").
final class RustPaths {

  /// So many fill 64 bits.
  private static final int MOST_DIGITS = 11;

  private final Cursor cursor;
  private final int start;
  private final RustOutput out = new RustOutput();
  private final RustTypes types;

  /// Reads names whose back references count from `start`.
  RustPaths(Cursor cursor, int start) {
    this.cursor = cursor;
    this.start = start;
    this.types = new RustTypes(cursor, this, out);
  }

  String text() {
    return out.text();
  }

  void silently(RustOutput.Step step) throws NotUnderstood {
    out.silently(step);
  }

  /// Writes a path and gives back its last identifier, which is empty where the path ends in a type
  /// or a closure.
  ///
  /// @param inValue whether generic arguments need `::` before them
  @CanIgnoreReturnValue
  String path(boolean inValue) throws NotUnderstood {
    cursor.enter();
    String last =
        switch (cursor.next()) {
          case 'C' -> crate();
          case 'N' -> nested(inValue);
          case 'M' -> {
            implementation();
            out.write("<");
            types.type();
            out.write(">");
            yield "";
          }
          case 'X' -> {
            implementation();
            yield ofTrait();
          }
          case 'Y' -> ofTrait();
          case 'I' -> {
            String base = path(inValue);
            out.write(inValue ? "::<" : "<");
            types.genericArguments();
            out.write(">");
            yield base;
          }
          case 'B' -> {
            var base = new String[] {""};
            backReference(() -> base[0] = path(inValue));
            yield base[0];
          }
          default -> throw new NotUnderstood();
        };
    cursor.leave();
    return last;
  }

  private String crate() throws NotUnderstood {
    disambiguator();
    String name = identifier();
    out.write(name);
    return name;
  }

  /// The path of the `impl` block, which the type says better.
  private void implementation() throws NotUnderstood {
    disambiguator();
    silently(() -> path(false));
  }

  private String ofTrait() throws NotUnderstood {
    out.write("<");
    types.type();
    out.write(" as ");
    path(false);
    out.write(">");
    return "";
  }

  private String nested(boolean inValue) throws NotUnderstood {
    char namespace = cursor.next();
    path(inValue);
    long disambiguator = disambiguator();
    String name = identifier();
    if (namespace >= 'a' && namespace <= 'z') {
      out.write(name.isEmpty() ? "" : "::" + name);
      return name;
    }
    String kind =
        switch (namespace) {
          case 'C' -> "closure";
          case 'S' -> "shim";
          default -> String.valueOf(namespace);
        };
    out.write(
        "::{"
            + kind
            + (name.isEmpty() ? "" : ":" + name)
            + "#"
            + Long.toUnsignedString(disambiguator)
            + "}");
    return "";
  }

  /// A path whose generic arguments are left open for more: `Iterator<Item = …`. Says whether a
  /// bracket was opened.
  boolean openPath() throws NotUnderstood {
    if (cursor.take('B')) {
      var open = new boolean[1];
      backReference(() -> open[0] = openPath());
      return open[0];
    }
    if (cursor.take('I')) {
      path(false);
      out.write("<");
      types.genericArguments();
      return true;
    }
    path(false);
    return false;
  }

  /// Reads `step` where the number says, then goes on here.
  void backReference(RustOutput.Step step) throws NotUnderstood {
    int here = cursor.position() - 1;
    long target = start + base62();
    if (target < start || target >= here) {
      throw new NotUnderstood();
    }
    if (out.isSilent()) {
      return; // nothing to say, and a chain of references could be long
    }
    int after = cursor.position();
    cursor.moveTo((int) target);
    cursor.enter();
    step.run();
    cursor.leave();
    cursor.moveTo(after);
  }

  private long disambiguator() throws NotUnderstood {
    return cursor.take('s') ? base62() + 1 : 0;
  }

  /// `_` is 0, `0_` is 1 and so on; crates' hashes fill all 64 bits.
  long base62() throws NotUnderstood {
    if (cursor.take('_')) {
      return 0;
    }
    long value = 0;
    for (int digits = 0; !cursor.take('_'); digits++) {
      int digit =
          "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(cursor.next());
      if (digit < 0 || digits == MOST_DIGITS) {
        throw new NotUnderstood();
      }
      value = value * 62 + digit;
    }
    return value + 1;
  }

  String identifier() throws NotUnderstood {
    boolean punycode = cursor.take('u');
    if (cursor.peek() == '0') {
      cursor.next();
      cursor.take('_');
      return "";
    }
    int length = cursor.number();
    cursor.take('_');
    String name = cursor.take(length);
    return punycode ? Punycode.decode(name) : name;
  }
}
