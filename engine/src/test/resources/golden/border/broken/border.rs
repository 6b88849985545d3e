//! The foreign border of the Pen package `broken`. Written by nib header.

#![allow(dead_code, non_camel_case_types, non_snake_case, unused_imports)]

/// Imported by Pen: the foreign library defines these. To have the compiler compare, write
/// `const _: imports::NAME = crate::NAME;`.
pub mod imports {
    use super::*;

    pub type twice = unsafe extern "C" fn(a: f64) -> f64;
    pub type both = unsafe extern "C" fn(a: f64) -> f64;
    pub type agreed = unsafe extern "C" fn(a: f64) -> f64;
}

// Exported by Pen: foreign code may call these.
extern "C" {
    pub fn agreed(x: f64) -> f64;
}

// Left out.
// import Broken.pen unknown: type `Nowhere` is unknown: no type of that name can be seen here
// import Broken.pen gone: type `Gone` is unknown: module `'Missing` is not read
// import Broken.pen private: type `Other'secret` is unknown: no type of that name can be seen here
// import Broken.pen circular: type `a` is unknown: its definition is circular
// import Broken.pen value: `number` is not a function type
// import Broken.pen lost: type `?` is unknown: the type is missing
// import Other.pen twice: declared differently before
// export Other.pen both: declared differently before
