package org.ontodraft.app.ui.control.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws SVG, which JavaFX does not read. Nothing outside the file is ever looked at. */
final class SvgPicture {
  private static final Logger LOG = LoggerFactory.getLogger(SvgPicture.class);

  /** A drawing of more text than this is a map, or meant to be a burden. */
  private static final int MAX_BYTES = 2 * 1024 * 1024;

  /** Uses of uses multiply: this many in this depth is what can still be drawn at once. */
  private static final int MAX_USES = 60;

  private static final DocumentLimits LIMITS = new DocumentLimits(30, 4, 20_000);

  private SvgPicture() {}

  /** The picture; empty when it cannot be drawn, or not without harm. */
  static Optional<Image> of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (bytes.length > MAX_BYTES
        || text.contains("<!DOCTYPE") && text.contains("<!ENTITY")
        || text.split("<use", MAX_USES + 2).length > MAX_USES) {
      return Optional.empty();
    }
    try {
      @Nullable SVGDocument document =
          new SVGLoader()
              .load(
                  new ByteArrayInputStream(bytes),
                  null,
                  LoaderContext.builder()
                      .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                      .documentLimits(LIMITS)
                      .build());
      return Optional.ofNullable(document).flatMap(SvgPicture::draw);
    } catch (RuntimeException odd) {
      // The library answers an odd file with exceptions of many kinds; none is our fault.
      LOG.info("an SVG file cannot be drawn: {}", odd.toString());
      return Optional.empty();
    }
  }

  private static Optional<Image> draw(SVGDocument document) {
    FloatSize size = document.size();
    float longest = Math.max(size.width, size.height);
    if (!(size.width > 0 && size.height > 0 && longest < Float.MAX_VALUE)) {
      return Optional.empty();
    }
    // A drawing has no pixels of its own: one that is small is drawn as large as there is room.
    float scale = Picture.EDGE / longest;
    int width = Math.max(1, Math.round(size.width * scale));
    int height = Math.max(1, Math.round(size.height * scale));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, height));
    graphics.dispose();
    int[] pixels = new int[width * height];
    drawn.getRaster().getDataElements(0, 0, width, height, pixels);
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    return Optional.of(image);
  }
}
