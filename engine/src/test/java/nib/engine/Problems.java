package nib.engine;

import java.util.stream.Stream;
import nib.engine.diagnostic.Problem;

/// All kinds of problems.
public final class Problems {

  private Problems() {}

  /// The records of a family and of the families within it.
  public static Stream<Class<? extends Problem>> of(Class<? extends Problem> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses())
            .flatMap(one -> of(one.asSubclass(Problem.class)))
        : Stream.of(family);
  }
}
