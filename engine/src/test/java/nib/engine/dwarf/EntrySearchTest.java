package nib.engine.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nib.engine.binary.ByteView;
import nib.engine.binary.Bytes;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.elf.ElfReader;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Passing over entries in one loop comes to the same as reading one after the other: in what
/// compilers write, and in that with bytes changed at random.
@Tag("toolchain")
final class EntrySearchTest {

  private static final int MUTANTS = 1_500;
  private static final int[] WANTED = {
    nib.engine.dwarf.Tag.NONE, nib.engine.dwarf.Tag.SUBPROGRAM, nib.engine.dwarf.Tag.BASE, 0x7fff
  };
  private static final int THROWN = -1;

  @TempDir private Path folder;
  private int compared;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcc -gdwarf-5 -O2 s.c",
        "gcc -gdwarf-4 -fdebug-types-section s.c",
        "gcc -gdwarf-2 s.c",
        "clang -gdwarf-5 -O1 s.c",
        "clang -gdwarf-4 s.c",
        "g++ -g s.cc",
      })
  void passesOverWhatReadingWould(String command) throws IOException {
    Tool.assume(command.substring(0, command.indexOf(' ')));
    Files.writeString(folder.resolve("s.c"), DwarfSamples.C);
    Files.writeString(folder.resolve("s.cc"), DwarfSamples.CPP);
    var all = new java.util.ArrayList<>(List.of(command.split(" ")));
    all.addAll(1, List.of("-w", "-c", Mutants.samePlace(folder), "-o", "s.o"));
    Tool.run(folder, all.toArray(String[]::new));
    var original = Files.readAllBytes(folder.resolve("s.o"));
    compare(original, true);
    assertTrue(compared > 50, "only %d places compared".formatted(compared));
    for (int seed = 0; seed < MUTANTS; seed++) {
      var mutant = original.clone();
      var random = new Random(seed);
      for (int i = random.nextInt(8); i >= 0; i--) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      try {
        compare(mutant, false);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("mutant of seed " + seed, e);
      }
    }
  }

  private void compare(byte[] object, boolean sound) {
    Optional<Space> space;
    try {
      space = Space.of(ElfReader.debugSections(ByteView.of(object)), "", "");
    } catch (MalformedFileException | NoEvidenceException e) {
      return;
    }
    for (var unit : space.map(Space::units).orElse(List.of())) {
      try {
        space.get().open(unit);
        compare(space.get(), unit, sound);
      } catch (MalformedFileException | NoEvidenceException e) {
        assertTrue(!sound, () -> String.valueOf(e));
      }
    }
  }

  private void compare(Space space, Unit unit, boolean sound)
      throws MalformedFileException, NoEvidenceException {
    var reader = new EntryReader(space, unit);
    int at = unit.children;
    for (int entries = 0; at > 0 && at < unit.end && entries < 200; entries++) {
      for (int wanted : WANTED) {
        space.budget().allow(space.bytes().length); // for three looks more
        int stepped = stepped(space, reader, at, new Look(wanted, false));
        int jumped = stepped(space, reader, at, new Look(wanted, true));
        if (sound) {
          assertEquals(stepped, jumped);
        }
        if (stepped == jumped) { // siblings are where entries say
          assertEquals(stepped, found(reader, at, wanted), "tag %d from %d".formatted(wanted, at));
          compared++;
        }
      }
      reader.kind(at);
      at = reader.skip();
    }
  }

  private static int found(EntryReader reader, int from, int wanted) {
    try {
      return reader.find(from, wanted);
    } catch (MalformedFileException | NoEvidenceException e) {
      return THROWN;
    }
  }

  /// @param jumps whether to go where an entry says that its sibling is
  private record Look(int wanted, boolean jumps) {}

  private static int stepped(Space space, EntryReader reader, int from, Look look) {
    try {
      int here = from;
      int depth = 0;
      int end = reader.unit().end;
      while (here < end) {
        int attributes = reader.kind(here);
        if (depth == 0 && (reader.tag() == look.wanted() || reader.tag() == 0)) {
          return here;
        }
        boolean down = reader.hasChildren();
        int tag = reader.tag();
        int row = reader.table().shortRow(space.bytes()[here]);
        int siblingAt = row < 0 ? -1 : reader.table().numbers()[row + Abbreviations.SIBLING_AT];
        int behind = reader.skip();
        if (down && look.jumps() && siblingAt >= 0) {
          long offset = Bytes.u32(space.bytes(), attributes + siblingAt, space.big());
          here = reader.sibling(behind, reader.unit().start + offset);
        } else {
          here = behind;
          depth += tag == 0 ? -1 : down ? 1 : 0;
        }
      }
      return here;
    } catch (MalformedFileException | NoEvidenceException e) {
      return THROWN;
    }
  }
}
