package nib.engine.binary;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Optional;

/// One file, opened a few times, so that as many threads can read different places of it at once.
///
/// A channel would serve any number of threads. But so much of the class library runs before its
/// first bytes arrive that a command which takes a tenth of a second spends a tenth of that there.
final class Handles implements AutoCloseable {

  /// A file of fewer bytes is read before a second thread has begun.
  private static final long WORTH_MORE = 1 << 20;

  private static final int MOST = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final ArrayDeque<RandomAccessFile> free = new ArrayDeque<>();
  private boolean closed;

  private Handles() {}

  static Handles open(Path path) throws IOException {
    var handles = new Handles();
    var before = identity(path);
    try {
      var first = opened(path);
      handles.free.add(first);
      if (before.isPresent() && first.length() >= WORTH_MORE) {
        handles.more(path, before.get());
      }
      return handles;
    } catch (IOException | RuntimeException e) {
      handles.close();
      throw e;
    }
  }

  /// Opens the file again and again. Where another one has taken its name meanwhile, the first
  /// handle has to do.
  private void more(Path path, Object file) throws IOException {
    var more = new ArrayDeque<RandomAccessFile>();
    try {
      while (more.size() < MOST - 1) {
        more.add(opened(path));
      }
    } catch (IOException e) {
      // The file is gone, or the process has no room for more: what follows sees that it is few.
    }
    if (more.size() == MOST - 1 && identity(path).filter(file::equals).isPresent()) {
      free.addAll(more);
      return;
    }
    for (var one : more) {
      one.close();
    }
  }

  /// What tells this file from one that takes its name; empty where the system does not say.
  private static Optional<Object> identity(Path path) throws IOException {
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }

  private static RandomAccessFile opened(Path path) throws IOException {
    try {
      return new RandomAccessFile(path.toFile(), "r");
    } catch (FileNotFoundException e) { // the only complaint it has
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      throw Files.isReadable(path) ? e : new AccessDeniedException(path.toString());
    }
  }

  /// The file's size in bytes.
  long size() throws IOException {
    var handle = take();
    try {
      return handle.length();
    } finally {
      give(handle);
    }
  }

  /// Reads at most `length` bytes from `at` on, fewer if it likes, and says how many there were; -1
  /// at the file's end.
  int read(long at, byte[] into, int from, int length) throws IOException {
    var handle = take();
    try {
      handle.seek(at);
      return handle.read(into, from, length);
    } finally {
      give(handle);
    }
  }

  /// A handle that nobody else uses until it is given back.
  private synchronized RandomAccessFile take() throws IOException {
    while (free.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    if (closed) {
      throw new IOException("the file was closed");
    }
    return free.pop();
  }

  private synchronized void give(RandomAccessFile handle) throws IOException {
    if (closed) {
      handle.close();
    } else {
      free.push(handle);
      notifyAll();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    notifyAll();
    while (!free.isEmpty()) {
      free.pop().close();
    }
  }
}
