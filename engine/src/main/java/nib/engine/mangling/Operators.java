package nib.engine.mangling;

import java.util.Optional;

/// C++ operators by their codes (Itanium C++ ABI, section 5.1.5, "Operator Encodings").
final class Operators {

  private Operators() {}

  static Optional<String> sign(String code) {
    return Optional.ofNullable(
        switch (code) {
          case "nw" -> "new";
          case "na" -> "new[]";
          case "dl" -> "delete";
          case "da" -> "delete[]";
          case "aw" -> "co_await";
          case "ng", "mi" -> "-";
          case "ad", "an" -> "&";
          case "de", "ml" -> "*";
          case "ps", "pl" -> "+";
          case "co" -> "~";
          case "dv" -> "/";
          case "rm" -> "%";
          case "or" -> "|";
          case "eo" -> "^";
          case "aS" -> "=";
          case "pL" -> "+=";
          case "mI" -> "-=";
          case "mL" -> "*=";
          case "dV" -> "/=";
          case "rM" -> "%=";
          case "aN" -> "&=";
          case "oR" -> "|=";
          case "eO" -> "^=";
          case "ls" -> "<<";
          case "rs" -> ">>";
          case "lS" -> "<<=";
          case "rS" -> ">>=";
          case "eq" -> "==";
          case "ne" -> "!=";
          case "lt" -> "<";
          case "gt" -> ">";
          case "le" -> "<=";
          case "ge" -> ">=";
          case "ss" -> "<=>";
          case "nt" -> "!";
          case "aa" -> "&&";
          case "oo" -> "||";
          case "pp" -> "++";
          case "mm" -> "--";
          case "cm" -> ",";
          case "pm" -> "->*";
          case "pt" -> "->";
          case "cl" -> "()";
          case "ix" -> "[]";
          case "qu" -> "?";
          default -> null;
        });
  }
}
