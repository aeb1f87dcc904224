package org.ontodraft.app.ui.control.image;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.model.media.ImageSize;
import org.ontodraft.model.media.ImageType;

/** An image file as it can be looked at, or why it cannot. */
public sealed interface Picture {
  /** The longest edge a picture is shown with; larger ones are decoded to fit. */
  int EDGE = 640;

  /**
   * A picture that fits into {@link #EDGE}.
   *
   * @param width as the file says, in pixels; 0 where it says none
   */
  record Shown(Image image, long width, long height, long bytes) implements Picture {}

  /** A file that is not shown. It is kept as it is all the same. */
  record NotShown(Refusal refusal) implements Picture {}

  /** Decodes a file's bytes; not for the FX thread. */
  static Picture of(String name, byte[] bytes) {
    Optional<ImageType> type = ImageType.ofName(name);
    if (type.isEmpty() || !type.get().begins(bytes)) {
      return notShown("MEDIA-08", name);
    }
    return switch (type.get()) {
      case PNG, JPEG, GIF -> ofPixels(name, type.get(), bytes);
      case SVG ->
          SvgPicture.of(bytes)
              .<Picture>map(image -> new Shown(image, 0, 0, bytes.length))
              .orElseGet(() -> notShown("MEDIA-08", name));
      case WEBP -> notShown("MEDIA-10", name);
    };
  }

  private static Picture ofPixels(String name, ImageType type, byte[] bytes) {
    Optional<ImageSize> size = ImageSize.of(type, bytes);
    if (size.isEmpty()) {
      return notShown("MEDIA-08", name);
    }
    if (!size.get().isShowable()) {
      return notShown("MEDIA-09", name, size.get().width(), size.get().height());
    }
    boolean large = size.get().width() > EDGE || size.get().height() > EDGE;
    double edge = large ? EDGE : 0;
    Image image = new Image(new ByteArrayInputStream(bytes), edge, edge, true, true);
    @Nullable Exception error = image.getException();
    return image.isError() || error != null || image.getWidth() < 1
        ? notShown("MEDIA-08", name)
        : new Shown(image, size.get().width(), size.get().height(), bytes.length);
  }

  private static Picture notShown(String code, Object... arguments) {
    return new NotShown(Refusal.of(code, arguments));
  }
}
