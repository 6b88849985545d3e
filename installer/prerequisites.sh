# shellcheck shell=sh
# Finds what Nib needs on this machine, and installs what Debian has when it may.
# Read by ./nib and ./verify with `.`, once they have set `root`; sets JAVA_HOME. POSIX sh.

# shellcheck disable=SC2154 # whoever reads this sets it
. "$root/installer/launching.sh"

say() {
  printf 'nib: %s\n' "$*" >&2
}

stop() {
  say "$*"
  exit 2
}

# jdk_version DIRECTORY: the feature version of the JDK there, 0 for none.
jdk_version() {
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    printf '%s' "${version:-0}"
  else
    printf 0
  fi
}

# The first JDK that is new enough: the one that is set, the one on PATH, then the usual places.
find_jdk() {
  on_path=
  if command -v javac >/dev/null 2>&1; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "${HOME:-}"/.jdks/* \
    "${HOME:-}"/.sdkman/candidates/java/* /opt/jdk* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

# may_install: whether this is a Debian where we may install packages.
may_install() {
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]
}

apt_updated=
# install WHAT PACKAGE...: installs Debian packages, or says in one line how to get them.
install() {
  what=$1
  shift
  if ! command -v apt-get >/dev/null 2>&1; then
    stop "$what is missing: install it with this system's package manager (on Debian: apt-get install $*)"
  fi
  if ! may_install; then
    stop "$what is missing: run: sudo apt-get install $*"
  fi
  say "installing $what: apt-get install $*"
  log=$(mktemp)
  if [ -z "$apt_updated" ]; then
    apt-get update -qq >"$log" 2>&1 || true
    apt_updated=yes
  fi
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
    >>"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    stop "$what could not be installed: run: apt-get install $*"
  fi
  rm -f "$log"
}

need_jdk() {
  find_jdk && return 0
  if may_install; then
    apt-get update -qq >/dev/null 2>&1 || true
    apt_updated=yes
    if apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
      install "a JDK 25" openjdk-25-jdk-headless
      find_jdk && return 0
    fi
  fi
  stop "a JDK 25 or newer is missing: install one (such as Temurin 25) and set JAVA_HOME to its folder"
}

need_maven() {
  command -v mvn >/dev/null 2>&1 || install "Maven" maven
}

# C and C++, for the sample packages and for trials.
need_c() {
  if ! printf 'int main(void) { return 0; }\n' |
    cc -x c -include stdio.h -o /dev/null - >/dev/null 2>&1; then
    install "a C compiler" gcc libc6-dev
  fi
  command -v c++ >/dev/null 2>&1 || install "a C++ compiler" g++
}

has_library() {
  ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"
}

# JavaFX draws text with Pango, and needs one font on the system besides Nib's own.
need_drawing() {
  [ "$(uname -s)" = Linux ] || return 0
  has_library libpangoft2-1.0.so.0 || install "JavaFX's text library" libpangoft2-1.0-0
}

# A window on a real display also needs GTK.
need_window() {
  [ "$(uname -s)" = Linux ] || return 0
  need_drawing
  if ! has_library libgtk-3.so.0 || ! has_library libXtst.so.6; then
    gtk=libgtk-3-0
    if command -v apt-cache >/dev/null 2>&1 && apt-cache show libgtk-3-0t64 >/dev/null 2>&1; then
      gtk=libgtk-3-0t64
    fi
    install "JavaFX's window libraries" "$gtk" libxtst6
  fi
}
