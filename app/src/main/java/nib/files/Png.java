package nib.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pixels as PNG files, without the JavaFX module that would make them.
public final class Png {

  private Png() {}

  /// Pixels, a row after the other, from the top.
  ///
  /// @param argb what is transparent in them is left out
  public static byte[] of(int[] argb, int width) {
    int height = argb.length / width;
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
