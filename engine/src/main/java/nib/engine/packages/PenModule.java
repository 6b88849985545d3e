package nib.engine.packages;

import java.util.List;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.syntax.ModuleSyntax;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Parser;
import nib.engine.syntax.Token;
import nib.engine.text.SourceText;

/// A module: its file and what was made of it.
///
/// @param path relative to the package, with `/` between its parts: `Foo/Bar.pen`
/// @param tokens without comments
/// @param comments in the order of the text
public record PenModule(
    String path,
    SourceText source,
    ModuleSyntax syntax,
    List<Token> tokens,
    List<Token> comments,
    List<Diagnostic> diagnostics) {

  /// Parses a module's text.
  public static PenModule of(String path, SourceText source) {
    var parsed = Parser.parse(source);
    return new PenModule(
        path, source, parsed.module(), parsed.tokens(), parsed.comments(), parsed.diagnostics());
  }

  /// What its file's name makes it. [ModuleId#kind] also knows whether its package was opened.
  public ModuleKind kind() {
    return ModuleKind.of(path);
  }

  /// Whether other packages can import it: whether all parts of its path are public.
  public boolean isPublic() {
    return Stream.of(path.split("/", -1)).allMatch(Name::isPublic);
  }

  /// The module's name inside its package: `'Foo'Bar`.
  public String name() {
    return nameOf(path);
  }

  static String nameOf(String path) {
    return "'" + path.substring(0, path.length() - ".pen".length()).replace('/', '\'');
  }
}
