package nib.engine.dwarf.passing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.dwarf.Evidence.Found;
import nib.engine.dwarf.Signature;
import nib.engine.dwarf.Signatures;
import nib.engine.dwarf.Wanted;
import nib.engine.dwarf.passing.Passed.Address;
import nib.engine.dwarf.passing.Passed.Aggregate;
import nib.engine.dwarf.passing.Passed.BitField;
import nib.engine.dwarf.passing.Passed.Floating;
import nib.engine.dwarf.passing.Passed.Large;
import nib.engine.dwarf.passing.Passed.Part;
import nib.engine.dwarf.passing.Passed.Whole;
import nib.engine.objectfile.elf.ElfReader;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of types when names are gone, of C that GCC compiled and Rust that rustc did.
@Tag("toolchain")
final class PassingTest {

  private static final Whole INT = new Whole(4, true);
  private static final Floating DOUBLE = new Floating(8);

  @TempDir private Path folder;

  @Test
  void takesOffNames() throws IOException, MalformedFileException {
    var passed =
        parameters(
            """
            typedef double number; typedef const number named;
            enum e { A, B }; enum s { C = -1 };
            typedef float vec __attribute__((vector_size(16)));
            void f(named n, enum e e, enum s s, char *p, _Bool b, vec v, int (*g)(void),
                   _Complex float c, __int128 w) {}
            """);
    assertEquals(
        List.of(
            DOUBLE,
            new Whole(4, false),
            INT,
            new Address(8),
            new Whole(1, false),
            new Passed.Vector(16, new Floating(4)),
            new Address(8),
            new Passed.Complex(8),
            new Whole(16, true)),
        passed);
  }

  @Test
  void listsTheScalarsOfAggregates() throws IOException, MalformedFileException {
    var passed =
        parameters(
            """
            struct in { char c; double d[2]; }; struct one { double value; };
            struct wrapped { struct one inner[1]; };
            union u { int i; float f; };
            struct bits { unsigned a : 3; int b : 5; };
            struct big { int all[100]; };
            struct flexible { int n; double more[]; };
            void f(struct in a, struct one b, struct wrapped c, union u d, struct bits e,
                   struct big g, struct flexible h) {}
            """);
    assertEquals(
        new Aggregate(
            24,
            List.of(new Part(0, new Whole(1, true)), new Part(64, DOUBLE), new Part(128, DOUBLE))),
        passed.get(0));
    assertEquals(new Aggregate(8, List.of(new Part(0, DOUBLE))), passed.get(1));
    assertEquals(DOUBLE, passed.get(1).unwrapped());
    assertEquals(DOUBLE, passed.get(2).unwrapped());
    assertEquals(
        new Aggregate(4, List.of(new Part(0, INT), new Part(0, new Floating(4)))), passed.get(3));
    assertEquals(passed.get(3), passed.get(3).unwrapped());
    assertEquals(
        new Aggregate(
            4, List.of(new Part(0, new BitField(3, false)), new Part(3, new BitField(5, true)))),
        passed.get(4));
    assertEquals(new Large(400), passed.get(5));
    assertEquals(new Aggregate(8, List.of(new Part(0, INT))), passed.get(6));
  }

  @Test
  void unwrapsNewtypesOfRust() throws IOException, MalformedFileException {
    Tool.assume("rustc");
    Files.writeString(
        folder.resolve("s.rs"),
        """
        #[repr(transparent)] pub struct Number(f64);
        #[no_mangle] pub extern "C" fn f(a: Number, b: &u8) -> Number { Number(a.0 + *b as f64) }
        """);
    Tool.run(folder, "rustc", "-g", "--crate-type=lib", "--emit=obj", "-o", "s.o", "s.rs");
    var signature = signature();
    var number = signature.parameters().getFirst().type();
    assertInstanceOf(Aggregate.class, Passing.of(signature.types(), number));
    assertEquals(DOUBLE, Passing.of(signature.types(), number).unwrapped());
    assertEquals(DOUBLE, Passing.of(signature.types(), signature.result()).unwrapped());
  }

  private List<Passed> parameters(String source) throws IOException, MalformedFileException {
    Files.writeString(folder.resolve("s.c"), source);
    Tool.run(folder, "gcc", "-g", "-c", "s.c");
    var signature = signature();
    return signature.parameters().stream()
        .map(one -> Passing.of(signature.types(), one.type()))
        .toList();
  }

  private Signature signature() throws IOException, MalformedFileException {
    var bytes = ByteView.of(Files.readAllBytes(folder.resolve("s.o")));
    var evidence =
        Signatures.of(ElfReader.debugSections(bytes), List.of(Wanted.named("f"))).getFirst();
    return assertInstanceOf(Found.class, evidence).signature();
  }
}
