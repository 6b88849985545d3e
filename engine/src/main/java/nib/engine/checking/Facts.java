package nib.engine.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.Type;

/// Collects what is found out about a module's bodies. Once [#close] is called it only answers.
final class Facts implements Typing {

  /// Where a local name can be used: at offsets after `after` and up to `upTo`, both included.
  private record Reach(Meaning.Local local, int after, int upTo) {
    boolean covers(int offset) {
      return after < offset && offset <= upTo;
    }
  }

  private final SpanTable<Expression, Type> types = new SpanTable<>(Expression::span);
  private final SpanTable<Name, Type> names = new SpanTable<>(Name::span);
  private final SpanTable<Expression.Variable, Meaning> meanings =
      new SpanTable<>(Expression.Variable::span);
  private final ArrayList<Reach> reaches = new ArrayList<>();
  private boolean silent;
  private boolean suspicious;

  /// A variable and what it means.
  record Met(Expression.Variable variable, Meaning meaning) {}

  /// How far the tables are filled.
  record Mark(int types, int names, int meanings) {}

  void type(Expression expression, Type type) {
    if (!silent) {
      types.add(expression, type);
    }
  }

  void type(Name binding, Type type) {
    if (!silent) {
      names.add(binding, type);
    }
  }

  void meaning(Expression.Variable variable, Meaning meaning) {
    if (!silent) {
      meanings.add(variable, meaning);
    }
  }

  void reach(Meaning.Local local, int after, int upTo) {
    if (!silent) {
      reaches.add(new Reach(local, after, upTo));
    }
  }

  /// From now on nothing is written down: something is looked at for a second time.
  void silence(boolean on) {
    silent = on;
  }

  boolean silent() {
    return silent;
  }

  /// Says that something was met that the compiler's later searches may overlook the type of.
  void suspect() {
    suspicious = true;
  }

  boolean isSuspicious() {
    return suspicious;
  }

  Mark mark() {
    return new Mark(types.size(), names.size(), meanings.size());
  }

  /// The variables that were met since then.
  Stream<Met> metSince(Mark mark) {
    return IntStream.range(mark.meanings(), meanings.size())
        .mapToObj(at -> new Met(meanings.key(at), meanings.value(at)));
  }

  /// Says that what was written down since then did not come in the order of the text.
  void settle(Mark mark) {
    types.settle(mark.types());
    names.settle(mark.names());
    meanings.settle(mark.meanings());
  }

  void close() {
    types.close();
    names.close();
    meanings.close();
    reaches.trimToSize();
  }

  @Override
  public Optional<Type> type(Expression expression) {
    return types.get(expression);
  }

  @Override
  public Optional<Type> type(Name binding) {
    return names.get(binding);
  }

  @Override
  public Optional<Meaning> meaning(Expression.Variable variable) {
    return meanings.get(variable);
  }

  @Override
  public Stream<Meaning> meanings() {
    return IntStream.range(0, meanings.size()).mapToObj(meanings::value);
  }

  @Override
  public List<Meaning.Local> locals(int offset) {
    var inner = Comparator.comparingInt((Integer at) -> reaches.get(at).after());
    var order = inner.thenComparing(Comparator.naturalOrder()).reversed();
    var seen = new HashSet<String>();
    return IntStream.range(0, reaches.size())
        .filter(at -> reaches.get(at).covers(offset))
        .boxed()
        .sorted(order)
        .map(at -> reaches.get(at).local())
        .filter(local -> seen.add(local.name().text()))
        .toList();
  }
}
