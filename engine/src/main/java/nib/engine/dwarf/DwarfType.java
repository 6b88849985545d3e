package nib.engine.dwarf;

import java.util.List;
import java.util.OptionalLong;

/// A type as a compiler described it (DWARF 5, chapter 5). Sizes are in bytes and 0 where the
/// compiler did not say; names are empty where there is none.
public sealed interface DwarfType {

  /// `void`.
  record Nothing() implements DwarfType {}

  /// A number, a character, a truth value.
  record Base(String name, long size, Encoding encoding) implements DwarfType {}

  /// An address of something. References of C++ are addresses too.
  record Pointer(Pointer.Kind kind, String name, long size, TypeId target) implements DwarfType {
    /// How it is written: `*`, `&`, `&&`.
    public enum Kind {
      POINTER,
      REFERENCE,
      RVALUE_REFERENCE
    }
  }

  /// A pointer to a member of `containing`: an offset, or for a function more than an address.
  record MemberPointer(TypeId containing, long size, TypeId target) implements DwarfType {}

  /// Another name for `target`.
  record Typedef(String name, TypeId target) implements DwarfType {}

  record Qualified(Qualifier qualifier, TypeId target) implements DwarfType {}

  /// A structure, union or class.
  ///
  /// @param alignment 0 where the compiler's own choice stands
  record Aggregate(Aggregate.Kind kind, String name, long size, long alignment, Members members)
      implements DwarfType {

    /// The word it was declared with.
    public enum Kind {
      STRUCT("struct"),
      UNION("union"),
      CLASS("class");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      public String word() {
        return word;
      }
    }
  }

  /// What is known of an aggregate's inside.
  sealed interface Members {

    /// All of it, variants of Rust enumerations side by side.
    record Known(List<Member> list) implements Members {
      public Known {
        list = List.copyOf(list);
      }
    }

    /// Declared only: the unit never saw its inside.
    record Declared() implements Members {}

    /// Not read, since only its address is passed.
    record BehindPointer() implements Members {}
  }

  /// A part of an aggregate.
  ///
  /// @param name empty for an unnamed one and for a base class
  /// @param bitOffset where it starts in the aggregate, in bits: of a bit-field its first bit in
  ///   the target's order
  /// @param bits the width of a bit-field, otherwise 0
  record Member(String name, TypeId type, long bitOffset, long bits) {}

  /// An enumeration.
  ///
  /// @param underlying what it is stored as; [TypeId#VOID] where the compiler did not say, as in C
  ///   before DWARF 3
  record Enumeration(String name, long size, TypeId underlying, List<Enumerator> values)
      implements DwarfType {
    public Enumeration {
      values = List.copyOf(values);
    }
  }

  /// One of an enumeration's values.
  record Enumerator(String name, long value) {}

  /// An array, or a vector.
  ///
  /// @param counts of each dimension, outermost first; empty ones are unknown: `int a[]`
  /// @param vector whether it is one for vector registers (`vector_size` of GNU C)
  record ArrayOf(TypeId element, List<OptionalLong> counts, boolean vector, long size)
      implements DwarfType {
    public ArrayOf {
      counts = List.copyOf(counts);
    }
  }

  /// A function's type.
  record Subroutine(TypeId result, List<TypeId> parameters, boolean variadic, boolean prototyped)
      implements DwarfType {
    public Subroutine {
      parameters = List.copyOf(parameters);
    }
  }

  /// One that only has a name, such as C++'s `decltype(nullptr)` and Rust's `!`.
  record Unspecified(String name) implements DwarfType {}

  /// A kind of type that C does not have.
  ///
  /// @param tag `DW_TAG_*`
  record Other(int tag, String name, long size) implements DwarfType {}

  /// Whether what a type is may be changed, and by whom.
  enum Qualifier {
    CONST("const"),
    VOLATILE("volatile"),
    RESTRICT("restrict"),
    ATOMIC("_Atomic");

    private final String word;

    Qualifier(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// `DW_ATE_*` (DWARF 5, section 7.8).
  enum Encoding {
    ADDRESS,
    BOOLEAN,
    COMPLEX_FLOAT,
    FLOAT,
    SIGNED,
    SIGNED_CHAR,
    UNSIGNED,
    UNSIGNED_CHAR,
    IMAGINARY_FLOAT,
    DECIMAL_FLOAT,
    CHARACTER,
    OTHER
  }
}
