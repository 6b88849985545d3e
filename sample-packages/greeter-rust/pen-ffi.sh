#!/bin/sh
# Builds libgreeter.a from the sources in the folder `foreign`.
#
#   pen-ffi.sh [-t TARGET]           prints the archive's absolute path (the manual's protocol)
#   pen-ffi.sh [-t TARGET] OUTPUT    leaves the archive at OUTPUT (the compiler's protocol)
#
# Nib runs this text without asking, wherever it stands. So it compiles the files named here and does
# nothing else: no make, no other script, nothing that a changed file beside it could turn into a
# command. It writes to `.pen/ffi` and to OUTPUT only. rustc runs in the root folder: where rustup
# stands behind it, a file in the working directory could name another compiler.

set -eu

fail() {
  echo "pen-ffi.sh: $1" >&2
  exit 1
}

has() {
  command -v "$1" >/dev/null 2>&1
}

target=
while getopts t: option; do
  case $option in
    t) target=$OPTARG ;;
    *) fail 'usage: pen-ffi.sh [-t TARGET] [OUTPUT]' ;;
  esac
done
shift $((OPTIND - 1))
output=${1-}

case $target in
  .* | *[!A-Za-z0-9_.-]*) fail "$target is not a target triple" ;;
esac

case $(uname -s)-$(uname -m) in
  Darwin-arm64) host=aarch64-apple-darwin ;;
  Darwin-*) host=x86_64-apple-darwin ;;
  *-riscv64) host=riscv64gc-unknown-linux-gnu ;;
  *) host=$(uname -m)-unknown-linux-gnu ;;
esac
if [ "$target" = "$host" ]; then
  target=
fi

has rustc || fail 'there is no Rust compiler: apt-get install rustc'
libraries=$(cd / && rustc --print target-libdir --target "${target:-$host}" 2>/dev/null) || libraries=
if [ -z "$libraries" ] || ! [ -d "$libraries" ]; then
  fail "Rust has no standard library for ${target:-$host} here: rustup target add ${target:-$host}"
fi

root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
place=$root/.pen/ffi/${target:-$host}
archive=$place/libgreeter.a
for path in "$root/.pen" "$root/.pen/ffi" "$place" "$archive"; do
  if [ -L "$path" ]; then
    fail "$path is a link, and nothing is written through it"
  fi
done
mkdir -p "$place"
work=$place/work.$$
mkdir "$work"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# A build takes a moment, so it is done only where the source or this script is newer.
if ! [ -f "$archive" ] || [ -n "$(find "$root/foreign/greeter.rs" "$0" -newer "$archive")" ]; then
  (
    cd /
    rustc --edition 2021 --crate-name greeter --crate-type staticlib --target "${target:-$host}" \
      -C opt-level=2 -C debuginfo=2 -C panic=abort \
      -o "$work/libgreeter.a" "$root/foreign/greeter.rs"
  )
  # Rust's own objects carry LLVM bitcode for a later optimization. Nobody needs it here, and listing
  # tools that are older than this Rust's LLVM stumble over it.
  if [ -z "$target" ] && has objcopy; then
    objcopy --remove-section .llvmbc --remove-section .llvmcmd "$work/libgreeter.a"
  fi
  mv -f "$work/libgreeter.a" "$archive"
fi

if [ -n "$output" ]; then
  cp -f -- "$archive" "$output"
else
  printf '%s\n' "$archive"
fi
