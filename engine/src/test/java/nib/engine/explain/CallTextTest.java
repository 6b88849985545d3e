package nib.engine.explain;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.Borders;
import nib.engine.Golden;
import nib.engine.abi.Calls;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Layouts;
import nib.engine.abi.Lowered;
import nib.engine.abi.Lowering;
import nib.engine.abi.Memory;
import nib.engine.abi.RecordNames;
import nib.engine.foreign.ForeignFunction;
import nib.engine.prototype.CDeclaration;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Calls as text, for one target of each standard.
final class CallTextTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> explainsCalls() throws Exception {
    var border = Borders.functions(GOLDEN.resolve("border/layouts"));
    return Stream.of(Target.Abi.values())
        .map(
            abi -> Targets.all().stream().filter(one -> one.abi() == abi).findFirst().orElseThrow())
        .map(target ->
            DynamicTest.dynamicTest(
                target.triple(),
                () ->
                    Golden.check(
                        GOLDEN.resolve("abi/%s.txt".formatted(target.triple())),
                        text(border, target))));
  }

  private static String text(List<ForeignFunction> border, Target target) {
    var text = new StringBuilder();
    var names = RecordNames.of(border);
    for (var function : border) {
      if (new Lowering(names).lower(function)
          instanceof Lowered.Declared(var declared, _, var parts)) {
        var c = Calls.byC(declared, target);
        var pen = Calls.byPen(declared, function.convention(), target);
        var memory = Memory.of(function, new Layouts(target, names));
        text.append("# ").append(CDeclaration.of(declared)).append('\n');
        var side = new CallPicture.Side(c, parts, Disagreement.between(c, pen), memory);
        text.append(CallText.of(side, CallPicture.Values.NONE).text());
        text.append('\n');
      }
    }
    return text.toString();
  }
}
