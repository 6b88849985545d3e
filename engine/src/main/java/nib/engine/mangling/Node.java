package nib.engine.mangling;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a mangled C++ name says, as a tree. [NodePrinter] makes text of it.
sealed interface Node {

  /// What C writes around a name instead of before it.
  sealed interface Declarator extends Node {}

  /// Text that needs nothing around it: an identifier, a builtin type, a literal.
  record Name(String text) implements Node {}

  /// `scope::name`.
  record Nested(Node scope, Node name) implements Node {}

  /// An entity inside a function: `encoding::entity`.
  record Local(Node encoding, Node entity) implements Node {}

  /// `name<arguments>`.
  record WithArguments(Node name, List<Node> arguments) implements Node {}

  /// `name[abi:tag]`.
  record Tagged(Node name, String tag) implements Node {}

  /// A constructor or destructor of the class `owner`.
  record Structor(Node owner, boolean destructor) implements Node {}

  /// `operator type`.
  record Conversion(Node type) implements Node {}

  /// One of the six names with a code of their own: `std::string` as a type, `std::basic_string<…>`
  /// where its constructor is meant.
  record Abbreviation(String shortName, String fullName, boolean expanded) implements Node {}

  /// A lambda's type.
  record Lambda(String count, List<Node> parameters) implements Node {}

  /// `words name`, such as `vtable for X` or `struct X`.
  record Prefixed(String words, Node name) implements Node {}

  /// `construction vtable for part-in-whole`.
  record ConstructionTable(Node part, Node whole) implements Node {}

  /// A function with what its encoding tells of it.
  ///
  /// @param qualifiers of a member function, such as ` const &`
  record Function(Optional<Node> result, Node name, List<Node> parameters, String qualifiers)
      implements Declarator {}

  record FunctionType(Node result, List<Node> parameters, String qualifiers)
      implements Declarator {}

  record Pointer(Node target) implements Declarator {}

  record Reference(Node target, boolean rvalue) implements Declarator {}

  record MemberPointer(Node owner, Node member) implements Declarator {}

  record Array(Node element, Node length) implements Declarator {}

  /// `type words`: qualifiers, `complex`, `vector[4]`.
  record Suffixed(Node type, String words) implements Declarator {}

  /// `type const`, which an array or a function takes inside.
  record Qualified(Node type, String words) implements Declarator {}

  /// `(type)value`.
  record Cast(Node type, String value) implements Node {}

  /// The arguments that stand for one parameter pack, as they are given.
  record ArgumentPack(List<Node> elements) implements Node {}

  /// A use of a parameter pack; which element it stands for depends on the expansion around it.
  record ParameterPack(List<Node> elements) implements Node {}

  /// `pattern...`, printed once for each element of the packs in it.
  record Expansion(Node pattern) implements Node {}

  /// A template parameter whose argument stands further on in the name (conversion operators only).
  final class Forward implements Node {

    final int index;
    @Nullable Node target;

    Forward(int index) {
      this.index = index;
    }
  }
}
