package nib.engine.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageId;
import nib.engine.text.Location;
import nib.engine.text.Span;
import nib.engine.types.Type.Primitive;
import org.junit.jupiter.api.Test;

final class ComparabilityTest {

  private static final ModuleId MODULE =
      new ModuleId(new PackageId("file:///p", true), "Module.pen");
  private static final Location LOCATION = new Location(Path.of("/p/Module.pen"), 1, 1);
  private static final Span SPAN = new Span(0, 1);

  private final Map<Type.RecordOf, RecordDefinition> records = new HashMap<>();
  private final Comparability comparability = new Comparability(this::definition);
  private int looks;

  @Test
  void numbersStringsBooleansAndNoneAreComparableAndSoIsWhatIsMadeOfThem() {
    var union = TypeRelations.union(List.of(Primitive.NONE, Primitive.BOOLEAN));
    assertTrue(comparable(Primitive.NUMBER));
    assertTrue(comparable(new Type.ListOf(new Type.MapOf(Primitive.STRING, union))));
  }

  @Test
  void anyErrorAndFunctionsAreNot() {
    assertFalse(comparable(Primitive.ANY));
    assertFalse(comparable(Primitive.ERROR));
    assertFalse(comparable(new Type.Function(List.of(), Primitive.NONE)));
  }

  @Test
  void aRecordIsComparableWhenItsFieldsAreEvenWhereItContainsItself() {
    var tree = record("Tree");
    define(tree, new Type.ListOf(tree));
    assertTrue(comparable(tree));
  }

  @Test
  void theReasonLeadsFromTheTypeToThePart() {
    var inner = record("Inner");
    var outer = record("Outer");
    define(inner, new Type.ListOf(Primitive.ERROR));
    define(outer, inner);
    var found = obstacle(new Type.ListOf(outer)).orElseThrow();
    assertEquals(Primitive.ERROR, found.part());
    assertEquals(List.of("Outer.f", "Inner.f"), found.fields());
    assertEquals(2, found.declared().size());
    assertEquals(List.of(), obstacle(new Type.ListOf(Primitive.ANY)).orElseThrow().fields());
  }

  @Test
  void theShortestWayIsToldHoweverItIsComeTo() {
    var far = record("Far");
    var near = record("Near");
    define(near, Primitive.ANY);
    define(far, new Type.ListOf(record("Between")));
    define(record("Between"), near);
    var both = record("Both");
    define(both, new Type.MapOf(far, near));
    assertEquals(List.of("Both.f", "Near.f"), obstacle(both).orElseThrow().fields());
    assertEquals(List.of("Far.f", "Between.f", "Near.f"), obstacle(far).orElseThrow().fields());
  }

  @Test
  void aRecordInACircleIsNotComparableWhereTheCircleLeadsOut() {
    define(record("A"), new Type.ListOf(record("B")));
    define(record("B"), new Type.MapOf(record("A"), Primitive.ERROR));
    assertEquals(List.of("A.f", "B.f"), obstacle(record("A")).orElseThrow().fields());
    assertEquals(List.of("B.f"), obstacle(record("B")).orElseThrow().fields());
  }

  @Test
  void eachRecordOfALongChainIsLookedIntoOnce() {
    int length = 20_000;
    for (int i = 0; i < length; i++) {
      define(record("R" + i), record("R" + (i + 1)));
    }
    define(record("R" + length), Primitive.ANY);
    for (int i = length; i >= 0; i--) {
      var found = obstacle(record("R" + i)).orElseThrow();
      assertEquals(Primitive.ANY, found.part());
      assertEquals("R" + i + ".f", found.fields().getFirst());
      assertEquals(Math.min(9, length - i + 1), found.fields().size());
    }
    assertEquals(length + 1, looks);
  }

  @Test
  void whatIsUnknownIsComparable() {
    assertTrue(comparable(new Type.Unknown("Foo", "it is not defined")));
    assertTrue(comparable(record("WithoutDefinition")));
  }

  private boolean comparable(Type type) {
    return obstacle(type).isEmpty();
  }

  private Optional<Incomparable> obstacle(Type type) {
    return comparability.obstacle(type);
  }

  private Optional<RecordDefinition> definition(Type.RecordOf record) {
    looks++;
    return Optional.ofNullable(records.get(record));
  }

  private static Type.RecordOf record(String name) {
    return new Type.RecordOf(MODULE, name, false);
  }

  private void define(Type.RecordOf record, Type field) {
    var fields = List.of(new RecordDefinition.Field("f", field, LOCATION, SPAN));
    records.put(record, new RecordDefinition(record, fields, LOCATION, SPAN));
  }
}
