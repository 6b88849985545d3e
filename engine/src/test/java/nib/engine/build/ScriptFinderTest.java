package nib.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptFinderTest {

  private static final String SCRIPT = "#!/bin/sh\necho \"$PWD/lib.a\"\n";

  @TempDir Path root;

  private final OpenMemory memory = new OpenMemory();

  @Test
  void aPackageMayHaveNone() throws Exception {
    write("pen-ffix.sh", SCRIPT);
    write("my-pen-ffi.sh", SCRIPT);
    assertEquals(new ScriptState.None(), find());
    assertEquals(
        "%s has no `pen-ffi` script to build with; add an executable `pen-ffi.sh` that prints the path of the `.a` file it builds"
            .formatted(root),
        refusal());
  }

  @Test
  void saysThatTheFolderIsGone() throws Exception {
    var gone = root.resolve("gone");
    var failure = assertThrows(FailureException.class, () -> ScriptFinder.find(gone, memory));
    assertEquals("there is no folder " + gone, failure.failure().what());
  }

  @Test
  void findsOneWithAnyExtensionAndReadsIt() throws Exception {
    var file = write("pen-ffi.py", SCRIPT);
    var found = assertInstanceOf(ScriptState.Found.class, find());
    assertEquals(file, found.file());
    assertEquals(SCRIPT, found.text());
    assertEquals(sha256sum(file), found.digest());
    assertEquals(Trust.ASK, found.trust());
    assertEquals(List.of(), found.remarks());
  }

  @Test
  void remarksThatTheCompilerDoesNotSeeAScriptWithoutExtension() throws Exception {
    write("pen-ffi", SCRIPT);
    assertEquals(
        List.of(
            "the compiler in circulation looks for `pen-ffi.*` and does not see `pen-ffi`: name it"
                + " `pen-ffi.sh`"),
        found().remarks());
  }

  @Test
  void countsAnEditorsBackupAsTheCompilerDoes() throws Exception {
    write("pen-ffi.sh", SCRIPT);
    var backup = write("pen-ffi.sh~", SCRIPT);
    assertEquals(new ScriptState.Many(List.of(root.resolve("pen-ffi.sh"), backup)), find());
    assertEquals(
        "%s has 2 `pen-ffi` scripts where one is allowed: `pen-ffi.sh`, `pen-ffi.sh~`; remove `pen-ffi.sh~`, an editor's backup: Pen's compiler counts it too"
            .formatted(root),
        refusal());
  }

  @Test
  void listsAllOfSeveral() throws Exception {
    var shell = write("pen-ffi.sh", SCRIPT);
    var plain = write("pen-ffi", SCRIPT);
    var python = write("pen-ffi.py", SCRIPT);
    assertEquals(new ScriptState.Many(List.of(plain, python, shell)), find());
    assertTrue(refusal().endsWith("; keep one and rename the others"), refusal());
  }

  @Test
  void saysHowToMakeAScriptExecutable() throws Exception {
    var file = Files.writeString(root.resolve("pen-ffi.sh"), SCRIPT);
    assertEquals(new ScriptState.NotExecutable(file), find());
    assertEquals("%s is not executable; chmod +x %s".formatted(file, file), refusal());
  }

  @Test
  void aFolderOfCratesIsNoScript() throws Exception {
    Files.createDirectory(root.resolve("pen-ffi"));
    assertEquals(new ScriptState.None(), find());
  }

  @Test
  void aFolderWithAScriptsNameIsInTheWay() throws Exception {
    Files.createDirectory(root.resolve("pen-ffi.d"));
    var thrown = assertThrows(FailureException.class, this::find);
    assertEquals(
        "%s has a script's name and is not a file".formatted(root.resolve("pen-ffi.d")),
        thrown.failure().what());
  }

  @Test
  void remarksOnTheFirstLine() throws Exception {
    check("echo hi\n", "`pen-ffi.sh` names no interpreter, so who starts it decides");
    check("#!/bin/sh\r\necho hi\r\n", "the first line of `pen-ffi.sh` ends with a carriage return");
    check("#!/usr/bin/env sh\r\n", "the first line of `pen-ffi.sh` ends with a carriage return");
    check("#!/opt/none/ruby -w\n", "`pen-ffi.sh` is for `/opt/none/ruby`, which this machine");
  }

  private void check(String script, String remark) throws Exception {
    write("pen-ffi.sh", script);
    var remarks = found().remarks();
    assertEquals(1, remarks.size(), remarks::toString);
    assertTrue(remarks.getFirst().startsWith(remark), remarks::toString);
  }

  @Test
  void showsACompiledProgramAsSuch() throws Exception {
    Files.copy(Path.of("/bin/sh"), root.resolve("pen-ffi.bin"));
    assertEquals("(a compiled program, not a text)\n", found().text());
    assertEquals(List.of(), found().remarks());
  }

  @Test
  void remembersAYesToTheContentWhereverItStands(@TempDir Path other) throws Exception {
    write("pen-ffi.sh", SCRIPT);
    ScriptFinder.answer(found(), TrustAnswer.CONTENT, memory);
    assertEquals(Trust.CONTENT, found().trust());

    Files.copy(root.resolve("pen-ffi.sh"), other.resolve("pen-ffi.sh"));
    Files.setPosixFilePermissions(
        other.resolve("pen-ffi.sh"), Files.getPosixFilePermissions(root.resolve("pen-ffi.sh")));
    var elsewhere = assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(other, memory));
    assertEquals(Trust.CONTENT, elsewhere.trust());

    write("pen-ffi.sh", SCRIPT + "# changed\n");
    assertEquals(Trust.ASK, found().trust());
  }

  @Test
  void remembersAYesToTheFolderAlsoAfterAChange() throws Exception {
    write("pen-ffi.sh", SCRIPT);
    ScriptFinder.answer(found(), TrustAnswer.FOLDER, memory);
    write("pen-ffi.sh", SCRIPT + "# changed\n");
    assertEquals(Trust.FOLDER, found().trust());
  }

  @Test
  void aFolderIsTheSameThroughALink(@TempDir Path links) throws Exception {
    write("pen-ffi.sh", SCRIPT);
    ScriptFinder.answer(found(), TrustAnswer.FOLDER, memory);
    var link = Files.createSymbolicLink(links.resolve("link"), root);
    var found = assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(link, memory));
    assertEquals(Trust.FOLDER, found.trust());
  }

  @Test
  void remembersANoUntilTheContentChanges() throws Exception {
    write("pen-ffi.sh", SCRIPT);
    ScriptFinder.answer(found(), TrustAnswer.NO, memory);
    assertEquals(Trust.REFUSED, found().trust());
    assertEquals(
        "%s was answered with no, so it does not run; read it again, then say yes with --trust"
            .formatted(root.resolve("pen-ffi.sh")),
        refusal());
    write("pen-ffi.sh", SCRIPT + "# changed\n");
    assertEquals(Trust.ASK, found().trust());
  }

  @Test
  void aYesForOnceIsNotRemembered() throws Exception {
    write("pen-ffi.sh", SCRIPT);
    ScriptFinder.answer(found(), TrustAnswer.ONCE, memory);
    assertEquals(Trust.ASK, found().trust());
    assertTrue(ScriptText.refusal(root, find(), true).isEmpty());
  }

  private ScriptState find() throws FailureException {
    return ScriptFinder.find(root, memory);
  }

  private ScriptState.Found found() throws FailureException {
    return assertInstanceOf(ScriptState.Found.class, find());
  }

  private String refusal() throws FailureException {
    return ScriptText.refusal(root, find(), false).orElseThrow().toString();
  }

  private Path write(String name, String text) throws IOException {
    var file = Files.writeString(root.resolve(name), text);
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  private static String sha256sum(Path file) throws IOException {
    var process = new ProcessBuilder("sha256sum", file.toString()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.substring(0, said.indexOf(' '));
  }
}
