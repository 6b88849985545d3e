# shellcheck shell=sh
# How commands are started, from a checkout as from what is installed: prerequisites.sh reads this with
# `.`, installer/package puts it into the installed command.

# Java reads the names of files in the locale's encoding: without UTF-8 it cannot open `größe.a`.
use_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
    *)
      unset LC_ALL
      LC_CTYPE=C.UTF-8
      export LC_CTYPE
      ;;
  esac
}

# is_command [ARGUMENT...]: whether they begin with a command that needs no window.
is_command() {
  case "${1:-demo}" in
    foreign | header | build | symbols | check | call | abi | targets | doctor | -*) true ;;
    *) false ;;
  esac
}

# choose_cache COMMAND [ARGUMENT...]: which cache of loaded classes serves it, for `cache`, and what it is
# used with, for `cache_option`. What the cache tells of methods that were worth compiling has them
# compiled at once; most listings are over before that pays.
# shellcheck disable=SC2034 # for whoever reads this
choose_cache() {
  cache=commands
  cache_option=
  if [ "${1:-}" = symbols ]; then
    case " $* " in
      *" --signatures "*) cache=signatures ;;
      *" --named "*) cache=lookups ;;
      *)
        cache=listings
        cache_option=-XX:-AOTReplayTraining
        ;;
    esac
  fi
}

# What a command runs with. It is over before the optimizing compiler pays, and what it reads of an
# archive lives until it is written: room for that among the young objects keeps it from being taken
# for old, and those from piling up. The cache lies where it was made to lie; elsewhere, which is what
# Java does unless told, every address in it would have to be changed first.
# shellcheck disable=SC2034 # for whoever reads this
command_options="-XX:TieredStopAtLevel=1 -Xmn24m -XX:SurvivorRatio=2 -XX:TargetSurvivorRatio=90 \
-XX:+UseSerialGC -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
