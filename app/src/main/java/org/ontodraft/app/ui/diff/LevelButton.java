package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.ImpactTag;
import org.ontodraft.model.impact.OwnerImpact;
import org.ontodraft.model.impact.SemverLevel;

/** What all changes mean together; pressed, what they mean for each module and bundle. */
final class LevelButton extends Button {
  private final Texts texts;

  LevelButton(SemverLevel level, Supplier<List<OwnerImpact>> owners, Texts texts, Dialogs dialogs) {
    this.texts = texts;
    ImpactTag tag = ImpactCell.tag(level);
    String words = texts.get("review.impact.all", tag.getText());
    setGraphic(tag);
    getStyleClass().addAll("plain", "impact-button");
    setAccessibleText(words);
    Hint.say(this, words);
    setOnAction(event -> dialogs.show(texts.get("review.impact.title"), content(owners.get())));
  }

  private VBox content(List<OwnerImpact> owners) {
    Label rule = new Label(texts.get("review.impact.rule"));
    rule.setWrapText(true);
    VBox rows = new VBox();
    owners.forEach(owner -> rows.getChildren().add(row(owner)));
    if (owners.isEmpty()) {
      rows.getChildren().add(new Label(texts.get("review.impact.owners.none")));
    }
    ScrollPane scrolled = new ScrollPane(rows);
    scrolled.setFitToWidth(true);
    scrolled.setMaxHeight(400);
    VBox content = new VBox(rule, scrolled);
    content.getStyleClass().add("owner-impacts");
    return content;
  }

  private HBox row(OwnerImpact owner) {
    Label name =
        new Label(
            texts.get(
                "review.impact.owner", texts.type(owner.owner().type()), owner.owner().key()));
    HBox row =
        new HBox(ImpactCell.tag(owner.level()), new Icon(Glyph.of(owner.owner().type())), name);
    if (owner.because().size() > 1) {
      Label because =
          new Label(texts.get("review.impact.because", owner.because().getFirst().key()));
      because.getStyleClass().add("muted-text");
      row.getChildren().add(because);
    }
    row.getStyleClass().add("owner-row");
    return row;
  }
}
