package nib.engine.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;

/// The protocol between a trial's two processes: frames of a length and that many bytes.
///
/// Both sides are the same build of the same program, except when that was replaced while it ran;
/// hence the version in the first frame.
public final class Wire {

  /// Goes up with every change to what frames hold.
  public static final int VERSION = 1;

  /// Strings that are longer are not passed; a window could not show them either.
  public static final int LONGEST_STRING = 16 * 1024 * 1024;

  /// The channel's socket, in the folder that both sides share.
  public static final String SOCKET_FILE = "socket";

  /// Where a worker leaves its answer when the function has closed the channel.
  public static final String ANSWER_FILE = "answer";

  private static final int LONGEST_FRAME = 256 * 1024 * 1024;
  private static final int MAGIC = 0x4e49_4254; // NIBT

  private Wire() {}

  /// What one side sends and what it has to write for that.
  @FunctionalInterface
  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  public static byte[] frame(WorkerRequest request) {
    return frame(out -> {
      writeText(out, request.library());
      writeText(out, request.call().symbol());
      writeText(out, request.call().result().name());
      out.writeInt(request.call().arguments().size());
      for (var argument : request.call().arguments()) {
        writeValue(out, argument);
      }
    });
  }

  /// Reads a request.
  ///
  /// @throws java.io.EOFException when the other side is gone
  public static WorkerRequest readRequest(InputStream channel) throws IOException {
    var in = body(channel);
    String library = readText(in);
    String symbol = readText(in);
    var result = SlotKind.valueOf(readText(in));
    int count = in.readInt();
    var arguments = new ArrayList<PenValue>();
    for (int i = 0; i < count; i++) {
      arguments.add(readValue(in));
    }
    return new WorkerRequest(library, new TrialCall(symbol, result, arguments));
  }

  public static byte[] frame(WorkerMessage message) {
    return frame(out -> {
      switch (message) {
        case WorkerMessage.Hello(int version) -> {
          out.writeByte('H');
          out.writeInt(MAGIC);
          out.writeInt(version);
        }
        case WorkerMessage.Reached(var stage) -> {
          out.writeByte('S');
          writeText(out, stage.name());
        }
        case WorkerMessage.Returned(var value, var took) -> {
          out.writeByte('V');
          writeValue(out, value);
          out.writeLong(took.toNanos());
        }
        case WorkerMessage.Invalid(var what, var cure) -> {
          out.writeByte('I');
          writeText(out, what);
          writeText(out, cure);
        }
        case WorkerMessage.Refused(var reason, var cure) -> {
          out.writeByte('R');
          writeText(out, reason);
          writeText(out, cure);
        }
      }
    });
  }

  /// Reads a message of a worker.
  ///
  /// @throws java.io.EOFException when the worker is gone
  public static WorkerMessage readMessage(InputStream channel) throws IOException {
    var in = body(channel);
    int tag = in.readByte();
    return switch (tag) {
      case 'H' -> new WorkerMessage.Hello(in.readInt() == MAGIC ? in.readInt() : 0);
      case 'S' -> new WorkerMessage.Reached(WorkerMessage.Stage.valueOf(readText(in)));
      case 'V' -> new WorkerMessage.Returned(readValue(in), Duration.ofNanos(in.readLong()));
      case 'I' -> new WorkerMessage.Invalid(readText(in), readText(in));
      case 'R' -> new WorkerMessage.Refused(readText(in), readText(in));
      default -> throw new IOException("no message begins with " + tag);
    };
  }

  private static byte[] frame(Body body) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(0);
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("an array does not fail", e);
    }
    var frame = bytes.toByteArray();
    ByteBuffer.wrap(frame).putInt(frame.length - Integer.BYTES);
    return frame;
  }

  private static DataInputStream body(InputStream channel) throws IOException {
    var in = new DataInputStream(channel);
    int length = in.readInt();
    if (length < 0 || length > LONGEST_FRAME) {
      throw new IOException("no frame is %d bytes long".formatted(length));
    }
    var bytes = new byte[length];
    in.readFully(bytes);
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static void writeValue(DataOutputStream out, PenValue value) throws IOException {
    switch (value) {
      case PenValue.NumberValue(double number) -> {
        out.writeByte('n');
        out.writeLong(Double.doubleToRawLongBits(number));
      }
      case PenValue.BooleanValue(boolean truth) -> {
        out.writeByte('b');
        out.writeBoolean(truth);
      }
      case PenValue.StringValue string -> {
        out.writeByte('s');
        writeBytes(out, string.bytes());
      }
      case PenValue.NoneValue _ -> out.writeByte('0');
    }
  }

  private static PenValue readValue(DataInputStream in) throws IOException {
    int tag = in.readByte();
    return switch (tag) {
      case 'n' -> new PenValue.NumberValue(Double.longBitsToDouble(in.readLong()));
      case 'b' -> new PenValue.BooleanValue(in.readBoolean());
      case 's' -> new PenValue.StringValue(readBytes(in));
      case '0' -> new PenValue.NoneValue();
      default -> throw new IOException("no value begins with " + tag);
    };
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(UTF_8));
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), UTF_8);
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("%d bytes do not fit into the frame".formatted(length));
    }
    return in.readNBytes(length);
  }
}
