package nib.cli;

import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.dwarf.CText;
import nib.engine.dwarf.Evidence;
import nib.engine.dwarf.Evidence.Found;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Signature;
import nib.engine.symbols.Member;
import nib.engine.symbols.MemberSignatures;
import nib.engine.symbols.OpenLibrary;

/// What functions take and return, for people: a line for each.
///
/// Pattern switches are made by the virtual machine when they first run, which takes as long as all
/// else that a name needs; there are none on the way of a lookup.
final class SignatureText {

  private final Console console;
  private final Optional<UnaryOperator<String>> naming;

  SignatureText(Console console, Optional<UnaryOperator<String>> naming) {
    this.console = console;
    this.naming = naming;
  }

  void print(OpenLibrary library, MemberSignatures member) {
    if (member.member() instanceof Member.Unopened unopened) {
      console.line("");
      console.line(console.bold(library.nameOf(unopened)) + "  " + unopened.format().words());
    } else if (!member.functions().isEmpty()) {
      console.line("");
      console.line(console.bold(library.nameOf(member.member())));
      var none = nothingKnown(member);
      if (none.isPresent()) {
        int count = member.functions().size();
        console.line("  " + Grouped.of(count) + " functions: " + console.dim(none.get()));
        return;
      }
      for (var function : member.functions()) {
        var text = new StringBuilder("  ");
        line(text, function.symbol(), function.evidence());
        console.line(text.toString());
      }
    }
  }

  /// Why nothing is known of any of several functions; empty where something is.
  private static Optional<String> nothingKnown(MemberSignatures member) {
    var reasons =
        member.functions().stream()
            .map(function -> function.evidence() instanceof NoEvidence none ? none.words() : "")
            .distinct()
            .toList();
    return reasons.size() == 1 && !reasons.getFirst().isEmpty() && member.functions().size() > 1
        ? Optional.of(reasons.getFirst())
        : Optional.empty();
  }

  /// Appends `add: double add(double a, double b) add.c:3`. Texts are not put together on the way:
  /// the first of each kind takes the virtual machine as long as all lines together.
  void line(StringBuilder text, String symbol, Evidence evidence) {
    text.append(naming.isPresent() ? naming.get().apply(symbol) : symbol).append(": ");
    if (evidence instanceof Found found) {
      text.append(CText.of(found.signature()));
      place(text, found.signature().origin());
    } else {
      text.append(console.dim(((NoEvidence) evidence).words()));
    }
  }

  private void place(StringBuilder text, Signature.Origin origin) {
    if (origin.file().isEmpty()) {
      return;
    }
    var place = new StringBuilder(origin.file());
    if (origin.line() != 0) {
      place.append(':').append(origin.line());
    }
    text.append("  ").append(console.dim(place.toString()));
  }
}
