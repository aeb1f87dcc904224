package org.ontodraft.app.ui.diff;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.image.Picture;
import org.ontodraft.app.ui.control.image.PictureBox;
import org.ontodraft.model.entity.EntityKey;

/** The images that a draft changes: each as it was, and beside it as it is. */
final class PicturesPane extends VBox {
  private final Texts texts;
  private final RowActions actions;
  private @Nullable EntityKey shown;

  PicturesPane(Texts texts, RowActions actions) {
    this.texts = texts;
    this.actions = actions;
    getStyleClass().addAll("card-row", "pictures-row");
  }

  /** Shows the images of a medium once they are read, and says that in words. */
  String show(ReviewRow.Pictures row) {
    shown = row.key();
    getChildren().setAll(new Label(texts.get("media.loading")));
    actions.pictures(
        row.key(),
        read -> {
          // The pane may be another row's by now.
          if (row.key().equals(shown)) {
            fill(read);
          }
        });
    return texts.get("media.compared", row.key().key());
  }

  private void fill(List<ReviewPictures.Compared> read) {
    getChildren().clear();
    for (ReviewPictures.Compared each : read) {
      HBox pair =
          new HBox(
              side("review.column.base", each.name(), each.base(), "media.compared.new"),
              side("review.column.mine", each.name(), each.mine(), "media.compared.gone"));
      pair.getStyleClass().add("picture-pair");
      getChildren().add(pair);
    }
    requestLayout();
  }

  private VBox side(String heading, String name, @Nullable Picture picture, String absent) {
    Label side = new Label(texts.get(heading));
    side.getStyleClass().addAll("small-text", "medium-text");
    PictureBox box = new PictureBox(texts);
    if (picture == null) {
      box.absent(name, texts.get(absent));
    } else {
      String why =
          picture instanceof Picture.NotShown(var refusal)
              ? texts.get("refusal." + refusal.code() + ".text", refusal.arguments().toArray())
              : "";
      box.show(name, picture, why);
    }
    return new VBox(side, box);
  }
}
