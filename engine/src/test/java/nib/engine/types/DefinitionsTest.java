package nib.engine.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nib.engine.Graphs;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageId;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.Type.Primitive;
import org.junit.jupiter.api.Test;

final class DefinitionsTest {

  private static final String LIBRARY =
      """
      import 'Deep

      type Shape = Deep'Point | none

      type secret {
        x number
      }

      Area = \\(shape Shape) number {
        helper()
      }

      helper = \\() number {
        1
      }

      Last = \\() none {
        none
      }
      """;

  private final Graphs graphs =
      new Graphs()
          .module("p", "Deep.pen", "type Point {\n  x number\n}\n\ntype Other {}\n")
          .module("p", "Library.pen", LIBRARY)
          .module("p", "User.pen", "import 'Library { Last }\n\ntype Mine = [Library'Shape]\n");

  private Definitions definitions = Definitions.of(graphs.graph("p"), Optional.empty());

  @Test
  void anEditInAFunctionsBodyGivesNoNewScopeToThoseThatImportTheModule() {
    var user = scope("User.pen");
    var library = scope("Library.pen");
    edit("Library.pen", LIBRARY.replace("helper()\n", "# A comment.\n  x = helper()\n  x\n"));
    assertSame(user, scope("User.pen"));
    assertNotSame(library, scope("Library.pen"));
  }

  @Test
  void aBodyThatDoesNotParseForTheMomentGivesNoneEither() {
    var user = scope("User.pen");
    for (String typed : List.of("helper(\n", "x =\n", "\"\n", "if a {\n", "helper(), )\n", "[\n")) {
      edit("Library.pen", LIBRARY.replace("helper()\n", typed));
      assertFalse(scope("Library.pen").module().diagnostics().isEmpty(), typed);
      assertSame(user, scope("User.pen"), typed);
    }
  }

  @Test
  void aNewPrivateDefinitionGivesNoneEither() {
    var user = scope("User.pen");
    edit(
        "Library.pen",
        LIBRARY.replace("x number\n", "y string\n") + "\nmore = \\() none { none }\n");
    assertSame(user, scope("User.pen"));
  }

  @Test
  void nothingChangesWhereNothingWasEdited() {
    var library = scope("Library.pen");
    update();
    assertSame(library, scope("Library.pen"));
  }

  @Test
  void aNewSignatureGivesNewScopesToThoseThatImportTheModuleAndToNobodyElse() {
    var user = scope("User.pen");
    var deep = scope("Deep.pen");
    edit("Library.pen", LIBRARY.replace("Last = \\() none {", "Last = \\(x number) none {"));
    assertNotSame(user, scope("User.pen"));
    assertSame(deep, scope("Deep.pen"));
  }

  @Test
  void aRecordThatIsComeAcrossIndirectlyGivesNewScopesWhenItChanges() {
    var user = scope("User.pen");
    edit("Deep.pen", "type Point {\n  x string\n}\n\ntype Other {}\n");
    assertNotSame(user, scope("User.pen"));
    var point = record("Deep.pen", "Point");
    assertEquals(
        List.of(Primitive.STRING),
        scope("User.pen").definition(point).orElseThrow().fields().stream()
            .map(RecordDefinition.Field::type)
            .toList());
  }

  @Test
  void definitionsAreFoundWhereTheyStandAfterAnEditAboveThem() {
    var user = scope("User.pen");
    var last = user.value(Optional.empty(), "Last").orElseThrow();
    assertEquals(17, last.location().line());
    edit("Library.pen", LIBRARY.replace("helper()\n", "\n\n\nhelper()\n"));
    assertSame(user, scope("User.pen"));
    assertEquals(20, last.location().line());
    assertEquals(last, user.value(Optional.empty(), "Last").orElseThrow());

    var point = record("Deep.pen", "Point");
    var field = user.definition(point).orElseThrow().field("x").orElseThrow();
    edit("Deep.pen", "# One.\n# Two.\ntype Point {\n  x number\n}\n\ntype Other {}\n");
    assertSame(user, scope("User.pen"));
    assertEquals(4, field.location().line());
    assertEquals(3, user.definition(point).orElseThrow().location().line());
  }

  @Test
  void aTypesSiteIsItsDefinitionAndAnImportsItsModule() {
    var library = scope("Library.pen");
    var site = library.site(named(Optional.of("Deep"), "Point")).orElseThrow();
    assertEquals("Deep.pen", String.valueOf(site.location().file().getFileName()));
    assertEquals(new Span(5, 10), site.span());
    assertEquals(Optional.empty(), library.site(named(Optional.empty(), "number")));
    var imported = library.module().syntax().imports().getFirst();
    assertEquals(site.location().file(), library.site(imported).orElseThrow().location().file());
  }

