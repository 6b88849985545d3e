package nib.app.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.engine.abi.CallPart;

/// The parts of the selected function's call that a person points at, the same ones everywhere: in
/// its declaration, in every spelling of it, in the picture and in its text. Those under the
/// pointer are lit; where there are none, those that were chosen by key or click.
public final class Pointing {

  private final ReadOnlyObjectWrapper<List<CallPart>> lit = new ReadOnlyObjectWrapper<>(List.of());
  private final List<Consumer<Lead>> leads = new ArrayList<>();
  private List<CallPart> under = List.of();
  private List<CallPart> chosen = List.of();

  /// A wish to see where parts are declared.
  ///
  /// @param go whether the keyboard is to go there as well
  public record Lead(List<CallPart> parts, boolean go) {
    public Lead {
      parts = List.copyOf(parts);
    }
  }

  /// Whatever is about one of these is to be lit.
  public ReadOnlyObjectProperty<List<CallPart>> litProperty() {
    return lit.getReadOnlyProperty();
  }

  public List<CallPart> chosen() {
    return chosen;
  }

  /// The pointer is on what is about these parts; on nothing of that kind where there are none.
  public void hover(List<CallPart> parts) {
    under = List.copyOf(parts);
    show();
  }

  /// Parts are chosen by key or click, in the place of others.
  public void choose(List<CallPart> parts) {
    chosen = List.copyOf(parts);
    show();
  }

  /// Parts are chosen, and who shows their declaration leads there.
  public void lead(Lead to) {
    choose(to.parts());
    if (!to.parts().isEmpty()) {
      leads.forEach(listener -> listener.accept(to));
    }
  }

  public void onLead(Consumer<Lead> listener) {
    leads.add(listener);
  }

  void clear() {
    under = List.of();
    chosen = List.of();
    show();
  }

  private void show() {
    lit.set(under.isEmpty() ? chosen : under);
  }
}
