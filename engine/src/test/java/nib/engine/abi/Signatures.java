package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;

/// Random functions of the types that cross Pen's border.
final class Signatures {

  private static final List<CType> TYPES =
      List.of(
          CType.Scalar.BOOL,
          CType.Scalar.DOUBLE,
          new CType.Pointer("pen_string"),
          new CType.Value("pen_any"));

  private Signatures() {}

  /// The same functions for the same seed: up to fourteen parameters, `f0`, `f1` and so on.
  static List<CFunction> random(long seed, int count) {
    var random = new Random(seed);
    var functions = new ArrayList<CFunction>();
    for (int i = 0; i < count; i++) {
      var parameters = new ArrayList<CFunction.Parameter>();
      int arity = random.nextInt(15);
      for (int j = 0; j < arity; j++) {
        parameters.add(new CFunction.Parameter("a" + j, TYPES.get(random.nextInt(TYPES.size()))));
      }
      int result = random.nextInt(TYPES.size() + 1);
      functions.add(
          new CFunction(
              "f" + i, result == TYPES.size() ? CType.Scalar.VOID : TYPES.get(result), parameters));
    }
    return functions;
  }
}
