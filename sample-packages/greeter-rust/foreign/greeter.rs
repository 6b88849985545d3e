//! Pen's numbers, booleans and strings in Rust, without any crate.
//!
//! A number is an `f64`, a boolean a `bool`, and a string a pointer to its length, with its bytes after
//! it and a count of its references one word before it. The empty string may be null.

use std::sync::atomic::{AtomicIsize, Ordering};
use std::{ptr, slice};

/// What a Pen string points at. The bytes follow.
#[repr(C)]
pub struct Length(usize);

extern "C" {
    fn _pen_malloc(size: usize) -> *mut u8;
    fn _pen_free(block: *mut u8);
}

/// A Pen string that this code owns. Rust drops it exactly once, as Pen's rules want it: arguments
/// belong to the function that is called, the result to the caller.
#[repr(transparent)]
pub struct PenString(*mut Length);

const COUNT_SIZE: usize = std::mem::size_of::<isize>();
const HEADER_SIZE: usize = COUNT_SIZE + std::mem::size_of::<usize>();

impl PenString {
    fn new(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return PenString(ptr::null_mut());
        }
        unsafe {
            let block = _pen_malloc(HEADER_SIZE + bytes.len());
            if block.is_null() {
                return PenString(ptr::null_mut());
            }
            block.cast::<isize>().write(0);
            block.add(COUNT_SIZE).cast::<usize>().write(bytes.len());
            ptr::copy_nonoverlapping(bytes.as_ptr(), block.add(HEADER_SIZE), bytes.len());
            PenString(block.add(COUNT_SIZE).cast())
        }
    }

    fn bytes(&self) -> &[u8] {
        if self.0.is_null() {
            return &[];
        }
        unsafe { slice::from_raw_parts(self.0.add(1).cast(), (*self.0).0) }
    }
}

impl Drop for PenString {
    /// A count is the number of references minus one; below zero it counts the other way, in atomic
    /// steps, because threads share the string; the least one there is means a static string.
    fn drop(&mut self) {
        if self.0.is_null() {
            return;
        }
        unsafe {
            let block = self.0.cast::<u8>().sub(COUNT_SIZE);
            let count = &*block.cast::<AtomicIsize>();
            let seen = count.load(Ordering::Relaxed);
            if seen == isize::MIN {
                return;
            }
            if seen > 0 {
                count.store(seen - 1, Ordering::Relaxed);
            } else if seen == 0 || count.fetch_add(1, Ordering::AcqRel) == -1 {
                _pen_free(block);
            }
        }
    }
}

#[no_mangle]
pub extern "C" fn greeter_greet(name: PenString, formal: bool) -> PenString {
    let name = String::from_utf8_lossy(name.bytes());
    let name = if name.is_empty() { "stranger".into() } else { name };
    let greeting = if formal {
        format!("Good day, {name}.")
    } else {
        format!("Hello, {name}")
    };
    PenString::new(greeting.as_bytes())
}

#[no_mangle]
pub extern "C" fn greeter_is_polite(text: PenString) -> bool {
    let text = String::from_utf8_lossy(text.bytes()).to_lowercase();
    ["please", "thank"].iter().any(|word| text.contains(word))
}

#[no_mangle]
pub extern "C" fn greeter_celsius(fahrenheit: f64) -> f64 {
    (fahrenheit - 32.0) * 5.0 / 9.0
}
