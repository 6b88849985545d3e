//! The foreign border of the Pen package `layouts`. Written by nib header.

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

/// `Mixed` of Layouts.pen, counted.
#[repr(C)]
pub struct Mixed {
    pub flag: ffi::Boolean,
    pub size: ffi::Number,
    pub off: ffi::Boolean,
    pub value: ffi::Any,
    pub on: ffi::Boolean,
    pub name: ffi::ByteString,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Mixed>() == 56);

/// `Small` of Layouts.pen, counted.
#[repr(C)]
pub struct Small {
    pub a: ffi::Boolean,
    pub b: ffi::Boolean,
    pub c: ffi::Boolean,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Small>() == 3);

/// `Twin` of Layouts.pen, counted.
#[repr(C)]
pub struct Layouts_Twin {
    pub other: ffi::Arc<Other_Twin>,
    pub class: ffi::Number,
    pub linux: ffi::Boolean,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Layouts_Twin>() == 24);

/// `Twin` of Other.pen, counted.
#[repr(C)]
pub struct Other_Twin {
    pub Deep: ffi::Any,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Other_Twin>() == 16);

/// `double` of Layouts.pen, counted.
#[repr(C)]
pub struct double_ {
    pub union: ffi::Any,
    pub list: ffi::List,
    pub map: ffi::Arc<PenMap>,
    pub function: ffi::Closure,
    pub error: ffi::Error,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<double_>() == 48);

/// `Blank` of Layouts.pen, counted.
#[repr(C)]
pub struct Blank {
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Blank>() == 0);

/// Imported by Pen: the foreign library defines these, with `#[ffi::bindgen]`. To have the
/// compiler compare, write `const _: imports::NAME = NAME;` beside the definition, and
/// `imports::NAME<ffi::extra::Result>` where that returns a `Result`.
pub mod imports {
    use super::*;

    pub type mixed = unsafe extern "C" fn(a: ffi::Arc<Mixed>, b: ffi::Arc<Small>) -> ffi::Arc<Layouts_Twin>;
    pub type double = unsafe extern "C" fn(a: ffi::Arc<double_>) -> ffi::Arc<Blank>;
}

// Exported by Pen: foreign code may call these, and wait for those with an `AsyncStack` by
// `ffi::call_function!(fn(TYPE, ...) -> RESULT, NAME, ARGUMENT, ...).await`. Of that stack Pen
// knows only the fields that C has, too.
#[allow(improper_ctypes)]
extern "C" {
    pub fn hidden(stack: ffi::ByteString, k: ffi::Number, linux: ffi::Boolean) -> ffi::None;
    pub fn waits(stack_: &mut ffi::cps::AsyncStack<ffi::Arc<Small>>, k_: ffi::cps::ContinuationFunction<ffi::Arc<Small>, ffi::Arc<Small>>, stack: ffi::ByteString, k: ffi::Number);
}

// Left out.
// import Layouts.pen double: parameter `b` is `Empty` and is not passed
