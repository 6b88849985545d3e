//! The foreign border of the Pen package `layouts`. Written by nib header.

#![allow(dead_code, non_camel_case_types, non_snake_case, unused_imports)]

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

/// `Mixed` of Layouts.pen, counted.
#[repr(C)]
pub struct Mixed {
    pub flag: bool,
    pub size: f64,
    pub off: bool,
    pub value: PenAny,
    pub on: bool,
    pub name: *mut PenString,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Mixed>() == 56);

/// `Small` of Layouts.pen, counted.
#[repr(C)]
pub struct Small {
    pub a: bool,
    pub b: bool,
    pub c: bool,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Small>() == 3);

/// `Twin` of Layouts.pen, counted.
#[repr(C)]
pub struct Layouts_Twin {
    pub other: *mut Other_Twin,
    pub class: f64,
    pub linux: bool,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Layouts_Twin>() == 24);

/// `Twin` of Other.pen, counted.
#[repr(C)]
pub struct Other_Twin {
    pub Deep: PenAny,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Other_Twin>() == 16);

/// `double` of Layouts.pen, counted.
#[repr(C)]
pub struct double_ {
    pub union: PenAny,
    pub list: *mut PenList,
    pub map: *mut PenMap,
    pub function: *mut PenClosure,
    pub error: *mut PenError,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<double_>() == 48);

/// `Blank` of Layouts.pen, counted.
#[repr(C)]
pub struct Blank {
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Blank>() == 0);

/// Imported by Pen: the foreign library defines these. To have the compiler compare, write
/// `const _: imports::NAME = crate::NAME;`.
pub mod imports {
    use super::*;

    pub type mixed = unsafe extern "C" fn(a: *mut Mixed, b: *mut Small) -> *mut Layouts_Twin;
    pub type double = unsafe extern "C" fn(a: *mut double_) -> *mut Blank;
}

// Exported by Pen: foreign code may call these.
extern "C" {
    pub fn hidden(stack: *mut PenString, k: f64, linux: bool);
    pub fn waits(stack_: *mut PenStack, k_: unsafe extern "C" fn(*mut PenStack, *mut Small), stack: *mut PenString, k: f64);
}

// Left out.
// import Layouts.pen double: parameter `b` is `Empty` and is not passed
