package nib.engine.dwarf;

/// What debugging information tells of one function: its signature, or why there is none. Nothing
/// in between: what is not known is never guessed.
public sealed interface Evidence {

  /// What the function is.
  record Found(Signature signature, Match match) implements Evidence {}

  /// Nothing is known of the function.
  ///
  /// @param detail what `reason` needs to be told in full: a file, a number, a place; or empty
  record NoEvidence(Reason reason, String detail) implements Evidence {

    public NoEvidence(Reason reason) {
      this(reason, "");
    }

    /// A phrase: `no debug information`.
    public String words() {
      return detail.isEmpty() ? reason.words() : reason.words() + ": " + detail;
    }
  }

  /// How a symbol and a description were brought together.
  enum Match {
    LINKAGE_NAME,
    NAME,
    /// Another name for the described function, which stands at the same place.
    ADDRESS,
    /// The symbol stands for a function that runs at load time and returns the address of the one
    /// to call; this is what it says it returns.
    RESOLVER
  }

  /// Why there is no evidence.
  enum Reason {
    NO_DEBUG_INFORMATION("no debug information"),
    OTHER_DEBUG_INFORMATION("debug information of a kind that is not read"),
    /// `-gsplit-dwarf`: it is in another file.
    SPLIT("debug information was split off into a file of its own"),
    /// A `dwz` file, or what DWARF 5 calls supplementary.
    SUPPLEMENTARY("debug information that refers to a supplementary file"),
    UNKNOWN_FORM("debug information in a form that is not known"),
    UNKNOWN_VERSION("debug information of an unknown version"),
    UNREADABLE_SECTION("debug information that cannot be made ready"),
    ASSEMBLER("written in assembler, which has no types"),
    LINE_TABLES_ONLY("debug information tells lines only, not types"),
    UNSPECIFIED("debug information leaves the parameters open"),
    INDIRECT("an indirect function whose resolver does not say what it chooses"),
    /// Debugging information is there, this function is not in it.
    NOT_DESCRIBED("not described by the debug information"),
    NOT_A_FUNCTION("not a function"),
    NOT_AN_OBJECT("not an object file with debug information that is read"),
    DAMAGED("damaged debug information");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
