package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.WidthFirstPane;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.impact.SemverLevel;

/**
 * The head of one entity's changes, with what can be done to all of it: at the end of the line, and
 * in a line of its own where there is no room.
 */
final class HeadPane extends WidthFirstPane {
  private static final int SHORT = 24;

  private final HBox lead = new HBox();
  private final HBox tail = new HBox();
  private final Texts texts;
  private final RowActions actions;
  private final Icon chevron = new Icon(Glyph.CHEVRON_DOWN);
  private final IconButton fold;
  private final StatusMark mark;
  private final Icon shape = new Icon(Glyph.CATEGORY);
  private final Label label = new Label();
  private final Label type = new Label();
  private final Label path = new Label();
  private final Label counts = new Label();
  private final Label affects = new Label();
  private final ImpactCell impact;
  private final CheckBox reviewed = new CheckBox();
  private final Button split = button("review.split");
  private final Button open = button("review.open");
  private final Button revert = button("review.revert");
  private final Button copyFile = button("review.copy.file");
  private final Button copyPatch = button("review.copy.patch");

  HeadPane(Texts texts, RowActions actions) {
    this.texts = texts;
    this.actions = actions;
    this.fold = new IconButton(Glyph.CHEVRON_DOWN, texts.get("review.fold"));
    fold.setGraphic(chevron);
    this.mark = new StatusMark(texts);
    this.impact = new ImpactCell(texts);
    impact.setMinWidth(USE_PREF_SIZE);
    affects.getStyleClass().addAll("small-text", "muted-text");
    affects.setMinWidth(0);
    affects.setGraphic(new Icon(Glyph.AFFECTED, "small-icon"));
    reviewed.setText(texts.get("review.reviewed"));
    reviewed.setFocusTraversable(false);
    reviewed.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("card-head");
    lead.getStyleClass().add("head-part");
    tail.getStyleClass().addAll("head-part", "head-tail");
    lead.getChildren().setAll(fold, mark, shape, label, type, path);
    getChildren().setAll(lead, tail);
    fold.getStyleClass().add("tight");
    fold.setFocusTraversable(false);
    label.getStyleClass().add("heading-text");
    type.getStyleClass().addAll("small-text", "muted-text");
    type.setMinWidth(0);
    path.getStyleClass().addAll("mono-text", "muted-text");
    path.setMinWidth(0);
    counts.getStyleClass().addAll("small-text", "muted-text");
    counts.setMinWidth(0);
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
    chevron.show(head.open() ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT);
    fold.name(texts.get(head.open() ? "review.fold" : "review.unfold"));
    fold.setOnAction(event -> actions.toggle(head));
    mark.show(review.status());
    shape.show(Glyph.of(review.key().type()));
    String name = HiddenCharacters.shown(review.label());
    label.setText(name);
    // Short names stay whole when the row is narrow; what stands beside them gives way.
    label.setMinWidth(name.length() <= SHORT ? USE_PREF_SIZE : 0);
    label.getStyleClass().remove("struck-text");
    if (deleted) {
      label.getStyleClass().add("struck-text");
    }
    EntityReview.Renaming renaming = review.renaming();
    type.setText(
        renaming == null
            ? texts.type(review.key().type())
            : texts.get(
                "review.renamed",
                texts.type(review.key().type()),
                renaming.deleted().key().key(),
                review.key().key()));
    path.setText(review.path());
    counts.setText(counts(head));
    wire(open, review, () -> actions.open(review.key()));
    wire(revert, review, () -> actions.revert(head));
    wire(copyFile, review, () -> actions.copyFile(review));
    wire(copyPatch, review, () -> actions.copyPatch(review));
    List<Node> nodes = new ArrayList<>(List.of(counts));
    ReviewRow.HeadFacts facts = head.facts();
    String level = showFacts(head, nodes);
    switch (head.mode()) {
      case SPLIT, UNIFIED -> {}
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
    if (facts.splits()) {
      wire(split, review, () -> actions.split(review.key()));
      nodes.add(split);
    }
    if (facts.editable()) {
      nodes.add(revert);
    }
    Boolean ticked = facts.reviewed();
    if (ticked != null) {
      reviewed.setSelected(ticked);
      reviewed.setAccessibleText(texts.get("review.reviewed.of", review.label()));
      reviewed.setOnAction(event -> actions.tick(review, reviewed.isSelected()));
      nodes.add(reviewed);
    }
    // Nodes that are set again would be styled again.
    if (!tail.getChildren().equals(nodes)) {
      tail.getChildren().setAll(nodes);
    }
    requestLayout();
    String words =
        texts.get(
            "review.head.accessible",
            review.label(),
            type.getText(),
            texts.status(review.status()),
            review.path(),
            counts.getText());
    return words + level + (Boolean.TRUE.equals(ticked) ? ", " + texts.get("review.ticked") : "");
  }

  /** Shows what is known of the change besides the change, and says it in words. */
  private String showFacts(ReviewRow.Head head, List<Node> nodes) {
    ReviewRow.HeadFacts facts = head.facts();
    String words = "";
    if (facts.affects() > 0) {
      affects.setText(texts.get("review.affects", facts.affects()));
      nodes.add(affects);
      words = ", " + affects.getText();
    }
    if (facts.level() != SemverLevel.NONE) {
      String level = impact.show(List.of(facts.level()), () -> actions.explain(head));
      nodes.add(impact);
      words += ", " + texts.get("review.impact.is", level);
    }
    return words;
  }

  private String counts(ReviewRow.Head head) {
    EntityReview review = head.review();
    String lines = texts.get("review.lines", review.addedLines(), review.removedLines());
    return head.mode().byField()
        ? texts.get("review.fields", review.changedFields()) + "  " + lines
        : lines;
  }

  private void wire(Button button, EntityReview review, Runnable action) {
    String key = String.valueOf(button.getUserData());
    button.setText(texts.get(key));
    button.setAccessibleText(texts.get(key) + ": " + review.label());
    button.setOnAction(event -> action.run());
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double content =
        isOneLine(width - insets.getLeft() - insets.getRight())
            ? Math.max(lead.prefHeight(-1), tail.prefHeight(-1))
            : lead.prefHeight(-1) + tail.prefHeight(-1) + 1.5 * gap();
    return snapSizeY(content) + insets.getTop() + insets.getBottom();
  }

  private double gap() {
    return lead.getSpacing();
  }

  /** Counts give way before anything goes into a second line. */
  private boolean isOneLine(double width) {
    return width < 0 || lead.minWidth(-1) + gap() + tail.minWidth(-1) <= width;
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double left = insets.getLeft();
    double top = insets.getTop();
    double width = getWidth() - left - insets.getRight();
    double height = getHeight() - top - insets.getBottom();
    if (isOneLine(width)) {
      double room = width - gap() - lead.prefWidth(-1);
      double last = snapSizeX(Math.max(tail.minWidth(-1), Math.min(tail.prefWidth(-1), room)));
      lead.resizeRelocate(left, top, width - gap() - last, height);
      tail.resizeRelocate(left + width - last, top, last, height);
    } else {
      double first = lead.prefHeight(-1);
      double below = top + gap() / 2 + first + gap() / 2;
      double last = Math.min(width, tail.prefWidth(-1));
      lead.resizeRelocate(left, top + gap() / 2, width, first);
      tail.resizeRelocate(left + width - last, below, last, tail.prefHeight(-1));
    }
  }
}
