package nib.app.symbols;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Background;
import nib.app.Question;
import nib.engine.objectfile.Symbol;

/// Where the chosen symbol is defined, and who needs it.
public final class KinViewModel {

  private final SymbolsViewModel symbols;
  private final Question<Kin> question;
  private final ReadOnlyObjectWrapper<Optional<Kin>> kin =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  KinViewModel(SymbolsViewModel symbols, Background background) {
    this.symbols = symbols;
    this.question = new Question<>(background);
    symbols.selectedProperty().addListener((_, _, row) -> row.ifPresent(this::ask));
    symbols.shelfProperty().addListener((_, _, _) -> again());
  }

  /// The symbol and its like; empty where none is chosen.
  public ReadOnlyObjectProperty<Optional<Kin>> kinProperty() {
    return kin.getReadOnlyProperty();
  }

  /// Leads to a symbol in another member.
  void go(SymbolRow row) {
    symbols.go(row);
  }

  private void again() {
    question.drop();
    var chosen = symbols.selectedProperty().get();
    if (chosen.filter(row -> row.catalog().sameReading(symbols.catalog())).isPresent()) {
      ask(chosen.get());
    } else {
      kin.set(Optional.empty());
    }
  }

  private void ask(SymbolRow row) {
    var shelf = symbols.shelfProperty().get();
    var now = new SymbolRow(shelf.catalog(), row.number());
    if (row.catalog().sameReading(shelf.catalog())) {
      question.ask(() -> shelf.kin(now), found -> kin.set(Optional.of(found)), _ -> {});
    }
  }

  /// How many define it, in a sentence.
  static String definedWords(Kin kin) {
    int count = kin.definers().size();
    if (count == 0) {
      return kin.row().catalog().binding(kin.row().number()) == Symbol.Binding.LOCAL
          ? "Local: no other member sees it"
          : "No member defines it";
    }
    return "Defined in " + members(count);
  }

  static String neededWords(Kin kin) {
    int count = kin.needers().size();
    return count == 0 ? "No other member needs it" : "Needed in " + members(count);
  }

  private static String members(int count) {
    return count == 1 ? "1 member" : String.format(Locale.ROOT, "%,d members", count);
  }
}
