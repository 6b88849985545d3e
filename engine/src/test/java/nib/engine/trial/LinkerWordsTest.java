package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// Lines as linkers write them.
final class LinkerWordsTest {

  @Test
  void findsUndefinedSymbolsInTheWordsOfEachLinker() {
    var words =
        LinkerWords.of(
            """
            /usr/bin/ld: /tmp/liblib.a(lib.o): in function `add':
            lib.c:(.text+0x45): warning: undefined reference to `by_ld'
            lib.c:(.text+0x49): more undefined references to `by_ld' follow
            /tmp/lib.c:3: warning: undefined reference to 'by_gold'
            ld.lld: warning: undefined symbol: by_lld
            mold: warning: undefined symbol: by_mold
            /usr/bin/ld: libnp.a(np.o): relocation R_X86_64_32 against undefined symbol `far' can not \
            be used when making a shared object; recompile with -fPIC
            """);
    assertEquals(Set.of("by_ld", "by_gold", "by_lld", "by_mold", "far"), words.missing());
  }

  @Test
  void findsStreamsThatAreTooFarAway() {
    var words =
        LinkerWords.of(
            """
            /usr/bin/ld: lib.a(x.o): relocation R_X86_64_PC32 against symbol `stdout@@GLIBC_2.2.5' \
            can not be used when making a shared object; recompile with -fPIC
            ld.lld: error: relocation R_X86_64_PC32 cannot be used against symbol 'stderr'; recompile \
            with -fPIC
            """);
    assertEquals(Set.of("stdout", "stderr"), words.farStreams());
  }

  @Test
  void keepsTheLastLinesOfWhatItDoesNotKnow() {
    var failure = LinkerWords.of("a\nb\n/usr/bin/ld: c\n\ncollect2: d\n").failure().failure();
    assertEquals(
        "the archives cannot be linked for a trial (the linker: b; c; collect2: d)",
        failure.what());
  }
}
