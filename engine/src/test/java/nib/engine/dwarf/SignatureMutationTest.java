package nib.engine.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.dwarf.Evidence.Found;
import nib.engine.dwarf.passing.Passing;
import nib.engine.objectfile.elf.ElfReader;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes debugging information at random: each change ends in evidence or in none.
/// `-Dmutants=1000000` looks longer, `-Dseed=…` elsewhere.
@Tag("toolchain")
final class SignatureMutationTest {

  private static final int MUTANTS = Integer.getInteger("mutants", 4_000);
  private static final long SEED = Long.getLong("seed", 20_260_101);

  /// Far beyond what a mutant takes; an endless loop is a failure, not a hang.
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcc -gdwarf-5 s.c",
        "gcc -gdwarf-4 -fdebug-types-section s.c",
        "gcc -gdwarf-2 s.c",
        "gcc -gz s.c",
        "clang -gdwarf-5 s.c",
        "clang -gdwarf-5 -gsplit-dwarf=single s.c",
        "g++ -g s.cc",
      })
  void readsAnyDamageToAnAnswer(String command) throws IOException {
    Tool.assume(command.substring(0, command.indexOf(' ')));
    var original = object(command, DwarfSamples.C);
    var names = names();
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int i = 0; i < MUTANTS; i++) {
            try {
              read(Mutants.of(original, new Random(SEED + i)), names);
            } catch (RuntimeException | Error e) {
              throw new AssertionError("mutant of seed " + (SEED + i), e);
            }
          }
        });
  }

  @Test
  void readsAnyBeginningToAnAnswer() throws IOException {
    var original = object("gcc -g s.c", "int f(int a, char *b) { return a + *b; }\n");
    for (int length = 0; length < original.length; length++) {
      read(Arrays.copyOf(original, length), List.of("f"));
    }
  }

  /// Each byte of one unit, with every value that has a meaning of its own.
  @Test
  void readsAnyChangedByteToAnAnswer() throws IOException {
    var original = object("gcc -g s.c", "int f(int a, char *b) { return a + *b; }\n");
    for (int at = 0; at < original.length; at++) {
      for (byte value : Mutants.telling()) {
        var mutant = original.clone();
        mutant[at] = value;
        read(mutant, List.of("f"));
      }
    }
  }

  private byte[] object(String command, String c) throws IOException {
    Files.writeString(folder.resolve("s.c"), c);
    Files.writeString(
        folder.resolve("s.cc"),
        """
        namespace n { struct S { S(int); virtual ~S(); int m(double) const; int i; struct T *t; }; }
        n::S::S(int x) : i(x) {} n::S::~S() {} int n::S::m(double d) const { return i + (int) d; }
        template <typename T> T twice(T x) { struct L { T t; T get() { return t; } }; return L{x}.get(); }
        template int twice<int>(int); extern "C" n::S *plain(n::S s, n::S &r) { return &r; }
        """);
    var all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(1, List.of("-w", "-c", Mutants.samePlace(folder), "-o", "s.o"));
    Tool.run(folder, all.toArray(String[]::new));
    return Files.readAllBytes(folder.resolve("s.o"));
  }

  private List<String> names() {
    return Tool.run(folder, "nm", "-g", "--defined-only", "s.o")
        .lines()
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private static void read(byte[] object, List<String> names) {
    try {
      var sections = ElfReader.debugSections(ByteView.of(object));
      var wanted = new ArrayList<Wanted>();
      for (int i = 0; i < names.size(); i++) {
        wanted.add(new Wanted(names.get(i), i % 2, i, i % 3 == 0));
      }
      var evidence = Signatures.of(sections, wanted);
      assertEquals(names.size(), evidence.size());
      for (var one : evidence) {
        if (one instanceof Found(var signature, _)) {
          assertTrue(!CText.of(signature).isEmpty());
          signature
              .parameters()
              .forEach(parameter -> Passing.of(signature.types(), parameter.type()));
          Passing.of(signature.types(), signature.result());
        }
      }
    } catch (MalformedFileException e) {
      // What is wrong with the container itself is said before anything is looked for.
      assertTrue(!e.what().isEmpty());
    }
  }
}
