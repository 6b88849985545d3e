package nib.engine.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A script's content: its digest, and as much of its text as a person can read.
///
/// @param digest SHA-256 of all its bytes in lower-case hexadecimal
record ScriptFile(String digest, String text) {

  /// A compiled program may stand under a script's name. It is digested whole, and shown in part.
  private static final int LONGEST_TEXT = 1 << 20;

  private static final String PROGRAM = "(a compiled program, not a text)\n";

  static ScriptFile read(Path file) throws IOException {
    var digest = sha256();
    byte[] start;
    try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      start = bytes.readNBytes(LONGEST_TEXT);
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return new ScriptFile(HexFormat.of().formatHex(digest.digest()), text(start));
  }

  static String digest(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Whether there was a text to read at all.
  static boolean isProgram(String text) {
    return text.equals(PROGRAM);
  }

  private static String text(byte[] start) {
    for (byte one : start) {
      if (one == 0) {
        return PROGRAM;
      }
    }
    String text = new String(start, StandardCharsets.UTF_8);
    return start.length < LONGEST_TEXT ? text : text + "\n(the rest is not shown)\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
