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
import nib.engine.types.Incomparable.Step;
import nib.engine.types.Type.Primitive;
import org.junit.jupiter.api.Test;

final class ComparabilityTest {

  private static final ModuleId MODULE =
      new ModuleId(new PackageId("file:///p", true), "Module.pen");
  private static final Location LOCATION = new Location(Path.of("/p/Module.pen"), 1, 1);
  private static final Span SPAN = new Span(0, 1);

  private final Map<Type.RecordOf, RecordDefinition> records = new HashMap<>();

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
    assertEquals(
        Optional.of(
            new Incomparable(
                Primitive.ERROR,
                List.of(
                    new Step.OfPart(new Type.ListOf(outer)),
                    new Step.OfField(outer, "f"),
                    new Step.OfField(inner, "f"),
                    new Step.OfPart(new Type.ListOf(Primitive.ERROR))))),
        TypeRelations.incomparable(new Type.ListOf(outer), this::definition));
  }

  @Test
  void aLongChainOfRecordsIsFollowedToItsEnd() {
    for (int i = 0; i < 100_000; i++) {
      define(record("R" + i), record("R" + (i + 1)));
    }
    define(record("R100000"), Primitive.ANY);
    var found = TypeRelations.incomparable(record("R0"), this::definition);
    assertEquals(Optional.of(100_001), found.map(one -> one.path().size()));
  }

  @Test
  void whatIsUnknownIsComparable() {
    assertTrue(comparable(new Type.Unknown("Foo", "it is not defined")));
    assertTrue(comparable(record("WithoutDefinition")));
  }

  private boolean comparable(Type type) {
    return TypeRelations.comparable(type, this::definition);
  }

  private Optional<RecordDefinition> definition(Type.RecordOf record) {
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
