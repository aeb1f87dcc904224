package org.ontodraft.app.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** Pictures made for a test. */
public final class Pngs {
  private Pngs() {}

  /** A picture of one colour. */
  public static byte[] of(int width, int height, int rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, rgb);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** A small file that says it has more pixels than any memory holds. */
  public static byte[] bomb() {
    byte[] bytes = of(1, 1, 0);
    ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
    return bytes;
  }
}
