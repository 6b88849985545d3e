package nib.engine.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// URLs as the compiler's library resolves them.
final class PackageUrlTest {

  private static final Path BASE = Path.of("/home/me/my lib");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ../b,                 file:///home/me/b
          b,                    file:///home/me/my%20lib/b
          ./b/,                 file:///home/me/my%20lib/b/
          '',                   file:///home/me/my%20lib/
          .,                    file:///home/me/my%20lib/
          ..,                   file:///home/me/
          ../../../../..,       file:///
          /b//c/../d,           file:///b//d
          ..\\b,                file:///home/me/b
          %2e%2E/b,             file:///home/me/b
          'a b{}`"<>é',         file:///home/me/my%20lib/a%20b%7B%7D%60%22%3C%3E%C3%A9
          FILE:///b,            file:///b
          file:../b,            file:///home/me/b
          file://localhost/b,   file:///b
          file://Other/b,       file://other/b
          //other/b,            file://other/b
          file://other,         file://other/
          ../b?x=1#y,           file:///home/me/b?x=1#y
          pen:///os,            pen:///os
          pen://host/os,        pen://host/os
          pen:/os/../core,      pen:/core
          pen:os,               pen:os
          pen:///../../os,      pen:///os
          Git://Me@Host:1/x,    git://Me@Host:1/x
          c:/b,                 c:/b
          https://h/x.git,      https://h/x.git
          """)
  void resolves(String written, String text) {
    assertEquals(Optional.of(text), PackageUrl.resolve(written, BASE).map(PackageUrl::text));
  }

  @Test
  void passesOverBlanksAround() {
    assertEquals("pen:///os", PackageUrl.resolve(" pen:\n///os\t ", BASE).orElseThrow().text());
  }

  @ParameterizedTest
  @CsvSource({"'//a b/c'", "'git://a b/c'", "'git://host:port/c'", "'pen://<>/c'"})
  void refusesImpossibleHosts(String written) {
    assertEquals(Optional.empty(), PackageUrl.resolve(written, BASE));
  }

  @Test
  void knowsWhatIsRelative() {
    assertTrue(PackageUrl.relative("../b"));
    assertTrue(PackageUrl.relative("file:b"));
    assertFalse(PackageUrl.relative("/b"));
    assertFalse(PackageUrl.relative("file:///b"));
    assertFalse(PackageUrl.relative("pen:///os"));
  }

  @Test
  void tellsThePathAsItIsFromTheOneThatIsMeant() {
    var url = PackageUrl.resolve("x%20y%", BASE).orElseThrow();
    assertEquals(Optional.of(Path.of("/home/me/my%20lib/x%20y%")), url.folder());
    assertEquals(Optional.of(Path.of("/home/me/my lib/x y%")), url.decodedFolder());
  }

  @Test
  void writesFoldersAsUrls() {
    assertEquals("file:///a%20b/100%25/%C3%A9", PackageUrl.of(Path.of("/a b/100%/é")).text());
    assertEquals("file:///", PackageUrl.of(Path.of("/")).text());
  }

  @Test
  void survivesNul() {
    var url = PackageUrl.resolve("a\0b", BASE).orElseThrow();
    assertEquals("file:///home/me/my%20lib/a%00b", url.text());
    assertEquals(Optional.empty(), url.decodedFolder());
  }
}
