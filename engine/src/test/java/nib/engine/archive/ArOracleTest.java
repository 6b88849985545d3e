package nib.engine.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.OpenFile;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("toolchain")
final class ArOracleTest {

  private static final List<String> FILES =
      List.of(
          "a.o",
          "fifteen_chars.o",
          "sixteen__chars.o",
          "with blanks in.o",
          "größe.o",
          "a_rather_longer_name_than_fits_anywhere.o",
          "odd.txt");

  @TempDir private Path folder;

  @Test
  void agreesWithArAboutNamesAndContents() throws Exception {
    writeFiles();
    run("ar", "rc", "all.a");
    assertEquals(listed("ar", "all.a"), members("all.a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gnu", "bsd", "darwin"})
  void agreesWithLlvmArInEveryDialect(String dialect) throws Exception {
    writeFiles();
    run("llvm-ar", "rc", "all.a", "--format=" + dialect);
    assertEquals(listed("llvm-ar", "all.a"), members("all.a"));
  }

  @Test
  void agreesWithArAboutThinArchives() throws Exception {
    writeFiles();
    run("ar", "rcT", "thin.a");
    assertEquals(listed("ar", "thin.a"), members("thin.a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"libc.a", "libstdc++.a", "libgcc.a"})
  void agreesWithArAboutTheCompilersLibraries(String name) throws Exception {
    var path = Tool.compilerLibrary(name);
    try (var file = OpenFile.open(path)) {
      var names =
          ArchiveReader.read(file.bytes()).members().stream().map(ArchiveMember::name).toList();
      assertEquals(Tool.run(folder, "ar", "t", path.toString()).lines().toList(), names);
    }
  }

  private void writeFiles() throws IOException {
    for (int i = 0; i < FILES.size(); i++) {
      Files.writeString(folder.resolve(FILES.get(i)), "x".repeat(i));
    }
  }

  private void run(String tool, String operation, String archive, String... options) {
    var command = new ArrayList<>(List.of(tool, operation));
    command.addAll(List.of(options));
    command.add(archive);
    command.addAll(FILES);
    Tool.run(folder, command.toArray(String[]::new));
  }

  private List<String> listed(String tool, String archive) {
    String names = Tool.run(folder, tool, "t", archive);
    return new String(names.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  /// The names, once the sizes are as they were written; Darwin's are padded to eight bytes.
  private List<String> members(String archive) throws IOException, MalformedFileException {
    var members =
        ArchiveReader.read(ByteView.of(Files.readAllBytes(folder.resolve(archive)))).members();
    for (int i = 0; i < members.size(); i++) {
      long size = members.get(i).size();
      assertTrue(size == i || size == (i + 7) / 8 * 8L, members.get(i)::name);
    }
    return members.stream().map(ArchiveMember::name).toList();
  }
}
