//! Stands in for the crate of that name.

pub trait Stream {
    type Item;
}

pub struct Never<T>(core::marker::PhantomData<T>);

impl<T> Never<T> {
    pub fn new() -> Self {
        Self(core::marker::PhantomData)
    }
}

impl<T> Stream for Never<T> {
    type Item = T;
}
