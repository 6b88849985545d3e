package nib.engine.trial.worker;

import com.sun.jna.Memory;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import nib.engine.trial.Wire;
import nib.engine.trial.WorkerMessage;

/// The worker's end of the channel: a socket in a private folder, which nothing that native code
/// prints can reach.
final class AnswerChannel implements AutoCloseable {

  private final SocketChannel socket;
  private final Memory answerFile;
  private final LibC libc;

  private AnswerChannel(SocketChannel socket, Path folder, LibC libc) {
    this.socket = socket;
    this.answerFile = LibC.text(folder.resolve(Wire.ANSWER_FILE).toString());
    this.libc = libc;
  }

  static AnswerChannel connect(Path folder, LibC libc) throws IOException {
    var socket = SocketChannel.open(StandardProtocolFamily.UNIX);
    socket.connect(UnixDomainSocketAddress.of(folder.resolve(Wire.SOCKET_FILE)));
    return new AnswerChannel(socket, folder, libc);
  }

  SocketChannel socket() {
    return socket;
  }

  /// Says how far a call has come. It does not matter when the function has closed the socket.
  void tell(WorkerMessage message) {
    try {
      write(Wire.frame(message));
    } catch (IOException e) {
      // The answer will go another way.
    }
  }

  /// Sends an answer. When the function has closed the socket, it goes into a file, which the other
  /// side reads once this process has ended.
  void answer(WorkerMessage message) {
    var frame = Wire.frame(message);
    try {
      write(frame);
    } catch (IOException e) {
      libc.makeFile(answerFile, frame);
      libc.exit(0);
    }
  }

  private void write(byte[] frame) throws IOException {
    var rest = ByteBuffer.wrap(frame);
    while (rest.hasRemaining()) {
      socket.write(rest);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
