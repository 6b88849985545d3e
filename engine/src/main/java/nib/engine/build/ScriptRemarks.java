package nib.engine.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What can be said about a script without running it.
final class ScriptRemarks {

  private ScriptRemarks() {}

  static List<String> about(Path file, String text) {
    String name = String.valueOf(file.getFileName());
    var remarks = new ArrayList<String>();
    if (name.equals("pen-ffi")) {
      remarks.add(
          "the compiler in circulation looks for `pen-ffi.*` and does not see `pen-ffi`: name it"
              + " `pen-ffi.sh`");
    }
    if (ScriptText.isBackup(name)) {
      remarks.add(
          "`%s` looks like an editor's backup: rename it to `pen-ffi.sh`, or remove it"
              .formatted(name));
    }
    if (!ScriptFile.isProgram(text)) {
      firstLine(name, text, remarks);
    }
    return remarks;
  }

  private static void firstLine(String name, String text, List<String> remarks) {
    var shebang = Shebang.of(text);
    if (shebang.isEmpty()) {
      remarks.add(
          "`%s` names no interpreter, so who starts it decides which shell runs it: begin it with %s"
              .formatted(name, "`#!/bin/sh`"));
      return;
    }
    var line = shebang.get();
    if (line.carriageReturn()) {
      remarks.add(ScriptText.carriageReturn(name) + ": " + ScriptText.removeCarriageReturns(name));
    } else if (line.interpreter().startsWith("/") && !Files.exists(Path.of(line.interpreter()))) {
      remarks.add(
          "`%s` is for `%s`, which this machine does not have: install it, or correct the first line"
              .formatted(name, line.interpreter()));
    }
  }
}
