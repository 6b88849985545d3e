package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import nib.app.symbols.ExplorerViewModel;
import nib.app.symbols.SymbolRow;
import nib.engine.catalog.RowQuery;
import nib.engine.catalog.RowSorter;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The explorer over an archive of 200,000 symbols. What is counted is work: texts that were made.
@ExtendWith(ApplicationExtension.class)
final class ExplorerTest {

  private static final int MEMBERS = 400;
  private static final int SYMBOLS = 500;

  /// A window shows some dozens of rows, a few times over while it is laid out.
  private static final int FEW = 2_000;

  private final FakeWorkbench workbench = new FakeWorkbench();
  private Optional<ShellFlow> started = Optional.empty();

  @Start
  void start(Stage stage) {
    workbench.libraries = ExplorerTest::large;
    started = Optional.of(new ShellFlow(workbench, stage, 1280, 800));
  }

  private ShellFlow opened(FxRobot robot) {
    var window = started.orElseThrow();
    window.by(robot);
    window.onUi(() -> window.desk.project().open(FakeWorkbench.ARCHIVE));
    window.until("symbols", () -> window.desk.symbols().rows().size() == MEMBERS * SYMBOLS);
    window.until("names", () -> window.desk.background().running().isEmpty());
    return window;
  }

  @Test
  void makesTextsOfVisibleRowsOnly(FxRobot robot) {
    var window = opened(robot);
    var symbols = window.desk.symbols();
    workbench.demangled.set(0);

    window.onUi(() -> symbols.filterProperty().set("member77.o"));
    window.until("filtered", () -> symbols.rows().size() == SYMBOLS);
    window.onUi(() -> symbols.choose(symbols.rows().get(3)));
    window.onUi(() -> symbols.filterProperty().set(""));
    window.until("all", () -> symbols.rows().size() == MEMBERS * SYMBOLS);
    window.onUi(() -> symbols.sort(List.of(new RowSorter.Wish(RowSorter.Key.SIZE, false))));
    window.until("sorted", () -> symbols.rows().getFirst().name().endsWith("_499"));
    window.onUi(() -> symbols.sideProperty().set(RowQuery.Side.NEEDED));
    window.until("needed", () -> symbols.rows().size() == MEMBERS);

    int made = workbench.demangled.get();
    assertTrue(made < FEW, () -> made + " names were made readable");
  }

  @Test
  void keepsTheSelectionWhenRowsAreFilteredAndSorted(FxRobot robot) {
    var window = opened(robot);
    var symbols = window.desk.symbols();
    var row = symbols.rows().get(123_456);
    window.onUi(() -> symbols.choose(row));
    window.onUi(() -> symbols.sort(List.of(new RowSorter.Wish(RowSorter.Key.RAW_NAME, false))));
    window.until("sorted", () -> symbols.rows().indexOf(row) != 123_456);
    assertEquals(Optional.of(row), symbols.selectedProperty().get());
    assertEquals(row, symbols.rows().get(symbols.rows().indexOf(row)));
  }

  @Test
  void leadsFromANeedToItsDefinitionByAClick(FxRobot robot) {
    var window = opened(robot);
    var symbols = window.desk.symbols();
    window.onUi(() -> symbols.sideProperty().set(RowQuery.Side.NEEDED));
    window.onUi(() -> symbols.filterProperty().set("member7_0"));
    window.until("the need", () -> symbols.rows().size() == 1);
    window.onUi(() -> symbols.choose(symbols.rows().getFirst()));
    window.waitForText("#kin-defined-title", "Defined in 1 member");
    window.clickText("member7.o   T");
    window.until(
        "the definition",
        () ->
            symbols.selectedProperty().get().map(SymbolRow::member).stream()
                .anyMatch("libcore.a(member7.o)"::equals));
    assertEquals("", symbols.filterProperty().get());
  }

  @Test
  void saysWhatIsWrongWithARegularExpression(FxRobot robot) {
    var window = opened(robot);
    var symbols = window.desk.symbols();
    window.onUi(() -> symbols.expressionProperty().set(true));
    window.onUi(() -> symbols.filterProperty().set("^member1_\\d$"));
    window.until("ten", () -> symbols.rows().size() == 10);
    window.onUi(() -> symbols.filterProperty().set("^member1_(\\d$"));
    window.waitForText("#symbol-mistake", "not a regular expression");
    assertEquals(10, symbols.rows().size());
  }

  @Test
  void showsTheSymbolsOfAMemberAlone(FxRobot robot) {
    var window = opened(robot);
    var symbols = window.desk.symbols();
    var members = window.desk.explorer().members();
    window.onUi(() -> members.choose(members.rowsProperty().get().get(5)));
    window.until("its symbols", () -> symbols.rows().size() == SYMBOLS);
    assertEquals("libcore.a(member4.o)", symbols.rows().getFirst().member());
    window.onUi(() -> members.choose(members.rowsProperty().get().getFirst()));
    window.until("all", () -> symbols.rows().size() == MEMBERS * SYMBOLS);
  }

  @Test
  void showsSizesBytesAndAComparisonByKeys(FxRobot robot) {
    var window = opened(robot);
    var explorer = window.desk.explorer();
    window.keys(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.DIGIT2);
    window.until("the picture", () -> window.shown("#treemap"));
    window.onUi(() -> robot.lookup("#treemap").query().requestFocus());
    window.keys(KeyCode.RIGHT);
    window.waitForText("#sizes-said", "member0.o   90 B");
    window.keys(KeyCode.ENTER);
    window.until("its symbols", () -> window.desk.symbols().rows().size() == SYMBOLS);
    assertEquals(ExplorerViewModel.Mode.SYMBOLS, explorer.modeProperty().get());

    window.keys(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.DIGIT4);
    window.waitForText("#header-bytes", "utf8.o/");
    window.waitForText("#header-words", "libcore.a(member0.o) at byte 68");

    window.keys(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.DIGIT3);
    window.onUi(() -> explorer.compare().compare(FakeWorkbench.ARCHIVE));
    window.waitForText("#compare-words", "400 the same");
  }

  /// Each member defines functions and needs the first one of the member before.
  private static Library large(Path file) {
    var members = new ArrayList<Member>();
    for (int i = 0; i < MEMBERS; i++) {
      int number = i;
      var symbols =
          IntStream.range(0, SYMBOLS)
              .mapToObj(j -> j == 1 ? needed("member%d_0".formatted(number - 1)) : made(number, j))
              .toList();
      members.add(
          new Member.Read(
              "member%d.o".formatted(i),
              68L + 100L * i,
              90,
              new ObjectFile(
                  ObjectFormat.ELF64, "x86-64", 62, List.of(), SymbolTable.of(symbols))));
    }
    return new Library(file, Library.Kind.ARCHIVE, 100_000, members, Optional.empty());
  }

  private static Symbol made(int member, int number) {
    return new Symbol(
        "member%d_%d".formatted(member, number),
        Symbol.Kind.FUNCTION,
        Symbol.Binding.GLOBAL,
        Symbol.Visibility.DEFAULT,
        Symbol.Definition.SECTION,
        ".text",
        0,
        number,
        'T',
        false);
  }

  private static Symbol needed(String name) {
    return new Symbol(
        name,
        Symbol.Kind.UNTYPED,
        Symbol.Binding.GLOBAL,
        Symbol.Visibility.DEFAULT,
        Symbol.Definition.UNDEFINED,
        "",
        0,
        0,
        'U',
        false);
  }
}
