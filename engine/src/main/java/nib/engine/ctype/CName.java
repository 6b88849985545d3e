package nib.engine.ctype;

import java.util.Set;

/// Names as C and C++ take them.
public final class CName {

  /// Words that no C or C++ declaration can use as a name (C11 6.4.1, C++17 [lex.key]), and those
  /// that compilers and the headers around declarations define: gcc has `linux` and `unix` for 1.
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl const
          constexpr const_cast continue decltype default delete do double dynamic_cast else enum explicit
          export extern false float for friend goto if inline int long mutable namespace new noexcept not
          not_eq nullptr operator or or_eq private protected public register reinterpret_cast restrict
          return short signed sizeof static static_assert static_cast struct switch template this
          thread_local throw true try typedef typeid typename union unsigned using virtual void volatile
          wchar_t while xor xor_eq
          NULL errno i386 linux offsetof pen_any pen_closure pen_closure_metadata pen_error pen_list
          pen_map pen_stack pen_string pen_type_info size_t uint8_t uint64_t unix
          """
              .strip()
              .split("\\s+"));

  private CName() {}

  /// The name, with a `_` behind it where it is a word of the language.
  public static String of(String name) {
    return KEYWORDS.contains(name) ? name + "_" : name;
  }
}
