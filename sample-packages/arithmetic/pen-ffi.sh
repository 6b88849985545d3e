#!/bin/sh
# Builds libarithmetic.a from the sources in the folder `foreign`.
#
#   pen-ffi.sh [-t TARGET]           prints the archive's absolute path (the manual's protocol)
#   pen-ffi.sh [-t TARGET] OUTPUT    leaves the archive at OUTPUT (the compiler's protocol)
#
# Nib runs this text without asking, wherever it stands. So it compiles the files named here and does
# nothing else: no make, no other script, nothing that a changed file beside it could turn into a
# command. It writes to `.pen/ffi` and to OUTPUT only.

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

# The compiler for the target: GCC's own for it, or clang, which knows them all.
prefix=
case $target in
  x86_64-unknown-linux-gnu) prefix=x86_64-linux-gnu- ;;
  aarch64-unknown-linux-gnu) prefix=aarch64-linux-gnu- ;;
  riscv64gc-unknown-linux-gnu) prefix=riscv64-linux-gnu- ;;
  x86_64-unknown-linux-musl) prefix=x86_64-linux-musl- ;;
  aarch64-unknown-linux-musl) prefix=aarch64-linux-musl- ;;
  i686-unknown-linux-musl) prefix=i686-linux-musl- ;;
  x86_64-pc-windows-gnu) prefix=x86_64-w64-mingw32- ;;
esac
archiver=${AR:-ar}
if [ -z "$target" ]; then
  compiler=${CC:-cc}
  has "${compiler%% *}" || fail "there is no C compiler $compiler: apt-get install gcc"
elif [ -n "$prefix" ] && has "${prefix}gcc"; then
  compiler=${prefix}gcc
  if has "${prefix}ar"; then
    archiver=${prefix}ar
  fi
elif [ "$target" = "${host%-gnu}-musl" ] && has musl-gcc; then
  compiler=musl-gcc
elif has clang; then
  # Without its flag clang takes this machine's headers for a target whose own are not here.
  compiler="clang --target=$(echo "$target" | sed s/riscv64gc/riscv64/) -nostdlibinc"
  if has llvm-ar; then
    archiver=llvm-ar
  fi
else
  fail "there is no C compiler for $target: apt-get install clang"
fi

# Objects that can go into a shared library, where that is a choice.
case $target in
  *-windows-* | wasm32-*) position= ;;
  *) position=-fPIC ;;
esac

root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
place=$root/.pen/ffi/${target:-$host}
archive=$place/libarithmetic.a
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

# The sources use no C library, so nothing of the target but its compiler has to be here.
compile() {
  # The variables hold several words.
  # shellcheck disable=SC2086
  $compiler -std=c11 -O2 -g $position -ffreestanding -Wall -Wextra \
    -c "$root/foreign/$1.c" -o "$work/$1.o"
}

compile arithmetic
compile logic
$archiver rcs "$work/libarithmetic.a" "$work/arithmetic.o" "$work/logic.o"
mv -f "$work/libarithmetic.a" "$archive"

if [ -n "$output" ]; then
  cp -f -- "$archive" "$output"
else
  printf '%s\n' "$archive"
fi
