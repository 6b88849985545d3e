package nib.app.prototype;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.Entry;
import nib.engine.Workbench.Language;
import nib.engine.abi.Spelled;

/// The languages that a function of the border is spelled in.
public enum Spelling {
  C("C"),
  RUST("Rust"),
  JAVA("Java"),
  JNA("JNA");

  private final String words;

  Spelling(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// The spelling of a remembered setting; C where there is none.
  static Spelling named(Optional<String> setting) {
    return setting
        .flatMap(name -> Stream.of(values()).filter(one -> one.setting().equals(name)).findFirst())
        .orElse(C);
  }

  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one after it; after the last comes the first.
  Spelling next() {
    return switch (this) {
      case C -> RUST;
      case RUST -> JAVA;
      case JAVA -> JNA;
      case JNA -> C;
    };
  }

  Spelled of(Entry.Prototypes prototypes) {
    return switch (this) {
      case C -> prototypes.c();
      case RUST -> prototypes.rust();
      case JAVA -> prototypes.java();
      case JNA -> prototypes.jna();
    };
  }

  /// The language that a whole package's declarations can be written in as one file.
  Optional<Language> header() {
    return switch (this) {
      case C -> Optional.of(Language.C);
      case RUST -> Optional.of(Language.RUST);
      case JAVA, JNA -> Optional.empty();
    };
  }
}
