package nib.engine.trial;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// This side's end of the channel to one worker: a socket in a private folder.
///
/// What arrives, and that the worker is gone, are events in one queue.
final class WorkerChannel implements AutoCloseable {

  /// What the worker said before it ended may still be on its way. Longer waits do not help: the
  /// socket stays open where the function has left another process behind.
  private static final long LAST_MESSAGES_MILLIS = 500;

  /// Something that a caller waits for.
  sealed interface Event {
    record Said(WorkerMessage message) implements Event {}

    record Gone() implements Event {}
  }

  private final ServerSocketChannel server;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Thread reader;
  private volatile Optional<SocketChannel> socket = Optional.empty();

  private WorkerChannel(ServerSocketChannel server) {
    this.server = server;
    this.reader = Thread.ofPlatform().daemon().name("messages of a trial").unstarted(this::read);
  }

  static WorkerChannel open(Path folder) throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(folder.resolve(Wire.SOCKET_FILE)));
    var channel = new WorkerChannel(server);
    channel.reader.start();
    return channel;
  }

  private void read() {
    try (var connected = server.accept();
        var in = input(connected)) {
      socket = Optional.of(connected);
      while (true) {
        events.add(new Event.Said(Wire.readMessage(in)));
      }
    } catch (IOException e) {
      // Either side has closed it. What the worker came to, its process tells.
    }
  }

  private static InputStream input(SocketChannel socket) {
    return new BufferedInputStream(Channels.newInputStream(socket));
  }

  /// The worker's process has ended. Called once.
  void workerEnded() {
    try {
      server.close();
      reader.join(LAST_MESSAGES_MILLIS);
    } catch (IOException | InterruptedException e) {
      // Nothing more will come.
    }
    events.add(new Event.Gone());
  }

  /// Sends a request. A worker that is gone shows in the events.
  void send(WorkerRequest request) {
    var rest = ByteBuffer.wrap(Wire.frame(request));
    try {
      while (socket.isPresent() && rest.hasRemaining()) {
        socket.get().write(rest);
      }
    } catch (IOException e) {
      // The worker is gone.
    }
  }

  /// The next event; empty when there is none in time.
  Optional<Event> next(long nanos) throws InterruptedException {
    return Optional.ofNullable(events.poll(nanos, TimeUnit.NANOSECONDS));
  }

  @Override
  public void close() {
    try {
      server.close();
      if (socket.isPresent()) {
        socket.get().close();
      }
    } catch (IOException e) {
      // It is of no more use anyway.
    }
  }
}
