package org.ontodraft.app.ui.control.image;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** A picture with its name and size below it, or a frame that says why there is none. */
public final class PictureBox extends VBox {
  private static final double LONGEST = 260;

  private final Texts texts;
  private final StackPane frame = new StackPane();
  private final Label caption = new Label();

  /** An empty frame. */
  public PictureBox(Texts texts) {
    this.texts = texts;
    getStyleClass().add("picture-box");
    frame.getStyleClass().add("picture-frame");
    caption.getStyleClass().addAll("small-text", "muted-text");
    caption.setWrapText(true);
    caption.setMaxWidth(LONGEST);
    getChildren().setAll(frame, caption);
  }

  /** Says that a file of this name is being read. */
  public void loading(String name) {
    say(name, texts.get("media.loading"));
  }

  /** Says that there is no file, and why. */
  public void absent(String name, String why) {
    say(name, why);
  }

  /** Shows a file. */
  public void show(String name, Picture picture, String refusal) {
    switch (picture) {
      case Picture.Shown(var image, long width, long height, long bytes) -> {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        double longest = Math.max(image.getWidth(), image.getHeight());
        if (longest > LONGEST) {
          view.setFitWidth(image.getWidth() * LONGEST / longest);
        }
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(texts.get("media.picture", name));
        frame.getChildren().setAll(view);
        caption.setText(
            width == 0
                ? texts.get("media.caption.drawn", name, size(bytes))
                : texts.get("media.caption", name, width, height, size(bytes)));
      }
      case Picture.NotShown notShown -> say(name, refusal);
    }
  }

  private void say(@Nullable String name, String words) {
    Label text = new Label(words);
    text.setWrapText(true);
    text.setMaxWidth(LONGEST - 32);
    text.getStyleClass().addAll("small-text", "muted-text");
    VBox inside = new VBox(new Icon(Glyph.MEDIA, "large-icon"), text);
    inside.getStyleClass().add("picture-words");
    frame.getChildren().setAll(inside);
    caption.setText(name);
  }

  private String size(long bytes) {
    return bytes < 1024 * 1024
        ? texts.get("media.kilobytes", Math.max(1, bytes / 1024))
        : texts.get("media.megabytes", String.format(Locale.ROOT, "%.1f", bytes / 1048576.0));
  }
}
