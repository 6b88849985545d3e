package nib.engine.prototype;

import java.util.List;
import nib.engine.ctype.CType;
import nib.engine.prototype.Declarations.Declared;

/// Rust without crates: pointers, and structures for what they point to.
final class PlainRust implements RustVocabulary {

  private static final String TYPES =
      """

      /// A null pointer is the empty string; `length` bytes follow, not terminated.
      #[repr(C)]
      pub struct PenString {
          pub length: usize,
      }

      /// What values of one dynamic type are cloned, dropped and synchronized by.
      #[repr(C)]
      pub struct PenTypeInfo {
          pub clone: extern "C" fn(payload: u64) -> u64,
          pub drop: extern "C" fn(payload: u64),
          pub synchronize: extern "C" fn(payload: u64),
          pub extra: *const core::ffi::c_void,
      }

      /// A value of type `any`, or of any union. A copy is not a reference more.
      #[repr(C)]
      #[derive(Clone, Copy)]
      pub struct PenAny {
          pub type_info: *const PenTypeInfo,
          pub payload: u64,
      }

      /// A function value: its code, then what it captured.
      #[repr(C)]
      pub struct PenClosure {
          pub entry: *const core::ffi::c_void,
          pub metadata: *const core::ffi::c_void,
      }

      #[repr(C)]
      pub struct PenError {
          pub source: PenAny,
      }

      /// Lazy, of any element type.
      #[repr(C)]
      pub struct PenList {
          pub node: *mut PenClosure,
      }

      #[repr(C)]
      pub struct PenMap {
          pub hamt: *mut core::ffi::c_void,
          pub size: f64,
      }

      /// The native convention's continuation stack.
      #[repr(C)]
      pub struct PenStack {
          pub base: *mut u8,
          pub size: usize,
          pub capacity: usize,
      }
      """;

  @Override
  public String introduction(Declarations declarations) {
    return declarations.needTypes() ? TYPES : "";
  }

  @Override
  public String type(CType type) {
    return RustDeclaration.type(type);
  }

  @Override
  public String importType(String name, Declared declared) {
    return "pub type %s = %s;".formatted(name, RustDeclaration.type(declared.declaration()));
  }

  @Override
  public String export(Declared declared) {
    return RustDeclaration.declaration(declared.declaration());
  }

  @Override
  public String comparison() {
    return """
    /// Imported by Pen: the foreign library defines these. To have the compiler compare, write
    /// `const _: imports::NAME = crate::NAME;`.\
    """;
  }

  @Override
  public String calling(List<Declared> exports) {
    return EXPORTED;
  }
}
