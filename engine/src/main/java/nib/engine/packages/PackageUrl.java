package nib.engine.packages;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A dependency's URL, resolved as the compiler's library resolves it (the URL standard of the
/// WHATWG, for `file` and for schemes without rules of their own).
///
/// @param scheme in small letters
/// @param path as it is written in the URL: with `%20` for a space
/// @param text the whole, whose letters tell packages apart
record PackageUrl(String scheme, String path, String text) {

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern PASSED_OVER =
      Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\r\\n]");
  private static final Pattern NO_HOST = Pattern.compile("[\\x00-\\x20#<>?\\\\^|`{}\\x7f]|:\\D");
  private static final Pattern DRIVE = Pattern.compile("/[A-Za-z]:(/.*)?");
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);

  /// What a path may not have as it is; `/` parts it, `?` and `#` end it.
  private static final String ENCODED_IN_PATHS = " \"#<>?`{}";

  /// The URL of a folder, without a slash at the end.
  static PackageUrl of(Path folder) {
    var path = new StringBuilder();
    for (var name : folder) {
      path.append('/').append(encoded(name.toString(), ENCODED_IN_PATHS + "%/\\"));
    }
    // A drive of Windows is its root's name.
    String root = String.valueOf(folder.getRoot()).replace("\\", "").replace("/", "");
    String whole = (root.isEmpty() ? "" : "/" + root) + path;
    return new PackageUrl("file", whole, "file://" + (whole.isEmpty() ? "/" : whole));
  }

  /// Empty when it is no URL.
  ///
  /// @param base the folder that relative URLs start from, without links
  static Optional<PackageUrl> resolve(String written, Path base) {
    String text = PASSED_OVER.matcher(written).replaceAll("");
    var scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return file(text, base);
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    return name.equals("file") ? file(scheme.group(2), base) : other(name, scheme.group(2));
  }

  /// Whether it means something else in every folder.
  static boolean relative(String written) {
    String text = PASSED_OVER.matcher(written).replaceAll("").replace('\\', '/');
    var scheme = SCHEME.matcher(text);
    boolean file = scheme.matches() && scheme.group(1).equalsIgnoreCase("file");
    return scheme.matches() ? file && !scheme.group(2).startsWith("/") : !text.startsWith("/");
  }

  private static Optional<PackageUrl> file(String rest, Path base) {
    String tail = rest.substring(pathEnd(rest));
    String path = rest.substring(0, pathEnd(rest)).replace('\\', '/');
    String host = "";
    if (path.startsWith("//")) {
      int end = path.indexOf('/', 2);
      host = path.substring(2, end < 0 ? path.length() : end).toLowerCase(Locale.ROOT);
      path = end < 0 ? "/" : path.substring(end);
    } else if (!path.startsWith("/")) {
      path = of(base).path() + "/" + path;
    }
    if (NO_HOST.matcher(host).find()) {
      return Optional.empty();
    }
    String whole = withoutDots(path);
    String shown = host.equals("localhost") ? "" : host;
    return Optional.of(new PackageUrl("file", whole, "file://" + shown + whole + tail));
  }

  private static Optional<PackageUrl> other(String scheme, String rest) {
    String tail = rest.substring(pathEnd(rest));
    String path = rest.substring(0, pathEnd(rest));
    String host = "";
    if (path.startsWith("//")) {
      int end = path.indexOf('/', 2);
      host = path.substring(0, end < 0 ? path.length() : end);
      path = end < 0 ? "" : path.substring(end);
      if (NO_HOST.matcher(host.substring(host.lastIndexOf('@') + 1)).find()) {
        return Optional.empty();
      }
    }
    String whole = path.startsWith("/") ? withoutDots(path) : path;
    return Optional.of(new PackageUrl(scheme, whole, scheme + ":" + host + whole + tail));
  }

  private static int pathEnd(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '?' && text.charAt(at) != '#') {
      at++;
    }
    return at;
  }

  private static String withoutDots(String path) {
    List<String> parts = new ArrayList<>();
    var written = Arrays.asList(SLASH.split(path.substring(1), -1));
    for (int i = 0; i < written.size(); i++) {
      String dots = DOT.matcher(written.get(i)).replaceAll(".");
      boolean last = i == written.size() - 1;
      if (dots.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      }
      if (!dots.equals("..") && !dots.equals(".")) {
        parts.add(encoded(written.get(i), ENCODED_IN_PATHS));
      } else if (last) {
        parts.add("");
      }
    }
    return "/" + String.join("/", parts);
  }

  private static String encoded(String text, String also) {
    var encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      if (one <= 0x1f || one == 0x7f || also.indexOf(one) >= 0) {
        encoded.append("%%%02X".formatted(one));
      } else {
        encoded.append((char) one);
      }
    }
    return encoded.toString();
  }

  /// The folder of a `file` URL as the compiler takes it: the path's letters as they are.
  Optional<Path> folder() {
    return folder(path);
  }

  /// The folder that was meant: `%20` taken for a space.
  Optional<Path> decodedFolder() {
    return folder(decodedPath());
  }

  String decodedPath() {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int at = 0; at < bytes.length; at++) {
      int high = at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
      int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
      if (bytes[at] == '%' && high >= 0 && low >= 0) {
        bytes[length++] = (byte) (high * 16 + low);
        at += 2;
      } else {
        bytes[length++] = bytes[at];
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /// A folder by its path with `/`; empty when this system has no such paths.
  static Optional<Path> folder(String path) {
    try {
      return Optional.of(
          Path.of(DRIVE.matcher(path).matches() ? path.substring(1) : path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
