//! The foreign border of the Pen package `names`. Written by nib header.

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

/// `core` of Names.pen, counted.
#[repr(C)]
pub struct core2 {
    pub usize: *mut usize2,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<core2>() == 8);

/// `pool` of Names.pen, counted.
#[repr(C)]
pub struct pool {
    pub size: f64,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<pool>() == 8);

/// `usize` of Names.pen, counted.
#[repr(C)]
pub struct usize2 {
    pub u8: f64,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<usize2>() == 8);

/// `imports` of Names.pen, counted.
#[repr(C)]
pub struct imports2 {
    pub f64: f64,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<imports2>() == 8);

/// `Returned` of Names.pen, counted.
#[repr(C)]
pub struct Returned2 {
    pub bool: bool,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Returned2>() == 1);

/// `PenHamt` of Names.pen, counted.
#[repr(C)]
pub struct PenHamt2 {
    pub ffi: *mut PenString,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<PenHamt2>() == 8);

/// Imported by Pen: the foreign library defines these. To have the compiler compare, write
/// `const _: imports::NAME = crate::NAME;`.
pub mod imports {
    use super::*;

    pub type pool_ = unsafe extern "C" fn(a: *mut core2) -> *mut pool;
    pub type ffi_ = unsafe extern "C" fn(a: *mut imports2, b: f64) -> PenAny;
    pub type f64_ = unsafe extern "C" fn(a: *mut Returned2) -> *mut Returned2;
    pub type bool_ = unsafe extern "C" fn(a: f64, b: *mut PenHamt2) -> bool;
    pub type Returned_ = unsafe extern "C" fn(stack: *mut PenStack, k: unsafe extern "C" fn(*mut PenStack, PenAny), a: *mut pool);
}

// Exported by Pen: foreign code may call these.
extern "C" {
    pub fn core(x: *mut core2) -> PenAny;
}
