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
final class SignatureText {

  private final Console console;
  private final Optional<UnaryOperator<String>> naming;

  SignatureText(Console console, Optional<UnaryOperator<String>> naming) {
    this.console = console;
    this.naming = naming;
  }

  void print(OpenLibrary library, MemberSignatures member) {
    switch (member.member()) {
      case Member.Read _ -> {
        if (member.functions().isEmpty()) {
          return;
        }
        console.line("");
        console.line(console.bold(library.nameOf(member.member())));
        for (var function : member.functions()) {
          console.line("  " + line(function.symbol(), function.evidence()));
        }
      }
      case Member.Unopened unopened -> {
        console.line("");
        console.line(console.bold(library.nameOf(unopened)) + "  " + unopened.format().words());
      }
      case Member.Unreadable _ -> {} // told as a failure
    }
  }

  /// `add: double add(double a, double b) add.c:3`.
  String line(String symbol, Evidence evidence) {
    String name = naming.isPresent() ? naming.get().apply(symbol) : symbol;
    return name
        + ": "
        + switch (evidence) {
          case Found(var signature, _) -> CText.of(signature) + place(signature);
          case NoEvidence none -> console.dim(none.words());
        };
  }

  private String place(Signature signature) {
    var origin = signature.origin();
    if (origin.file().isEmpty()) {
      return "";
    }
    String line = origin.line() == 0 ? "" : ":" + origin.line();
    return "  " + console.dim(origin.file() + line);
  }
}
