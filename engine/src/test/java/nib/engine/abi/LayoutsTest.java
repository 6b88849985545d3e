package nib.engine.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageId;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.text.Location;
import nib.engine.text.Span;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import org.junit.jupiter.api.Test;

/// Where fields lie. `HeaderTargetsTest` has compilers agree with it.
final class LayoutsTest {

  private static final Target LINUX = target("x86_64-unknown-linux-gnu");
  private static final Target INTEL_32 = target("i686-unknown-linux-musl");
  private static final Target WASM = target("wasm32-wasip2");
  private static final Location NOWHERE = new Location(Path.of("Main.pen"), 1, 1);
  private static final Span NAME = new Span(0, 1);

  private static Target target(String triple) {
    return Targets.named(triple).orElseThrow();
  }

  @Test
  void alignsFieldsAndLeavesOutWhatIsNothing() {
    var mixed =
        record(
            "r",
            Primitive.BOOLEAN,
            Primitive.NUMBER,
            Primitive.ANY,
            Primitive.NONE,
            Primitive.STRING);
    assertEquals("a 0 1, b 8 8, c 16 16, e 32 8; 40 by 8", words(LINUX, mixed));
    assertEquals("a 0 1, b 4 8, c 12 12, e 24 4; 28 by 4", words(INTEL_32, mixed));
    assertEquals("a 0 1, b 8 8, c 16 16, e 32 4; 40 by 8", words(WASM, mixed));
  }

  @Test
  void findsThePaddingBetweenFieldsAndBehindThem() {
    var layout =
        layouts(LINUX)
            .record(record("r", Primitive.BOOLEAN, Primitive.NUMBER, Primitive.BOOLEAN))
            .orElseThrow();
    assertEquals(List.of(new Layout.Gap(1, 7), new Layout.Gap(17, 7)), layout.padding());
  }

  @Test
  void packsBooleans() {
    var six = Stream.generate(() -> (Type) Primitive.BOOLEAN).limit(6).toArray(Type[]::new);
    assertEquals(
        "a 0 1, b 1 1, c 2 1, d 3 1, e 4 1, f 5 1; 6 by 1", words(LINUX, record("r", six)));
  }

  @Test
  void hasNoLayoutForWhatIsNothing() {
    assertTrue(layouts(LINUX).record(record("Empty")).isEmpty());
    assertEquals("; 0 by 1", words(LINUX, record("Blank", Primitive.NONE)));
  }

  @Test
  void putsTheCountBeforeThePayload() {
    var record = record("r", Primitive.NUMBER);
    var linux = block(LINUX, record);
    assertEquals(8, linux.header());
    assertEquals(16, linux.size());
    assertTrue(linux.countIsBeforePayload());
    assertEquals(4, block(INTEL_32, record).header());
    // By its alignment the payload stands 8 bytes behind the block's start, and the count not right
    // before it, where the run time looks.
    var wasm = block(WASM, record);
    assertEquals(8, wasm.header());
    assertEquals(4, wasm.countBytes());
    assertFalse(wasm.countIsBeforePayload());
    assertTrue(block(WASM, record("s", Primitive.STRING)).countIsBeforePayload());
  }

  @Test
  void knowsTheRunTimesOwnBlocks() {
    assertEquals("type 0 8, payload 8 8; 16 by 8", words(layouts(LINUX).any()));
    assertEquals("type 0 4, payload 4 8; 12 by 4", words(layouts(INTEL_32).any()));
    assertEquals("type 0 4, payload 8 8; 16 by 8", words(layouts(WASM).any()));
    assertEquals("length 0 8; 8 by 8", words(layouts(LINUX).string()));
    assertEquals("entry 0 8, metadata 8 8; 16 by 8", words(layouts(LINUX).closure()));
    assertEquals("hamt 0 8, size 8 8; 16 by 8", words(layouts(LINUX).map()));
    assertEquals("base 0 8, size 8 8, capacity 16 8; 24 by 8", words(layouts(LINUX).stack()));
  }

  private static HeapBlock block(Target target, RecordDefinition record) {
    var layouts = layouts(target);
    return layouts.block(layouts.record(record).orElseThrow());
  }

  private static Layouts layouts(Target target) {
    return new Layouts(target, RecordNames.of(List.of()));
  }

  private static RecordDefinition record(String name, Type... types) {
    var module = new ModuleId(new PackageId("file:///p", true), "Main.pen");
    var fields =
        Stream.iterate(0, i -> i < types.length, i -> i + 1)
            .map(i ->
                new RecordDefinition.Field(
                    String.valueOf((char) ('a' + i)), types[i], NOWHERE, NAME))
            .toList();
    return new RecordDefinition(
        new Type.RecordOf(module, name, types.length == 0), fields, NOWHERE, NAME);
  }

  private static String words(Target target, RecordDefinition record) {
    return words(layouts(target).record(record).orElseThrow());
  }

  private static String words(Layout layout) {
    return layout.fields().stream()
            .map(field -> "%s %d %d".formatted(field.name(), field.offset(), field.size()))
            .collect(Collectors.joining(", "))
        + "; %d by %d".formatted(layout.size(), layout.alignment());
  }
}
