//! The foreign border of the Pen package `every-type`. Written by nib header.

#![allow(dead_code, non_camel_case_types, non_snake_case, unused_imports)]

/// A map of any types: opaque, but for its size.
#[repr(C)]
pub struct PenMap {
    hamt: ffi::Arc<PenHamt>,
    pub size: ffi::Number,
}

#[repr(C)]
struct PenHamt {
    entries: [ffi::Any; 32],
}

/// `Circle` of Lib/Shape.pen, counted.
#[repr(C)]
pub struct Circle {
    pub Radius: ffi::Number,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Circle>() == 8);

/// `Square` of Lib/Shape.pen, counted.
#[repr(C)]
pub struct Square {
    pub Side: ffi::Number,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Square>() == 8);

/// `mine2` of Every.pen, counted.
#[repr(C)]
pub struct mine2 {
    pub next: ffi::List,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<mine2>() == 8);

/// Imported by Pen: the foreign library defines these, with `#[ffi::bindgen]`. To have the
/// compiler compare, write `const _: imports::NAME = NAME;` beside the definition, and
/// `imports::NAME<ffi::extra::Result>` where that returns a `Result`.
pub mod imports {
    use super::*;

    pub type scalars = unsafe extern "C" fn(a: ffi::Number, b: ffi::Boolean) -> ffi::None;
    pub type nothing = unsafe extern "C" fn() -> ffi::None;
    pub type texts = unsafe extern "C" fn(a: ffi::ByteString, b: ffi::Error) -> ffi::ByteString;
    pub type collections = unsafe extern "C" fn(a: ffi::List, b: ffi::Arc<PenMap>) -> ffi::List;
    pub type callback = unsafe extern "C" fn(a: ffi::Closure) -> ffi::Number;
    pub type unions<Returned = ffi::Any> = unsafe extern "C" fn(a: ffi::Any, b: ffi::Any) -> Returned;
    pub type records = unsafe extern "C" fn(a: ffi::Arc<Circle>, b: ffi::Any) -> ffi::Arc<Circle>;
    pub type collapses = unsafe extern "C" fn(a: ffi::Number) -> ffi::Number;
    pub type double = unsafe extern "C" fn(a: ffi::Number) -> ffi::Number;
    pub type unused = unsafe extern "C" fn(a: ffi::Number) -> ffi::Number;
    pub type native = unsafe extern "C" fn(stack: &mut ffi::cps::AsyncStack<()>, k: ffi::cps::ContinuationFunction<ffi::ByteString, ()>, a: ffi::ByteString);
    pub type suspend = unsafe extern "C" fn(stack: &mut ffi::cps::AsyncStack<()>, k: ffi::cps::ContinuationFunction<ffi::None, ()>);
    pub type mine = unsafe extern "C" fn(a: ffi::Number) -> ffi::Number;
}

// Exported by Pen: foreign code may call these, and wait for those with an `AsyncStack` by
// `ffi::call_function!(fn(TYPE, ...) -> RESULT, NAME, ARGUMENT, ...).await`. Of that stack Pen
// knows only the fields that C has, too.
#[allow(improper_ctypes)]
extern "C" {
    pub fn exported(int: ffi::Number, class: ffi::Boolean, self_: ffi::ByteString) -> ffi::Arc<mine2>;
    pub fn pure(stack: &mut ffi::cps::AsyncStack<ffi::Any>, k: ffi::cps::ContinuationFunction<ffi::Any, ffi::Any>, x: ffi::Number);
}

// Left out.
// import Every.pen nothing: parameter `a` is `none` and is not passed
// import Every.pen nothing: parameter `b` is `Unit` and is not passed
// import Every.pen native: parameter `b` is `none` and is not passed
// import Every.pen foreigner: type `Context` is unknown: module `Os'Context` is not read
