//! The types of Pen's crate `ffi`, as far as declarations need them: their layouts, and that they
//! count references.

#[repr(C)]
pub struct TypeInformation {
    functions: [usize; 4],
}

#[repr(C)]
pub struct Any {
    type_information: &'static TypeInformation,
    payload: u64,
}

impl Drop for Any {
    fn drop(&mut self) {}
}

#[repr(C)]
pub struct Arc<T> {
    block: *const u8,
    payload: core::marker::PhantomData<T>,
}

impl<T> Drop for Arc<T> {
    fn drop(&mut self) {}
}

#[repr(transparent)]
pub struct Number(f64);

#[repr(C)]
pub struct Boolean {
    value: bool,
}

#[repr(C)]
pub struct None {
    nothing: [u8; 0],
}

#[repr(C)]
pub struct ByteString(Arc<u8>);

#[repr(C)]
pub struct Error(Arc<Any>);

#[repr(C)]
pub struct List(Arc<Closure>);

#[repr(C)]
pub struct Closure<T = ()>(Arc<(usize, usize, T)>);

pub mod extra {
    #[repr(transparent)]
    pub struct Result(crate::Any);
}

pub mod cps {
    #[repr(C)]
    pub struct AsyncStack<V = ()> {
        stack: [usize; 3],
        /// No C has this.
        rest: Vec<V>,
    }

    pub type ContinuationFunction<T, V = ()> = extern "C" fn(&mut AsyncStack<V>, T);
}
