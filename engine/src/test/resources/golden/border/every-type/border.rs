//! The foreign border of the Pen package `every-type`. Written by nib header.

#![allow(dead_code, non_camel_case_types, unused_imports)]

#[repr(C)]
#[derive(Clone, Copy)]
pub struct PenAny {
    pub type_info: *const core::ffi::c_void,
    pub payload: u64,
}

#[repr(C)]
pub struct PenClosure {
    _opaque: [u8; 0],
}

#[repr(C)]
pub struct PenError {
    _opaque: [u8; 0],
}

#[repr(C)]
pub struct PenList {
    _opaque: [u8; 0],
}

#[repr(C)]
pub struct PenMap {
    _opaque: [u8; 0],
}

#[repr(C)]
pub struct PenStack {
    pub base: *mut u8,
    pub size: usize,
    pub capacity: usize,
}

/// A null pointer is the empty string; `length` bytes follow, not terminated.
#[repr(C)]
pub struct PenString {
    pub length: usize,
}

#[repr(C)]
pub struct Circle {
    _opaque: [u8; 0],
}

#[repr(C)]
pub struct Mine2 {
    _opaque: [u8; 0],
}

/// Imported by Pen: the foreign library defines these. To have the compiler compare, write
/// `const _: imports::NAME = crate::NAME;`.
pub mod imports {
    use super::*;

    pub type scalars = unsafe extern "C" fn(a: f64, b: bool);
    pub type nothing = unsafe extern "C" fn();
    pub type texts = unsafe extern "C" fn(a: *mut PenString, b: *mut PenError) -> *mut PenString;
    pub type collections = unsafe extern "C" fn(a: *mut PenList, b: *mut PenMap) -> *mut PenList;
    pub type callback = unsafe extern "C" fn(a: *mut PenClosure) -> f64;
    pub type unions = unsafe extern "C" fn(a: PenAny, b: PenAny) -> PenAny;
    pub type records = unsafe extern "C" fn(a: *mut Circle, b: PenAny) -> *mut Circle;
    pub type collapses = unsafe extern "C" fn(a: f64) -> f64;
    pub type double = unsafe extern "C" fn(a: f64) -> f64;
    pub type unused = unsafe extern "C" fn(a: f64) -> f64;
    pub type native = unsafe extern "C" fn(stack: *mut PenStack, k: unsafe extern "C" fn(*mut PenStack, *mut PenString), a: *mut PenString);
    pub type suspend = unsafe extern "C" fn(stack: *mut PenStack, k: unsafe extern "C" fn(*mut PenStack));
    pub type mine = unsafe extern "C" fn(a: f64) -> f64;
}

// Exported by Pen: foreign code may call these.
extern "C" {
    pub fn exported(int: f64, class: bool, self_: *mut PenString) -> *mut Mine2;
    pub fn pure(stack: *mut PenStack, k: unsafe extern "C" fn(*mut PenStack, PenAny), x: f64);
}

// Left out.
// import Every.pen foreigner: type `Context` is unknown: module `Os'Context` is not read
