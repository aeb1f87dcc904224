package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityStatus;

/** The head of one entity's changes, with what can be done to all of it. */
final class HeadPane extends HBox {
  private final Texts texts;
  private final RowActions actions;
  private final IconButton fold;
  private final StatusMark mark;
  private final Icon shape = new Icon(Glyph.CATEGORY);
  private final Label label = new Label();
  private final Label type = new Label();
  private final Label path = new Label();
  private final Label counts = new Label();
  private final Button open = button("review.open");
  private final Button revert = button("review.revert");
  private final Button copyFile = button("review.copy.file");
  private final Button copyPatch = button("review.copy.patch");

  HeadPane(Texts texts, RowActions actions) {
    this.texts = texts;
    this.actions = actions;
    this.fold = new IconButton(Glyph.CHEVRON_DOWN, texts.get("review.fold"));
    this.mark = new StatusMark(texts);
    getStyleClass().add("card-head");
    fold.getStyleClass().add("tight");
    fold.setFocusTraversable(false);
    label.getStyleClass().add("heading-text");
    label.setMinWidth(0);
    type.getStyleClass().addAll("small-text", "muted-text");
    type.setMinWidth(USE_PREF_SIZE);
    path.getStyleClass().addAll("mono-text", "muted-text");
    counts.getStyleClass().addAll("small-text", "muted-text");
    counts.setMinWidth(USE_PREF_SIZE);
  }

  private static Button button(String key) {
    Button button = new Button();
    button.setUserData(key);
    button.getStyleClass().add("compact");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    return button;
  }

  /** Shows a head and says it in words. */
  String show(ReviewRow.Head head) {
    EntityReview review = head.review();
    boolean deleted = review.status() == EntityStatus.DELETED;
    fold.setGraphic(new Icon(head.open() ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT));
    fold.name(texts.get(head.open() ? "review.fold" : "review.unfold"));
    fold.setOnAction(event -> actions.toggle(head));
    mark.show(review.status());
    shape.show(Glyph.of(review.key().type()));
    label.setText(review.label());
    label.getStyleClass().remove("struck-text");
    if (deleted) {
      label.getStyleClass().add("struck-text");
    }
    type.setText(texts.type(review.key().type()));
    path.setText(review.path());
    counts.setText(counts(head));
    wire(open, review, () -> actions.open(review.key()));
    wire(revert, review, () -> actions.revert(head));
    wire(copyFile, review, () -> actions.copyFile(review));
    wire(copyPatch, review, () -> actions.copyPatch(review));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    List<Node> nodes =
        new ArrayList<>(List.of(fold, mark, shape, label, type, path, space, counts));
    switch (head.mode()) {
      case SPLIT -> {}
      case JSON -> {
        if (!deleted) {
          nodes.add(copyFile);
        }
      }
      case PATCH -> nodes.add(copyPatch);
    }
    if (!deleted) {
      nodes.add(open);
    }
    nodes.add(revert);
    getChildren().setAll(nodes);
    return texts.get(
        "review.head.accessible",
        review.label(),
        type.getText(),
        texts.status(review.status()),
        review.path(),
        counts.getText());
  }

  private String counts(ReviewRow.Head head) {
    EntityReview review = head.review();
    String lines = texts.get("review.lines", review.addedLines(), review.removedLines());
    return head.mode() == ReviewMode.SPLIT
        ? texts.get("review.fields", review.changedFields()) + "  " + lines
        : lines;
  }

  private void wire(Button button, EntityReview review, Runnable action) {
    String key = String.valueOf(button.getUserData());
    button.setText(texts.get(key));
    button.setAccessibleText(texts.get(key) + ": " + review.label());
    button.setOnAction(event -> action.run());
  }
}
