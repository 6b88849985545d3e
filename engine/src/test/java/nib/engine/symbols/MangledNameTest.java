package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nib.engine.symbols.MangledName.Language;
import org.junit.jupiter.api.Test;

final class MangledNameTest {

  @Test
  void tellsTheLanguageAndTheNameItself() {
    check("_Z5scaled", Language.CPP, "scale", "scale(double)");
    check("_ZN4util5scaleEd", Language.CPP, "scale", "util::scale(double)");
    check("_ZL5scaled", Language.CPP, "scale", "scale(double)");
    check("__ZN4util5scaleEd", Language.CPP, "scale", "util::scale(double)");
    check("_ZN4util5scaleIdEET_S1_", Language.CPP, "scale", "double util::scale<double>(double)");
    check("_ZN7greeter5greet17h0123456789abcdefE", Language.RUST, "greet", "greeter::greet");
    check("_RNvC7greeter5greet", Language.RUST, "greet", "greeter::greet");
    check("_RINvC7greeter5greetmEB2_", Language.RUST, "greet", "greeter::greet::<u32>");
  }

  @Test
  void takesANameWithoutAHashForCpp() {
    check(
        "_ZN7greeter5greet17h0000000000000000E",
        Language.CPP,
        "h0000000000000000",
        "greeter::greet::h0000000000000000");
  }

  @Test
  void knowsNoNameOfThingsWithoutOne() {
    assertEquals(Optional.empty(), MangledName.of("_ZTV5Shape").flatMap(MangledName::base));
    assertEquals("vtable for Shape", Demangler.demangle("_ZTV5Shape"));
  }

  @Test
  void leavesOtherNamesAsTheyAre() {
    for (var name : new String[] {"", "main", "_start", "_Z", "_ZN", "_R", "_RNv", "_Znonsense?"}) {
      assertEquals(Optional.empty(), MangledName.of(name));
      assertEquals(name, Demangler.demangle(name));
    }
  }

  private static void check(String mangled, Language language, String base, String readable) {
    assertEquals(
        Optional.of(new MangledName(mangled, language, Optional.of(base), readable)),
        MangledName.of(mangled));
  }
}
