package nib.engine.mangling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RustTest {

  @Test
  void undoesTheLegacyScheme() {
    legacy("core::fmt::Write::write_str", "_ZN4core3fmt5Write9write_str17h0123456789abcdefE");
    legacy(
        "<alloc::string::String as core::fmt::Display>::fmt",
        "_ZN60_$LT$alloc..string..String$u20$as$u20$core..fmt..Display$GT$3fmt17h0123456789abcdefE");
    legacy("a::{{closure}}", "_ZN1a28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE");
    legacy("a::f", "_ZN1a1f17h0123456789abcdefE.llvm.123456");
    legacy("a::f (.cold)", "_ZN1a1f17h0123456789abcdefE.cold");
  }

  @Test
  void leavesCppNamesToCpp() {
    assertEquals(Optional.empty(), RustLegacy.demangle("_ZN1a1fE"));
    assertEquals(Optional.empty(), RustLegacy.demangle("_ZN1a1fEv"));
    assertEquals(Optional.empty(), RustLegacy.demangle("_ZN1a17h1111111111111111E"));
  }

  @Test
  void undoesPathsOfTheSecondScheme() {
    second("mycrate::example", "_RNvCs1234_7mycrate7example");
    second("<mycrate::Foo>::bar", "_RNvMCs1234_7mycrateNtB2_3Foo3bar");
    second("<u32 as mycrate::Trait>::bar", "_RNvXC7mycratemNtB2_5Trait3bar");
    second("mycrate::f::{closure#0}", "_RNCNvC7mycrate1f0");
    second("mycrate::f::{closure#1}", "_RNCNvC7mycrate1fs_0");
    second("mycrate::gödel", "_RNvC7mycrateu8gdel_5qa");
    second("mycrate::f", "_RNvC7mycrate1fC5other");
    second("mycrate::f (.cold)", "_RNvC7mycrate1f.cold");
  }

  @Test
  void undoesTypesAndConstantsOfTheSecondScheme() {
    second("a::f::<&str, &mut [u8], *const i8>", "_RINvC1a1fReQShPaE");
    second("a::f::<[u8; 4], (i32,), (u8, ())>", "_RINvC1a1fAhj4_TlEThuEE");
    second("a::f::<fn(u8) -> bool, unsafe extern \"C\" fn()>", "_RINvC1a1fFhEbFUKCEuE");
    second("a::f::<dyn core::Fn<u8, Output = bool>>", "_RINvC1a1fDINtC4core2FnhEp6OutputbEL_E");
    second("a::f::<7, -3, true, 'x', _>", "_RINvC1a1fKj7_Kln3_Kb1_Kc78_KpE");
    second("a::f::<dyn for<'a> core::T<&'a u8>>", "_RINvC1a1fDG_INtC4core1TRL0_hEEL_E");
  }

  @Test
  void leavesRawWhatItDoesNotKnow() {
    for (var name :
        new String[] {
          "_R",
          "_RN",
          "_RNvC",
          "_RNvC9a",
          "_RNvC1a",
          "_R0NvC1a1f",
          "_RNvB_1f",
          "_RNvC1a1f!",
          "_RINvC1a1fKe61_E",
          "_RNvC1au3g_e"
        }) {
      assertEquals(Optional.empty(), RustV0.demangle(name), name);
    }
  }

  @Test
  void answersEveryDamagedName() {
    String[] names = {
      "_RINvC1a1fDG_INtC4core1TRL0_hEEL_E",
      "_RINvC1a1fReQShPaE",
      "_RNvMCs1234_7mycrateNtB2_3Foo3bar",
      "_RNvC7mycrateu8gdel_5qa",
      "_RINvC1a1fAhj4_TlEThuEE"
    };
    String letters = "_RNvCMXYIBTASFDGKLEUPQRpsu0123456789abcdefhijlmz";
    var random = new Random(4);
    for (int i = 0; i < 200_000; i++) {
      var name = new StringBuilder(names[random.nextInt(names.length)]);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = 2 + random.nextInt(name.length() - 2);
        char letter = letters.charAt(random.nextInt(letters.length()));
        switch (random.nextInt(3)) {
          case 0 -> name.setCharAt(at, letter);
          case 1 -> name.insert(at, letter);
          default -> name.setLength(Math.max(3, at));
        }
      }
      RustV0.demangle(name.toString());
    }
  }

  private static void legacy(String expected, String mangled) {
    assertEquals(Optional.of(expected), RustLegacy.demangle(mangled).map(Demangled::text), mangled);
  }

  private static void second(String expected, String mangled) {
    assertEquals(Optional.of(expected), RustV0.demangle(mangled).map(Demangled::text), mangled);
  }
}
