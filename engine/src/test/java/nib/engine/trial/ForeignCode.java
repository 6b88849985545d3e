package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nib.engine.process.CommandLine;
import nib.engine.process.Completion;
import nib.engine.process.SystemCommands;

/// Archives of real code for tests, made by the compilers of this machine in a folder of their own.
record ForeignCode(Path folder) {

  /// What C code needs to know of Pen.
  private static final String PRELUDE =
      """
      #include <stdbool.h>
      #include <stddef.h>
      #include <stdint.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      typedef struct { size_t length; uint8_t bytes[]; } pen_string;
      extern void *_pen_malloc(size_t);
      extern void _pen_free(void *);
      static size_t length_of(pen_string *s) { return s ? s->length : 0; }
      static void drop(pen_string *s) { if (s) _pen_free((intptr_t *)(void *)s - 1); }
      static pen_string *make(const void *bytes, size_t length) {
        intptr_t *block = _pen_malloc(16 + length);
        block[0] = 0;
        block[1] = (intptr_t)length;
        if (length > 0) memcpy(block + 2, bytes, length);
        return (pen_string *)(void *)(block + 1);
      }
      """;

  /// An archive of one member.
  Path c(String name, String source, String... flags) throws Exception {
    var object = object(name, source, flags);
    return archive(name, object);
  }

  Path object(String name, String source, String... flags) throws Exception {
    var file = Files.writeString(folder.resolve(name + ".c"), PRELUDE + source);
    var object = folder.resolve(name + ".o");
    var command = new ArrayList<>(List.of("cc", "-c", "-g", "-w", "-fPIC"));
    command.addAll(List.of(flags));
    command.addAll(List.of(file.toString(), "-o", object.toString()));
    run(command);
    return object;
  }

  Path archive(String name, Path... objects) throws Exception {
    var archive = folder.resolve("lib" + name + ".a");
    Files.deleteIfExists(archive);
    var command = new ArrayList<>(List.of("ar", "rcs", archive.toString()));
    List.of(objects).forEach(object -> command.add(object.toString()));
    run(command);
    return archive;
  }

  Path rust(String name, String source) throws Exception {
    var file = Files.writeString(folder.resolve(name + ".rs"), source);
    var archive = folder.resolve("lib" + name + ".a");
    run(
        List.of(
            "rustc",
            "--edition=2021",
            "--crate-type=staticlib",
            "-Awarnings",
            "-o",
            archive.toString(),
            file.toString()));
    return archive;
  }

  /// What a program prints. A test that needs one that is missing fails and names it.
  String run(List<String> command) throws IOException, InterruptedException {
    var output =
        new SystemCommands()
            .capture(new CommandLine(command, folder, Map.of(), Duration.ofMinutes(2)));
    assertEquals(
        new Completion.Exited(0), output.completion(), () -> command + "\n" + output.text());
    return output.text();
  }
}
