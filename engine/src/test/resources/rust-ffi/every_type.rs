//! The functions that the package `every-type` imports, as `ffi::bindgen` writes them, held against
//! the module that Nib writes.

mod border;

use border::{imports, Circle, PenMap};

macro_rules! defined {
    ($($name:ident: fn($($type:ty),*) -> $result:ty;)*) => {
        $(
            #[no_mangle]
            extern "C" fn $name($(_: $type),*) -> $result {
                unimplemented!()
            }
        )*
    };
}

macro_rules! defined_async {
    ($($name:ident: fn($($type:ty),*) -> $result:ty;)*) => {
        $(
            #[no_mangle]
            extern "C" fn $name(
                _: &mut ffi::cps::AsyncStack<()>,
                _: ffi::cps::ContinuationFunction<$result, ()>,
                $(_: $type),*
            ) {
            }
        )*
    };
}

defined! {
    scalars: fn(ffi::Number, ffi::Boolean) -> ffi::None;
    nothing: fn() -> ffi::None;
    texts: fn(ffi::ByteString, ffi::Error) -> ffi::ByteString;
    collections: fn(ffi::List, ffi::Arc<PenMap>) -> ffi::List;
    callback: fn(ffi::Closure) -> ffi::Number;
    unions: fn(ffi::Any, ffi::Any) -> ffi::extra::Result;
    records: fn(ffi::Arc<Circle>, ffi::Any) -> ffi::Arc<Circle>;
}

defined_async! {
    native: fn(ffi::ByteString) -> ffi::ByteString;
    suspend: fn() -> ffi::None;
}

const _: imports::scalars = scalars;
const _: imports::nothing = nothing;
const _: imports::texts = texts;
const _: imports::collections = collections;
const _: imports::callback = callback;
const _: imports::unions<ffi::extra::Result> = unions;
const _: imports::records = records;
const _: imports::native = native;
const _: imports::suspend = suspend;
