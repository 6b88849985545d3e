package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes real archives at random and reads them. `-Dmutants=1000000` looks longer, `-Dseed=…`
/// elsewhere.
@Tag("toolchain")
final class MutationTest {

  private static final int MUTANTS = Integer.getInteger("mutants", 4_000);
  private static final long SEED = Long.getLong("seed", 20_260_101);

  /// Far beyond what a mutant takes; an endless loop is a failure, not a hang.
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final long[] TELLING = {
    0, 1, -1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff_ffffL, 0xffff_ffffL, Long.MAX_VALUE, Long.MIN_VALUE
  };

  @TempDir private Path folder;

  @Test
  void readsAnyDamagedArchiveToAnAnswer() throws IOException {
    Files.writeString(
        folder.resolve("a_member_with_a_long_name.c"),
        "int f(void) { return 1; }\nint g; static int h(void) { return f() + g; } int i(void);\n");
    Files.writeString(folder.resolve("b.c"), "extern int f(void); int k(void) { return f(); }\n");
    Tool.run(folder, "gcc", "-c", "a_member_with_a_long_name.c", "b.c");
    Tool.run(folder, "ar", "rcs", "libs.a", "a_member_with_a_long_name.o", "b.o");
    survives(Files.readAllBytes(folder.resolve("libs.a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x86_64-pc-windows-msvc", "arm64-apple-macos13", "wasm32-unknown-unknown"})
  void readsAnyDamagedArchiveOfAnotherFormat(String target) throws IOException {
    Samples.foreign(folder, target);
    Tool.run(folder, "llvm-ar", "rcs", "other.a", "a.o", "b.o");
    survives(Files.readAllBytes(folder.resolve("other.a")));
    survives(Files.readAllBytes(folder.resolve("a.o")));
  }

  @Test
  void readsAnyDamagedBitcode() throws IOException {
    Files.writeString(folder.resolve("a.c"), Samples.WASM);
    Tool.run(folder, "clang", "-flto", "-c", "a.c");
    survives(Files.readAllBytes(folder.resolve("a.o")));
  }

  @Test
  void readsAnyDamagedObjectThatNoCompilerMakes() throws IOException {
    for (var bytes : SmallObjects.all()) {
      survives(bytes);
      for (int length = 0; length < bytes.length; length++) {
        Mutants.read(Arrays.copyOf(bytes, length));
      }
    }
  }

  private static void survives(byte[] original) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int i = 0; i < MUTANTS; i++) {
            var random = new Random(SEED + i);
            var mutant = mutant(original, random);
            try {
              Mutants.read(mutant);
            } catch (RuntimeException | Error e) {
              throw new AssertionError("mutant of seed " + (SEED + i), e);
            }
          }
        });
  }

  private static byte[] mutant(byte[] original, Random random) {
    var bytes = original.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.length - 8);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> {
          long value = TELLING[random.nextInt(TELLING.length)];
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at & ~7, value);
        }
        case 3 -> {
          long value = TELLING[random.nextInt(TELLING.length)];
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at & ~3, (int) value);
        }
        default -> bytes = Arrays.copyOf(bytes, Math.max(16, random.nextInt(bytes.length)));
      }
    }
    return bytes;
  }
}
