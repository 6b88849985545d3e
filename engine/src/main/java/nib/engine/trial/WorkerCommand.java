package nib.engine.trial;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import nib.engine.diagnostic.FailureException;

/// The command that starts a worker: this JVM's own `java` with as little as a worker needs.
///
/// JNA's native library is unpacked once, into the cache folder. JNA itself would do so for each
/// process, into the temporary folder, from which some systems run nothing.
final class WorkerCommand {

  private static final String WORKER = "nib.engine.trial.worker.WorkerMain";
  private static final String JNA = "com/sun/jna/Native.class";

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx256m",
          "-XX:-UsePerfData",
          // Signals of the terminal and of raise() do what they do in any program.
          "-Xrs",
          // Whatever the JVM has to say would be taken for the function's output.
          "-Xlog:disable",
          "-XX:-CreateCoredumpOnCrash",
          // A report of a process whose memory is damaged may never come to its end.
          "-XX:ErrorLogTimeout=5",
          "--enable-native-access=ALL-UNNAMED",
          "-Djna.nosys=true");

  private final Path cacheFolder;

  WorkerCommand(Path cacheFolder) {
    this.cacheFolder = cacheFolder;
  }

  /// The worker's program and arguments.
  ///
  /// @param folder private to one worker: its channel, its crash report
  /// @param mark what it writes to its output after each call
  List<String> line(Path folder, String mark) throws FailureException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(OPTIONS);
    line.add("-XX:ErrorFile=" + crashReport(folder));
    line.add("-Djna.tmpdir=" + cacheFolder);
    nativeLibrary().ifPresent(place -> line.add("-Djna.boot.library.path=" + place));
    line.add("-classpath");
    line.add(home(JNA) + File.pathSeparator + home(WORKER.replace('.', '/') + ".class"));
    line.add(WORKER);
    line.add(folder.toString());
    line.add(mark);
    return line;
  }

  /// Where the JVM writes what it knows of its crash.
  static Path crashReport(Path folder) {
    return folder.resolve("crash");
  }

  /// Takes out variables whose JVM options would change the worker or make it print.
  static void clean(Map<String, String> environment) {
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(environment::remove);
  }

  /// The folder or archive that a class comes from.
  private static Path home(String resource) throws FailureException {
    var url = Optional.ofNullable(loader().getResource(resource)).map(URL::toString).orElse("");
    String place = url.substring(0, Math.max(0, url.length() - resource.length()));
    if (place.startsWith("jar:") && place.endsWith("!/")) {
      place = place.substring("jar:".length(), place.length() - "!/".length());
    }
    if (!place.startsWith("file:")) {
      throw new FailureException(
          "the trial's worker cannot be started: %s is missing".formatted(resource),
          "install Nib again");
    }
    return Path.of(URI.create(place));
  }

  private static ClassLoader loader() {
    return WorkerCommand.class.getClassLoader();
  }

  /// The folder with JNA's native library, or nothing on a system whose name for it is not known
  /// here: JNA then unpacks it for itself.
  private Optional<Path> nativeLibrary() throws FailureException {
    String name = Platform.IS_MAC ? "libjnidispatch.jnilib" : "libjnidispatch.so";
    String resource = "com/sun/jna/%s/%s".formatted(Platform.jnaName(), name);
    try (var in = loader().getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(unpacked(in.readAllBytes(), name));
    } catch (IOException e) {
      throw new FailureException(
          "the cache folder %s cannot be written: %s".formatted(cacheFolder, e.getMessage()),
          "make it writable, or set XDG_CACHE_HOME to a folder that is",
          e);
    }
  }

  private Path unpacked(byte[] content, String name) throws IOException {
    var checksum = new CRC32();
    checksum.update(content);
    var folder = cacheFolder.resolve("jna-%08x".formatted(checksum.getValue()));
    var file = folder.resolve(name);
    if (!Files.exists(file) || Files.size(file) != content.length) {
      Files.createDirectories(folder);
      var partial = Files.createTempFile(folder, name, ".partial");
      Files.write(partial, content);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }
}
