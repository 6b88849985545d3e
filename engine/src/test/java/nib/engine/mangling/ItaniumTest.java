package nib.engine.mangling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ItaniumTest {

  @Test
  void writesTypesAsCppDoes() {
    check("f(int)", "_Z1fi");
    check("f()", "_Z1fv");
    check("f(char const*, ...)", "_Z1fPKcz");
    check("f(unsigned long&, long double&&)", "_Z1fRmOe");
    check("f(int (*)(double))", "_Z1fPFidE");
    check("f(int (*) [3])", "_Z1fPA3_i");
    check("f(void (A::*)(int) const)", "_Z1fM1AKFviE");
    check("f(int A::*)", "_Z1fM1Ai");
    check("f(int const volatile)", "_Z1fVKi");
    check("f(std::nullptr_t, char32_t, char8_t)", "_Z1fDnDiDu");
    check("f(double complex)", "_Z1fCd");
    check("f(float vector[4])", "_Z1fDv4_f");
    check("f(int (* (*)(char))(long))", "_Z1fPFPFilEcE");
  }

  @Test
  void writesNamesInTheirScopes() {
    check("a::b::c", "_ZN1a1b1cE");
    check("std::f()", "_ZSt1fv");
    check("(anonymous namespace)::f()", "_ZN12_GLOBAL__N_11fEv");
    check("A::f() const &", "_ZNKR1A1fEv");
    check("A::A(int)", "_ZN1AC2Ei");
    check("A::~A()", "_ZN1AD0Ev");
    check("f()::x", "_ZZ1fvE1x");
    check("f()::x", "_ZZ1fvE1x_0");
    check("f[abi:cxx11]()", "_Z1fB5cxx11v");
    check("f() (.cold)", "_Z1fv.cold");
    check("A::'lambda'(int)::operator()(int) const", "_ZNK1AUliE_clEi");
  }

  @Test
  void writesOperators() {
    check("operator+(A, A)", "_Zpl1AS_");
    check("A::operator()(int)", "_ZN1AclEi");
    check("operator new[](unsigned long)", "_Znam");
    check("A::operator int()", "_ZN1AcviEv");
    check("A::operator bool<bool>()", "_ZN1AcvT_IbEEv");
    check("operator\"\" _km(long double)", "_Zli3_kme");
    check("bool operator< <int>(int)", "_ZltIiEbT_");
  }

  @Test
  void writesTemplatesAndTheirArguments() {
    check("void f<int>(int)", "_Z1fIiEvT_");
    check("void f<int, char>(int, char)", "_Z1fIJicEEvDpT_");
    check("void f<>()", "_Z1fIJEEvDpT_");
    check("a<5, true, -1l, (char)65>", "_Z1aILi5ELb1ELln1ELc65EE");
    check("a<(E)2>", "_Z1aIL1E2EE");
    check("void f<int&>(int&)", "_Z1fIRiEvOT_");
    check(
        "std::vector<int, std::allocator<int>>::push_back(int const&)",
        "_ZNSt6vectorIiSaIiEE9push_backERKi");
  }

  @Test
  void expandsSubstitutions() {
    check("f(A, A, A*, A*)", "_Z1f1AS_PS_S0_");
    check("f(std::string const&)", "_Z1fRKSs");
    check(
        "std::basic_string<char, std::char_traits<char>, std::allocator<char>>::basic_string()",
        "_ZNSsC1Ev");
    check("std::string::size() const", "_ZNKSs4sizeEv");
  }

  @Test
  void writesWhatCompilersMakeBesides() {
    check("vtable for A", "_ZTV1A");
    check("typeinfo name for a::B", "_ZTSN1a1BE");
    check("guard variable for f()::x", "_ZGVZ1fvE1x");
    check("non-virtual thunk to A::f()", "_ZThn8_N1A1fEv");
    check("virtual thunk to A::f()", "_ZTv0_n24_N1A1fEv");
    check("construction vtable for B-in-A", "_ZTC1A0_1B");
    check("transaction clone for f()", "_ZGTt1fv");
  }

  @Test
  void leavesRawWhatItDoesNotKnow() {
    for (var name :
        new String[] {
          "_Z",
          "_Zf",
          "_Z9f",
          "_Z1fS_",
          "_Z1fT_",
          "_ZN1aE1",
          "_Z1fv_",
          "_ZNE",
          "_Z1fILin1",
          "_Z1fIXplT_T_EEvv",
          "_ZN1aUt_C1Ev",
          "_Z99999999999f",
          "_ZCv"
        }) {
      assertEquals(Optional.empty(), Itanium.demangle(name), name);
    }
  }

  @Test
  void givesUpOnNamesThatExplode() {
    var name = new StringBuilder("_Z1f1A");
    for (int i = 0; i < 60; i++) {
      String last =
          i == 0 ? "S_" : "S" + Integer.toString(i - 1, 36).toUpperCase(Locale.ROOT) + "_";
      name.append("PF").append(last).append(last).append(last).append("E");
    }
    assertEquals(Optional.empty(), Itanium.demangle(name.toString()));
    assertEquals(Optional.empty(), Itanium.demangle("_Z1f" + "P".repeat(5_000) + "i"));
    assertEquals(Optional.empty(), Itanium.demangle("_Z1f" + "N1a".repeat(20_000)));
  }

  @Test
  void answersEveryDamagedName() {
    String[] names = {
      "_ZNSt6vectorIiSaIiEE9push_backERKi", "_Z1fIJicEEvDpT_", "_ZN1AcvT_IbEEv", "_Z1fPFPFilEcE",
      "_ZNK1AUliE_clEi", "_ZThn8_N1A1fEv", "_Z1aILi5ELb1ELln1ELc65EE", "_Z1fM1AKFviE"
    };
    String letters = "_ZNSTIJEKPRFADLXv0123456789abcdfgilmnrstuwz.";
    var random = new Random(3);
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
      Itanium.demangle(name.toString());
    }
  }

  private static void check(String expected, String mangled) {
    assertEquals(Optional.of(expected), Itanium.demangle(mangled).map(Demangled::text), mangled);
  }
}
