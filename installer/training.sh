# shellcheck shell=sh
# What the caches of loaded classes are made with: ./nib and installer/package read this, once they
# have set `root`.

# train_questions FOLDER TRAIN: makes archives in FOLDER, and has TRAIN make a cache for each kind of
# question about symbols; it gets the kind and the archives. What fails on the way leaves a cache out.
train_questions() {
  # shellcheck disable=SC2154 # whoever reads this sets it
  make_archives "$1" "$root/installer/training.c" || :
  folder=$1
  train=$2
  for kind in listings lookups signatures; do
    set --
    for archive in $(archives_for "$kind"); do
      [ ! -r "$folder/$archive" ] || set -- "$@" "$folder/$archive"
    done
    [ $# = 0 ] || "$train" "$kind" "$@"
  done
}

# The archives that the cache for a kind of question is made with: no more than what is usual, for the
# classes of mistakes and rare ways would be loaded with the others at every start.
archives_for() {
  case $1 in
    listings) echo system.a large.a one.o ;;
    lookups) echo large.a ;;
    signatures) echo typed.a ;;
  esac
}

# make_archives FOLDER SOURCE: puts archives there that symbols can be asked of: what compilers make of
# SOURCE, with debugging information; one with names as long and sections as many as those of C++, which
# shows which loops are worth compiling at once; a system library. Both are larger than what is read
# at once. Without a compiler or a system library there are fewer.
make_archives() {
  mkdir -p "$1/members" "$1/typed"
  for compiler in gcc clang; do
    if command -v "$compiler" >/dev/null 2>&1; then
      for number in 1 2 3 4 5 6 7 8 9 10 11 12; do
        "$compiler" -g -c "-DNUMBER=$compiler$number" "$2" -o "$1/typed/functions_by_$compiler$number.o"
      done
    fi
  done
  for object in "$1"/typed/*1.o; do
    [ ! -e "$object" ] || cp "$object" "$1/one.o"
  done
  if command -v ar >/dev/null 2>&1; then
    head -c 9000000 /dev/zero >"$1/typed/text"
    ar rcs "$1/typed.a" "$1"/typed/*
  fi
  for library in /usr/lib/*/libc.a /usr/lib/gcc/*/*/libgcc.a; do
    if [ -r "$library" ] && [ ! -e "$1/system.a" ]; then
      ln -s "$library" "$1/system.a"
    fi
  done
  if command -v as >/dev/null 2>&1 && command -v ar >/dev/null 2>&1; then
    for member in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
      many_functions "$member" | as -o "$1/members/functions_of_$member.o" - || return 0
    done
    ar rcs "$1/large.a" "$1"/members/*.o
  fi
}

# many_functions NUMBER: assembler source of functions in sections of their own, as compilers of C++
# make them.
many_functions() {
  awk -v number="$1" 'BEGIN {
    for (i = 0; i < 4000; i++) {
      name = "_ZN4" number "name5space" i "IJPKcRKNS_6detail8argumentIiEEEE9operationERNS_7contextEmRKNS_4textEP" i
      printf ".section .text.%s,\"ax\"\n.globl %s\n.type %s,%%function\n%s: .quad undefined%d\n", name, name, name, name, i % 50
    }
  }'
}