  @Test
  void listedNamesComeWithoutThePrefixOnlyAndTheOthersWithIt() {
    var user = scope("User.pen");
    assertTrue(user.value(Optional.empty(), "Last").isPresent());
    assertTrue(user.value(Optional.of("Library"), "Last").isEmpty());
    assertTrue(user.value(Optional.of("Library"), "Area").isPresent());
    assertTrue(user.value(Optional.empty(), "Area").isEmpty());
    assertTrue(user.value(Optional.of("Library"), "helper").isEmpty());
    assertEquals(
        List.of("Mine", "Library'Shape", "any", "boolean", "error", "none", "number", "string"),
        user.types().stream().map(ModuleScope.Visible::written).toList());
    assertEquals(
        List.of("Library'Area", "Last"),
        user.values().stream().map(ModuleScope.Visible::written).toList());
  }

  @Test
  void ownFunctionsWinOverListedNamesAndTheseOverForeignImports() {
    graphs.module(
        "p",
        "User.pen",
        """
        import 'Library { Last, Area }

        import foreign "c" Last \\() none
        import foreign "c" other \\() none

        Area = \\() none { none }
        """);
    update();
    assertEquals(id("Library.pen"), value("Last").module());
    assertEquals(id("User.pen"), value("Area").module());
    assertEquals(ValueDefinition.Kind.FOREIGN_IMPORT, value("other").kind());
  }

  /// Held against each other one by one, these would take minutes.
  @Test
  void aLongCircleOfRecordsIsFineWhereOneOfThemCanBeSomethingElse() {
    int length = 20_000;
    var text = new StringBuilder("type Out {}\n");
    for (int i = 0; i < length - 1; i++) {
      text.append("type R%d { f R%d }\n".formatted(i, i + 1));
    }
    graphs.module("p", "User.pen", text + "type R%d { f R0 | Out }\n".formatted(length - 1));
    update();
    assertEquals(List.of(), definitions.diagnostics(id("User.pen")));
    graphs.module("p", "User.pen", text + "type R%d { f R0 }\n".formatted(length - 1));
    update();
    assertEquals(1, definitions.diagnostics(id("User.pen")).size());
  }

  @Test
  void ofTwoImportsWithOnePrefixTheLaterCounts() {
    graphs
        .module("p", "A.pen", "type T = number\n\ntype U = number\n")
        .module("p", "B.pen", "type T = string\n")
        .module("p", "User.pen", "import 'A as x\nimport 'B as x\n");
    update();
    assertEquals(Primitive.STRING, resolve("x", "T"));
    assertEquals(Primitive.NUMBER, resolve("x", "U"));
  }

  @Test
  void namesOfWhatCannotBeFollowedAreUnknownAndNoProblem() {
    graphs.module(
        "p",
        "User.pen",
        """
        import 'Gone { A }
        import Nowhere'Gone as g

        type t = [A] | g'B
        """);
    update();
    assertEquals(List.of(), definitions.diagnostics(id("User.pen")));
    assertTrue(resolve("g", "B").unknown().isPresent());
    var value = scope("User.pen").value(Optional.of("g"), "F").orElseThrow();
    assertEquals(ValueDefinition.Kind.UNRESOLVED, value.kind());
    assertEquals(2, value.location().line());
  }

  @Test
  void namesOfAModuleThatDoesNotParseAreNotMissedUnlessABodyIsToBlame() {
    var missing = "import 'Library\n\ntype t = Library'Gone\n";
    graphs.module("p", "User.pen", missing);
    edit("Library.pen", LIBRARY.replace("x number", "x number ]"));
    assertEquals(List.of(), definitions.diagnostics(id("User.pen")));
    edit("Library.pen", LIBRARY);
    assertEquals(1, definitions.diagnostics(id("User.pen")).size());
  }

  @Test
  void modulesThatImportEachOtherComeToAnEnd() {
    graphs
        .module("p", "A.pen", "import 'B\nimport 'A as self\n\ntype X = B'X\n")
        .module("p", "B.pen", "import 'C\n\ntype X = C'X\n")
        .module("p", "C.pen", "import 'A\n\ntype X = A'X\n")
        .module("p", "User.pen", "import 'A\n\ntype Mine = A'X | number\n");
    update();
    for (String module : List.of("A.pen", "B.pen", "C.pen", "User.pen")) {
      assertEquals(List.of(), definitions.diagnostics(id(module)), module);
    }
  }

