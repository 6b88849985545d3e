package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WireTest {

  private static final List<PenValue> VALUES =
      List.of(
          new PenValue.NumberValue(-0.0),
          new PenValue.NumberValue(Double.longBitsToDouble(0x7ff8_0000_0000_0001L)),
          new PenValue.BooleanValue(true),
          new PenValue.NoneValue(),
          new PenValue.StringValue(new byte[] {0, -1, 'a'}));

  @Test
  void bringsRequestsAcross() throws Exception {
    var request = new WorkerRequest("/a path/é.so", new TrialCall("add", SlotKind.STRING, VALUES));
    assertEquals(request, Wire.readRequest(new ByteArrayInputStream(Wire.frame(request))));
  }

  @Test
  void bringsMessagesAcross() throws Exception {
    check(new WorkerMessage.Hello(7));
    check(new WorkerMessage.Reached(WorkerMessage.Stage.READING));
    check(new WorkerMessage.Invalid("what", "cure"));
    check(new WorkerMessage.Refused("reason", "cure"));
    for (var value : VALUES) {
      check(new WorkerMessage.Returned(value, Duration.ofNanos(123_456_789_012L)));
    }
  }

  private static void check(WorkerMessage message) throws IOException {
    assertEquals(message, Wire.readMessage(new ByteArrayInputStream(Wire.frame(message))));
  }

  @Test
  void refusesFramesThatAreCutShort() {
    var frame = Wire.frame(new WorkerMessage.Refused("reason", "cure"));
    for (int length = 0; length < frame.length; length++) {
      var in = new ByteArrayInputStream(Arrays.copyOf(frame, length));
      assertThrows(EOFException.class, () -> Wire.readMessage(in));
    }
  }

  @Test
  void refusesFramesThatLie() {
    var frame = Wire.frame(new WorkerMessage.Refused("reason", "cure"));
    frame[5] = 0x7f; // the length of the reason
    assertThrows(IOException.class, () -> Wire.readMessage(new ByteArrayInputStream(frame)));
    frame[0] = (byte) 0x80; // the length of the frame
    assertThrows(IOException.class, () -> Wire.readMessage(new ByteArrayInputStream(frame)));
    assertThrows(
        IOException.class,
        () -> Wire.readMessage(new ByteArrayInputStream(new byte[] {0, 0, 0, 1, 'X'})));
  }

  @Test
  void takesAGreetingInAnotherLanguageForAnotherVersion() throws Exception {
    var frame = Wire.frame(new WorkerMessage.Hello(Wire.VERSION));
    frame[5] ^= 1;
    assertEquals(new WorkerMessage.Hello(0), Wire.readMessage(new ByteArrayInputStream(frame)));
  }
}
