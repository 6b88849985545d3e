package nib.engine.ctype;

import java.util.Set;
import java.util.regex.Pattern;

/// Names as C and C++ take them.
public final class CName {

  /// Words that no C or C++ declaration can use as a name (C11 6.4.1, C++20 [lex.key]; C gives
  /// `main` a type, C++ keeps `std`), and those that compilers and the headers around declarations
  /// define: gcc has `linux`, `unix` and `typeof`, and on Windows `WIN32`.
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          alignas alignof and and_eq asm auto bitand bitor bool break case catch char class co_await
          co_return co_yield compl concept const consteval constexpr constinit const_cast continue decltype
          default delete do double dynamic_cast else enum explicit export extern false float for friend goto
          if inline int long main mutable namespace new noexcept not not_eq nullptr operator or or_eq private
          protected public register reinterpret_cast requires restrict return short signed sizeof static
          static_assert static_cast std struct switch template this thread_local throw true try typedef
          typeid typename typeof typeof_unqual union unsigned using virtual void volatile while xor xor_eq
          NULL WIN32 WIN64 WINNT errno i386 linux offsetof unix
          pen_any pen_closure pen_closure_metadata pen_count_state pen_error pen_first_rest pen_list pen_map
          pen_stack pen_string pen_type_info
          """
              .strip()
              .split("\\s+"));

  /// Those of `<stddef.h>` and `<stdint.h>`, and C++'s own.
  private static final Pattern TYPES =
      Pattern.compile(
          "(u?int((_least|_fast)?(8|16|32|64)|ptr|max)|ptrdiff|size|max_align|nullptr|wchar"
              + "|char(8|16|32))_t");

  private CName() {}

  /// The name, with a `_` behind it where it is a word of the language.
  public static String of(String name) {
    return KEYWORDS.contains(name) || TYPES.matcher(name).matches() ? name + "_" : name;
  }
}