  @Test
  void aLongChainOfAliasesAndModulesIsFollowedToItsEnd() {
    int length = 20_000;
    graphs.module(
        "p",
        "Chain.pen",
        IntStream.range(0, length)
            .mapToObj(i -> "type A%d = A%d\n".formatted(i, i + 1))
            .collect(Collectors.joining("", "", "type A%d = number\n".formatted(length))));
    for (int i = 0; i < 2_000; i++) {
      graphs.module(
          "m", "M%d.pen".formatted(i), "import 'M%d as n\n\ntype T = n'T\n".formatted(i + 1));
    }
    graphs.module("m", "M2000.pen", "type T = string\n");
    definitions = Definitions.of(graphs.graph("p", "m"), Optional.of(definitions));
    assertEquals(Primitive.NUMBER, resolve("Chain.pen", Optional.empty(), "A0"));
    var first = definitions.scope(new ModuleId(Graphs.opened("m"), "M0.pen"));
    assertEquals(Primitive.STRING, first.resolve(named(Optional.empty(), "T"), problem -> {}));
  }

  @Test
  void theMainModuleSeesAContextWithAFieldForEachSystemPackage() {
    graphs
        .kind("Zos", "system")
        .module(
            "Zos",
            "Context.pen",
            "type Context = [number]\n\nUnsafeNew = \\() Context { [number] }\n")
        .kind("Aos", "system")
        .module("Aos", "Context.pen", "type Context {}\n\nUnsafeNew = \\() Context { Context{} }\n")
        .module("lib", "Context.pen", "type Context = string\n")
        .depend("app", "Z", "Zos")
        .depend("app", "L", "lib")
        .depend("app", "A", "Aos")
        .depend("app", "Gone", "gone")
        .module("app", "main.pen", "main = \\(ctx context) none { none }\n")
        .module("app", "Foo/main.pen", "type t = context\n");
    definitions = Definitions.of(graphs.graph("app"), Optional.empty());
    var owner = Graphs.opened("app");
    var main = definitions.scope(new ModuleId(owner, "main.pen"));
    assertEquals(List.of(), definitions.diagnostics(main.id()));
    var context = main.resolve(named(Optional.empty(), "context"), problem -> {});
    var definition = main.definition((Type.RecordOf) context).orElseThrow();
    assertEquals(
        List.of("A", "Gone", "Z"),
        definition.fields().stream().map(RecordDefinition.Field::name).toList());
    assertEquals(new Type.ListOf(Primitive.NUMBER), definition.fields().getLast().type());
    assertEquals(1, definitions.diagnostics(new ModuleId(owner, "Foo/main.pen")).size());
  }

  @Test
  void aDependencysMainModuleIsAModuleLikeAnyOther() {
    graphs.module("lib", "main.pen", "type t = context\n").depend("p", "Lib", "lib");
    update();
    var found = definitions.diagnostics(new ModuleId(Graphs.depended("lib"), "main.pen"));
    assertEquals(
        List.of("unknown type `context`"), found.stream().map(one -> one.message()).toList());
  }

  @Test
  void onePackageThatIsReachedTwiceHasTwoSetsOfTypes() {
    graphs.module("lib", "Lib.pen", "type R {}\n").depend("p", "Lib", "lib");
    definitions = Definitions.of(graphs.graph("p", "lib"), Optional.empty());
    assertNotSame(
        definitions.scope(new ModuleId(Graphs.opened("lib"), "Lib.pen")),
        definitions.scope(new ModuleId(Graphs.depended("lib"), "Lib.pen")));
  }

  @Test
  void relatedPlacesFollowTheTextAlthoughTheScopeStays() {
    graphs.module("p", "User.pen", "import 'Library\n\nf = \\() Library'secret { none }\n");
    update();
    var user = scope("User.pen");
    assertEquals(5, related().line());
    edit("Library.pen", LIBRARY.replace("import 'Deep\n", "import 'Deep\n\n\n"));
    assertSame(user, scope("User.pen"));
    assertEquals(7, related().line());
  }

  private nib.engine.text.Location related() {
    return definitions.diagnostics(id("User.pen")).getFirst().related().getFirst().location();
  }

  private void edit(String module, String text) {
    graphs.module("p", module, text);
    update();
  }

  private void update() {
    definitions = Definitions.of(graphs.graph("p"), Optional.of(definitions));
  }

  private ModuleScope scope(String module) {
    return definitions.scope(id(module));
  }

  private ValueDefinition value(String name) {
    return scope("User.pen").value(Optional.empty(), name).orElseThrow();
  }

  private Type resolve(String prefix, String name) {
    return resolve("User.pen", Optional.of(prefix), name);
  }

  private Type resolve(String module, Optional<String> prefix, String name) {
    return scope(module).resolve(named(prefix, name), problem -> {});
  }

  private static TypeSyntax.Named named(Optional<String> prefix, String name) {
    return new TypeSyntax.Named(prefix, name, new Span(0, 1));
  }

  private static Type.RecordOf record(String module, String name) {
    return new Type.RecordOf(id(module), name, false);
  }

  private static ModuleId id(String module) {
    PackageId owner = Graphs.opened("p");
    return new ModuleId(owner, module);
  }
}
