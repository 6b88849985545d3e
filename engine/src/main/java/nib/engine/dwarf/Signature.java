package nib.engine.dwarf;

import java.util.List;

/// A function as its compiler described it.
///
/// @param name as its author wrote it
/// @param linkageName what it is called in symbol tables, where that is another name and the
///   compiler said so; otherwise empty
/// @param variadic whether more arguments may follow: `...`
/// @param prototyped false for a function of C that was defined in the old style, whose arguments
///   are promoted before they are passed
/// @param types what `result` and the parameters' types stand for
public record Signature(
    String name,
    String linkageName,
    TypeId result,
    List<Parameter> parameters,
    boolean variadic,
    boolean prototyped,
    Origin origin,
    Types types) {

  public Signature {
    parameters = List.copyOf(parameters);
  }

  /// The same with what its types stand for.
  Signature with(Types meanings) {
    return new Signature(
        name, linkageName, result, parameters, variadic, prototyped, origin, meanings);
  }

  /// A parameter.
  ///
  /// @param name empty where it has none
  /// @param artificial whether the compiler added it, such as `this`
  /// @param output whether it is a further result, as Go describes them
  public record Parameter(String name, TypeId type, boolean artificial, boolean output) {}

  /// Where a function comes from.
  ///
  /// @param file of its definition, as the compiler named it, with its folders where it told them;
  ///   empty where it did not say
  /// @param line 0 where it did not say
  /// @param producer the compiler and perhaps its options, in its own words
  public record Origin(String file, long line, Language language, String producer) {}
}
