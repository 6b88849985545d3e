//! The foreign border of the Pen package `names`. Written by nib header.

#![allow(dead_code, non_camel_case_types, non_snake_case, unused_imports)]

/// `core` of Names.pen, counted.
#[repr(C)]
pub struct core2 {
    pub usize: ffi::Arc<usize2>,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<core2>() == 8);

/// `pool` of Names.pen, counted.
#[repr(C)]
pub struct pool {
    pub size: ffi::Number,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<pool>() == 8);

/// `usize` of Names.pen, counted.
#[repr(C)]
pub struct usize2 {
    pub u8: ffi::Number,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<usize2>() == 8);

/// `imports` of Names.pen, counted.
#[repr(C)]
pub struct imports2 {
    pub f64: ffi::Number,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<imports2>() == 8);

/// `Returned` of Names.pen, counted.
#[repr(C)]
pub struct Returned2 {
    pub bool: ffi::Boolean,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Returned2>() == 1);

/// `PenHamt` of Names.pen, counted.
#[repr(C)]
pub struct PenHamt2 {
    pub ffi: ffi::ByteString,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<PenHamt2>() == 8);

/// Imported by Pen: the foreign library defines these, with `#[ffi::bindgen]`. To have the
/// compiler compare, write `const _: imports::NAME = NAME;` beside the definition, and
/// `imports::NAME<ffi::extra::Result>` where that returns a `Result`.
pub mod imports {
    use super::*;

    pub type pool_ = unsafe extern "C" fn(a: ffi::Arc<core2>) -> ffi::Arc<pool>;
    pub type ffi_<Returned = ffi::Any> = unsafe extern "C" fn(a: ffi::Arc<imports2>, b: ffi::Number) -> Returned;
    pub type f64_ = unsafe extern "C" fn(a: ffi::Arc<Returned2>) -> ffi::Arc<Returned2>;
    pub type bool_ = unsafe extern "C" fn(a: ffi::Number, b: ffi::Arc<PenHamt2>) -> ffi::Boolean;
    pub type Returned_<Returned = ffi::Any> = unsafe extern "C" fn(stack: &mut ffi::cps::AsyncStack<()>, k: ffi::cps::ContinuationFunction<Returned, ()>, a: ffi::Arc<pool>);
}

// Exported by Pen: foreign code may call these.
extern "C" {
    pub fn core(x: ffi::Arc<core2>) -> ffi::Any;
}
