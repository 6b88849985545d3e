package nib.engine.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a loader remembers, and texts that stand in the place of files.
final class ModuleMemoryTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));

  @TempDir private Path folder;
  private PackageFolders pen;

  @BeforeEach
  void makePackage() throws IOException {
    pen = new PackageFolders(folder).library("a").file("a/A.pen", "type A = none");
    pen.file("a/B.pen", "type B = none");
  }

  @Test
  void keepsModulesThatStayTheSame() throws Exception {
    var a = module("A.pen");
    var b = module("B.pen");
    pen.file("a/B.pen", "type C = none");
    Files.setLastModifiedTime(pen.at("a/A.pen"), FileTime.from(Instant.now().plusSeconds(9)));
    assertSame(a, module("A.pen"));
    assertNotSame(b, module("B.pen"));
    assertEquals("C", module("B.pen").syntax().types().getFirst().name().text());
  }

  @Test
  void readsAFileOfOldTimeAndSizeNoMore() throws Exception {
    Files.setLastModifiedTime(pen.at("a/A.pen"), LONG_AGO);
    var before = module("A.pen");
    // Nobody can see this change, which is what shows that nobody looked.
    Files.writeString(pen.at("a/A.pen"), "type Z = none");
    Files.setLastModifiedTime(pen.at("a/A.pen"), LONG_AGO);
    assertSame(before, module("A.pen"));
    Files.writeString(pen.at("new"), "type Z = none");
    Files.setLastModifiedTime(pen.at("new"), LONG_AGO);
    Files.delete(pen.at("a/A.pen"));
    Files.move(pen.at("new"), pen.at("a/A.pen"));
    assertNotSame(before, module("A.pen"));
  }

  @Test
  void looksAgainAtAFileThatChangedJustNow() throws Exception {
    var now = Files.getLastModifiedTime(pen.at("a/A.pen"));
    var before = module("A.pen");
    Files.writeString(pen.at("a/A.pen"), "type Z = none");
    Files.setLastModifiedTime(pen.at("a/A.pen"), now);
    assertNotSame(before, module("A.pen"));
  }

  @Test
  void readsEditedTextsInThePlaceOfFiles() throws Exception {
    var before = module("A.pen");
    var edit = new SourceText(pen.at("a/A.pen"), "type New = none");
    var edited = module("A.pen", edit);
    assertSame(edit, edited.source());
    assertEquals("New", edited.syntax().types().getFirst().name().text());
    assertSame(edited, module("A.pen", edit));
    assertSame(edited, module("A.pen", new SourceText(edit.file(), edit.text())));
    Files.writeString(pen.at("a/A.pen"), edit.text());
    assertSame(edited, module("A.pen"));
    Files.writeString(pen.at("a/A.pen"), before.source().text());
    assertEquals("A", module("A.pen").syntax().types().getFirst().name().text());
  }

  @Test
  void knowsAnEditedFileUnderEveryPath() throws Exception {
    Files.createSymbolicLink(pen.at("link"), pen.at("a"));
    Files.createSymbolicLink(pen.at("a/Linked.pen"), pen.at("a/A.pen"));
    var graph =
        pen.load(List.of(new SourceText(pen.at("link/x/../A.pen"), "type New = none")), "a");
    var modules = PackageFolders.opened(graph).pen().modules();
    assertEquals(
        List.of("A.pen New", "B.pen B", "Linked.pen New"),
        modules.stream()
            .map(one -> one.path() + " " + one.syntax().types().getFirst().name().text())
            .toList());
    assertEquals(pen.at("a/A.pen"), modules.getFirst().source().file());
  }

  @Test
  void takesEditedTextsOfFilesThatAreNotThereYet() throws Exception {
    Files.createSymbolicLink(pen.at("link"), pen.at("a"));
    Files.createSymbolicLink(pen.at("a/Broken.pen"), pen.at("nowhere"));
    var edits = new ArrayList<SourceText>();
    for (var name :
        List.of(
            "a/new/C.pen", "link/D.test.pen", "a/.x/E.pen", "a/F.txt", "G.pen", "a/Broken.pen")) {
      edits.add(new SourceText(pen.at(name), "type New = none"));
    }
    var graph = pen.load(edits, "a");
    var modules = PackageFolders.opened(graph).pen().modules();
    assertEquals(
        List.of("A.pen", "B.pen", "Broken.pen", "D.test.pen", "new/C.pen"),
        modules.stream().map(PenModule::path).toList());
    assertEquals(pen.at("a/D.test.pen"), modules.get(3).source().file());
    assertEquals(List.of(), pen.said(graph));
  }

  @Test
  void readsAnEditedManifest() throws Exception {
    pen.library("b");
    var edit =
        new SourceText(
            pen.at("a/pen.json"), "{\"type\": \"library\", \"dependencies\": {\"B\": \"../b\"}}");
    assertEquals(2, pen.load(List.of(edit), "a").packages().size());
  }

  @Test
  void readsAFileInTwoPackagesAsTwoModules() throws Exception {
    pen.library("a/inner").file("a/inner/C.pen", "");
    var graph = pen.load("a", "a/inner");
    assertEquals(
        List.of("inner/C.pen", "C.pen"),
        graph.packages().values().stream()
            .map(one -> one.pen().modules().getLast().path())
            .toList());
    assertSame(
        graph.find(graph.opened().getLast()).orElseThrow().pen().modules().getFirst(),
        pen.load("a/inner")
            .find(graph.opened().getLast())
            .orElseThrow()
            .pen()
            .modules()
            .getFirst());
  }

  @Test
  void looksIntoALargeFolderOnlyWhenItChanged() throws Exception {
    var large = pen.at("a/target");
    for (int i = 0; i < FolderMemory.LARGE; i++) {
      pen.file("a/target/x" + i + ".o", "");
    }
    pen.file("a/target/inner/C.pen", "").file("a/target/D.pen", "type D = none");
    Files.setLastModifiedTime(large, LONG_AGO);
    var d = module("target/D.pen");
    pen.file("a/target/D.pen", "type E = none").file("a/target/inner/F.pen", "");
    // Nobody can see this change, which is what shows that nobody looked.
    pen.file("a/target/New.pen", "");
    Files.setLastModifiedTime(large, LONG_AGO);
    assertEquals(
        List.of("A.pen", "B.pen", "target/D.pen", "target/inner/C.pen", "target/inner/F.pen"),
        PackageFolders.opened(pen.load("a")).pen().modules().stream()
            .map(PenModule::path)
            .toList());
    assertNotSame(d, module("target/D.pen"));
    Files.setLastModifiedTime(large, FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));
    assertEquals("'target'New", module("target/New.pen").name());
  }

  @Test
  void forgetsModulesThatBelongToNoGraph() throws Exception {
    pen.library("b").file("b/C.pen", "");
    var both = Optional.of(pen.load("a", "b"));
    assertEquals(3, pen.loader().remembered());
    pen.load("b");
    var kept = both.get().packages();
    assertSame(kept.values().iterator().next().pen().modules().getFirst(), module("A.pen"));
    both = Optional.empty();
    kept = java.util.Map.of();
    pen.load("b");
    for (int i = 0; i < 50 && pen.loader().remembered() > 1; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertEquals(1, pen.loader().remembered());
    assertTrue(both.isEmpty() && kept.isEmpty());
  }

  @Test
  void servesManyThreads() throws Exception {
    var first = module("A.pen");
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks = new ArrayList<Callable<PenModule>>();
      for (int i = 0; i < 40; i++) {
        tasks.add(() -> module("A.pen"));
      }
      for (var one : threads.invokeAll(tasks)) {
        assertSame(first, one.get());
      }
    }
  }

  private PenModule module(String path, SourceText... edited) throws Exception {
    var graph = pen.load(List.of(edited), "a");
    return graph.find(new ModuleId(graph.opened().getFirst(), path)).orElseThrow();
  }
}
