//! Stands in for `pen_ffi_macro`, whose own dependencies are not at hand: conversions to `Any` that
//! nobody calls.

use proc_macro::{TokenStream, TokenTree};

#[proc_macro_attribute]
pub fn into_any(_: TokenStream, item: TokenStream) -> TokenStream {
    let name = item
        .clone()
        .into_iter()
        .skip_while(|token| token.to_string() != "struct")
        .nth(1);
    let name = match name {
        Some(TokenTree::Ident(name)) => name,
        _ => panic!("no structure"),
    };
    let conversion =
        format!("impl From<{name}> for crate::Any {{ fn from(_: {name}) -> Self {{ loop {{}} }} }}");
    [item, conversion.parse().unwrap()].into_iter().collect()
}
