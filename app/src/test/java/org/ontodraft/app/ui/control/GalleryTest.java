package org.ontodraft.app.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.task.ProgressReport;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityStatus;

/** A picture of every control; the counterpart of the token sheet. */
@ExtendWith(FxTest.class)
class GalleryTest {
  private final Texts texts = Texts.load();

  @Test
  void everyControlHasItsPicture() {
    Screenshots.take("gallery", 1000, 800, this::gallery);
    assertThat(Path.of("target", "screenshots", "gallery-dark-150.png"))
        .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(20_000));
  }

  private Parent gallery() {
    FlowPane icons = new FlowPane(12, 8);
    for (Glyph glyph : Glyph.values()) {
      HBox one = new HBox(6, new Icon(glyph, "strong-icon"), small(glyph.name()));
      one.setPrefWidth(150);
      icons.getChildren().add(one);
    }
    FlowPane marks = new FlowPane(16, 8);
    for (EntityStatus status : EntityStatus.values()) {
      ChangeBar bar = new ChangeBar();
      bar.show(status);
      bar.setPrefHeight(24);
      bar.setMinHeight(24);
      marks
          .getChildren()
          .add(row(bar, StatusMark.of(texts, status), new Label(texts.status(status))));
    }
    Chip added = new Chip(Glyph.PROPERTY, "Has_orcid");
    added.show(Chip.Kind.ADDED);
    Chip removed = new Chip(Glyph.PROPERTY, "Has_birthday");
    removed.show(Chip.Kind.REMOVED);
    Chip upstream = new Chip(Glyph.PROPERTY, "Has_pronouns");
    upstream.show(Chip.Kind.UPSTREAM);
    Chip removable = new Chip(Glyph.CATEGORY, "Agent");
    removable.addTrailing(new IconButton(Glyph.CLOSE, "Remove Agent"));
    HBox chips = row(new Chip(Glyph.PROPERTY, "Has_email"), added, removed, upstream, removable);
    HBox pills = row();
    for (Pill.Side side : Pill.Side.values()) {
      pills.getChildren().add(new Pill(side.name(), side));
    }
    HBox tags = row();
    for (ImpactTag.Impact impact : ImpactTag.Impact.values()) {
      tags.getChildren().add(new ImpactTag(impact));
    }
    tags.getChildren().addAll(Badge.of(12), Badge.of(3000), new KeyCap("Ctrl O"), new KeyCap("/"));
    Button accent = new Button("Submit...", new Icon(Glyph.PULL_REQUEST));
    accent.getStyleClass().add("accent");
    Button disabled = new Button("Finish: 2 left", new Icon(Glyph.LOCK));
    disabled.setDisable(true);
    Button compact = new Button("Small");
    compact.getStyleClass().add("compact");
    HBox buttons =
        row(
            accent,
            new Button("Validate", new Icon(Glyph.VALIDATE)),
            disabled,
            compact,
            new IconButton(Glyph.UNDO, "Undo"),
            new SegmentedControl<>("View", List.of("Split", "Unified", "JSON"), s -> s));
    CheckBox on = new CheckBox("On");
    on.setSelected(true);
    HBox inputs = row(new TextField("Person"), on, new CheckBox("Off"));
    ProgressStrip strip = new ProgressStrip(texts, () -> {});
    strip.show(new ProgressReport("read", 1200, 3000));
    Notice notice =
        new Notice(
                Notice.Kind.ERROR,
                "The branch was not pushed",
                "The server refused draft/emails: the branch holds a commit that is not yours.",
                "Your draft is unchanged.",
                "Look at the other commit, then send yours on top of it.",
                "PUSH-03",
                List.of())
            .with("Compare", () -> {});
    VBox all =
        new VBox(
            14,
            title("Ontodraft"),
            icons,
            marks,
            chips,
            pills,
            tags,
            buttons,
            inputs,
            strip,
            new NoticePane(texts, notice, () -> {}),
            row(
                styled("Title", "title-text"),
                styled("Heading", "heading-text"),
                styled("Section", "section-text"),
                styled("Strong", "strong-text"),
                styled("Medium", "medium-text"),
                styled("Muted", "muted-text"),
                styled("categories/Person.json", "mono-text"),
                styled("not set", "unset-text"),
                styled("struck", "struck-text")));
    all.setStyle("-fx-padding: 1.5em");
    return all;
  }

  private static Label title(String text) {
    return styled(text, "title-text");
  }

  private static Label small(String text) {
    return styled(text, "small-text");
  }

  private static Label styled(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.setStyle("-fx-alignment: center-left");
    return row;
  }
}
