//! The foreign border of the Pen package `every-type`. Written by nib header.

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

/// `Circle` of Lib/Shape.pen, counted.
#[repr(C)]
pub struct Circle {
    pub Radius: f64,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Circle>() == 8);

/// `Square` of Lib/Shape.pen, counted.
#[repr(C)]
pub struct Square {
    pub Side: f64,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<Square>() == 8);

/// `mine2` of Every.pen, counted.
#[repr(C)]
pub struct mine2 {
    pub next: *mut PenList,
}
#[cfg(target_pointer_width = "64")]
const _: () = assert!(core::mem::size_of::<mine2>() == 8);

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
    pub fn exported(int: f64, class: bool, self_: *mut PenString) -> *mut mine2;
    pub fn pure(stack: *mut PenStack, k: unsafe extern "C" fn(*mut PenStack, PenAny), x: f64);
}

// Left out.
// import Every.pen nothing: parameter `a` is `none` and is not passed
// import Every.pen nothing: parameter `b` is `Unit` and is not passed
// import Every.pen native: parameter `b` is `none` and is not passed
// import Every.pen foreigner: type `Context` is unknown: module `Os'Context` is not read
