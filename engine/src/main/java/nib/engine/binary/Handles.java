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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// One file, opened a few times, so that as many threads can read different places of it at once.
///
/// A channel would serve any number of threads. But so much of the class library runs before its
/// first bytes arrive that a command which takes a tenth of a second spends a tenth of that there.
final class Handles implements AutoCloseable {

  /// A file of fewer bytes is read before a second thread has begun.
  private static final long WORTH_MORE = 1 << 20;

  private static final int MOST = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final AtomicReferenceArray<@Nullable RandomAccessFile> free =
      new AtomicReferenceArray<>(MOST);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;

  private Handles() {}

  static Handles open(Path path) throws IOException {
    var handles = new Handles();
    var before = identity(path);
    try {
      var first = opened(path);
      handles.give(first);
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
    boolean same = false;
    try {
      while (more.size() < MOST - 1) {
        more.add(opened(path));
      }
      same = identity(path).filter(file::equals).isPresent();
    } catch (IOException e) {
      // Its name is gone, or the process has no room for more files.
    }
    for (var one : more) {
      if (same) {
        give(one);
      } else {
        one.close();
      }
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

  /// A handle that nobody else uses until it is given back. As a rule there is one for each thread,
  /// so nobody waits and no lock is taken.
  private RandomAccessFile take() throws IOException {
    var handle = takeFree();
    return handle == null ? await() : handle;
  }

  private @Nullable RandomAccessFile takeFree() {
    for (int i = 0; i < MOST; i++) {
      var handle = free.getAndSet(i, null);
      if (handle != null) {
        return handle;
      }
    }
    return null;
  }

  private synchronized RandomAccessFile await() throws IOException {
    waiting.incrementAndGet(); // before looking once more: whoever gives one back now sees it
    try {
      while (!closed) {
        var handle = takeFree();
        if (handle != null) {
          return handle;
        }
        wait();
      }
      throw new IOException("the file was closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void give(RandomAccessFile handle) throws IOException {
    for (int i = 0; i < MOST; i++) {
      if (free.compareAndSet(i, null, handle)) {
        break;
      }
    }
    if (closed) {
      closeFree();
    }
    if (waiting.get() > 0) {
      wake();
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  /// Closes the file; whoever still reads is told so.
  @Override
  public void close() throws IOException {
    closed = true;
    closeFree();
    wake();
  }

  private void closeFree() throws IOException {
    for (var handle = takeFree(); handle != null; handle = takeFree()) {
      handle.close();
    }
  }
}
