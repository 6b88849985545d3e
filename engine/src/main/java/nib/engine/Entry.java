package nib.engine;

import java.util.List;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Piece;
import nib.engine.foreign.Convention;
import nib.engine.foreign.Direction;
import nib.engine.text.Location;
import nib.engine.text.Span;
import nib.engine.trial.SlotKind;

/// One function of a package's border, as people see it.
///
/// @param id names the entry within its package and survives edits elsewhere: `import
///   Arithmetic.pen add`
/// @param symbol the name on the border
/// @param module the module's file, relative to the package, with `/` between its parts
/// @param penType the type as resolved and written in Pen: `\(number, number) number`
/// @param span where the whole declaration stands in the module's text
/// @param pieces which stretches of that are about which parts of a call
/// @param prototypes the same function in other languages
/// @param remarks what a reader has to know: hidden parameters, parameters that are not passed
/// @param used whether a body of its module mentions it; always true for exports
public record Entry(
    String id,
    Direction direction,
    Convention convention,
    String symbol,
    String module,
    String penType,
    Location location,
    Span span,
    List<Piece> pieces,
    Prototypes prototypes,
    List<Slot> parameters,
    Slot result,
    List<String> remarks,
    boolean used) {

  public Entry {
    pieces = List.copyOf(pieces);
    parameters = List.copyOf(parameters);
    remarks = List.copyOf(remarks);
  }

  /// The entry in other languages, all with pieces about the same parts.
  ///
  /// @param c a C declaration, or a comment that says why there is none
  /// @param rust the same for Rust
  /// @param java a handle of Java's own foreign functions
  /// @param jna a method of a JNA library
  public record Prototypes(Spelled c, Spelled rust, Spelled java, Spelled jna) {}

  /// A parameter or the result.
  ///
  /// @param name the name in the declaration; imports have none, so `a`, `b`, `c` and so on
  public record Slot(String name, String penType, SlotKind kind) {}
}
