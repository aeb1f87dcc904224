package org.ontodraft.app.bootstrap;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture of a screen in its 256 most frequent colours: a third of the size, the same to see. */
record IndexedPicture(BufferedImage picture) {
  private static final int COLOURS = 256;

  static IndexedPicture of(BufferedImage full) {
    int[] pixels = full.getRGB(0, 0, full.getWidth(), full.getHeight(), null, 0, full.getWidth());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel & 0xffffff, 1, Integer::sum);
    }
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage made =
        new BufferedImage(
            full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    int[] indexes =
        IntStream.of(pixels)
            .map(pixel ->
                nearest.computeIfAbsent(pixel & 0xffffff, colour -> nearest(colour, colours)))
            .toArray();
    made.getRaster().setPixels(0, 0, full.getWidth(), full.getHeight(), indexes);
    return new IndexedPicture(made);
  }

  private static int nearest(int colour, int[] colours) {
    return IntStream.range(0, colours.length)
        .boxed()
        .min(Comparator.comparingInt(index -> distance(colour, colours[index])))
        .orElseThrow();
  }

  private static int distance(int left, int right) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int by = (left >> shift & 0xff) - (right >> shift & 0xff);
      sum += by * by;
    }
    return sum;
  }

  /** Writes a PNG file, making its folder when needed. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(picture, "png", file.toFile());
  }
}
