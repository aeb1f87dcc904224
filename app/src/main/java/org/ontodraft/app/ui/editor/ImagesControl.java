package org.ontodraft.app.ui.editor;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.app.ui.control.image.Picture;
import org.ontodraft.app.ui.control.image.PictureBox;

/** The pictures of a medium, and what can be done with their files. */
final class ImagesControl implements FieldControl {
  private final ImagesFieldViewModel field;
  private final EditorTexts texts;
  private final FlowPane pictures = new FlowPane();
  private final Button add;
  private final Label refused = new Label();
  private final VBox node;

  ImagesControl(ImagesFieldViewModel field, EditorTexts texts) {
    this.field = field;
    this.texts = texts;
    pictures.getStyleClass().add("pictures");
    add = new Button(texts.get("media.add"));
    add.setId("add-image");
    add.getStyleClass().add("compact");
    add.setOnAction(event -> field.add());
    refused.setId("image-refused");
    refused.getStyleClass().addAll("small-text", "field-problem");
    refused.setWrapText(true);
    refuse("");
    node = new VBox(pictures, add, refused);
    node.getStyleClass().add("images");
    node.setOnDragOver(this::over);
    node.setOnDragExited(event -> refuse(""));
    node.setOnDragDropped(this::dropped);
    field.images().subscribe(this::show);
    field.editable().subscribe(now -> show(field.images().get()));
  }

  private void over(DragEvent event) {
    if (!field.editable().get()) {
      refuse(texts.get("media.drop.closed"));
    } else if (!event.getDragboard().hasFiles()) {
      refuse(texts.get("media.drop.no-file"));
    } else {
      refuse("");
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  /** Says below the pictures why what is dragged cannot be dropped here. */
  private void refuse(String why) {
    refused.setText(why);
    refused.setVisible(!why.isEmpty());
    refused.setManaged(!why.isEmpty());
  }

  private void dropped(DragEvent event) {
    if (field.editable().get() && event.getDragboard().hasFiles()) {
      event.getDragboard().getFiles().stream().map(File::toPath).forEach(field::add);
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private void show(@Nullable List<ShownImage> images) {
    boolean editable = field.editable().get();
    add.setVisible(editable);
    add.setManaged(editable);
    pictures.getChildren().clear();
    if (images == null) {
      PictureBox box = new PictureBox(texts.plain());
      box.loading("");
      pictures.getChildren().add(box);
    } else if (images.isEmpty()) {
      PictureBox box = new PictureBox(texts.plain());
      box.absent("", texts.get(editable ? "media.none.add" : "media.none"));
      pictures.getChildren().add(box);
    } else {
      images.forEach(shown -> pictures.getChildren().add(one(shown, editable)));
    }
  }

  private Node one(ShownImage shown, boolean editable) {
    MediaImage image = shown.image();
    PictureBox box = new PictureBox(texts.plain());
    String refusal =
        shown.picture() instanceof Picture.NotShown(var why) ? texts.refusalOf(why) : "";
    box.show(image.name(), shown.picture(), refusal);
    HBox actions = new HBox();
    actions.getStyleClass().add("page-actions");
    if (image.changed()) {
      String state =
          image.takenAway()
              ? "media.taken-away"
              : image.before().isPresent() ? "media.replaced" : "media.added";
      Label label = new Label(texts.get(state));
      label.getStyleClass().addAll("small-text", "medium-text");
      actions.getChildren().add(label);
    }
    if (editable) {
      boolean back = image.changed() && image.before().isPresent();
      Button button = new Button(texts.get(back ? "media.leave" : "media.take-away"));
      button.getStyleClass().add("compact");
      button.setAccessibleText(
          texts.get(back ? "media.leave.one" : "media.take-away.one", image.name()));
      button.setOnAction(event -> {
        if (back) {
          field.leave(image);
        } else {
          field.takeAway(image);
        }
      });
      actions.getChildren().add(button);
    }
    VBox one = new VBox(box, actions);
    one.getStyleClass().add("images");
    one.setOpacity(image.takenAway() ? 0.5 : 1);
    return one;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node focusTarget() {
    return add;
  }

  @Override
  public boolean tall() {
    return true;
  }
}
