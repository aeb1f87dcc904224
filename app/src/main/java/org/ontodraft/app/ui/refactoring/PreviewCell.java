package org.ontodraft.app.ui.refactoring;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.TouchedEntity;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Chip;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.diff.ColumnsPane;
import org.ontodraft.app.ui.control.diff.FieldCell;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.app.ui.control.diff.FindingLine;
import org.ontodraft.app.ui.control.diff.MeasuredCell;
import org.ontodraft.app.ui.control.diff.ValueCell;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.refactor.Leftover;

/** A row of what a refactoring would come to, and the same in words. */
final class PreviewCell extends MeasuredCell<PreviewRow> {
  private final Texts texts;

  PreviewCell(Texts texts) {
    this.texts = texts;
    getStyleClass().add("refactoring-cell");
  }

  @Override
  protected void updateItem(@Nullable PreviewRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      fill(null);
      return;
    }
    switch (row) {
      case PreviewRow.Head head -> showHead(head);
      case PreviewRow.Touched touched -> showTouched(touched.entity());
      case PreviewRow.Field field -> showField(field);
      case PreviewRow.Affected affected -> showAffected(affected.entity());
      case PreviewRow.Effect effect -> showEffect(effect.effect());
      case PreviewRow.More more ->
          showLine(null, texts.get("refactor.more", more.count()), "muted-text");
      case PreviewRow.Said said -> {
        FindingLine line = new FindingLine(texts, said.finding());
        fill(line);
        setAccessibleText(line.getAccessibleText());
      }
      case PreviewRow.Stays stays -> showStays(stays.reference());
      case PreviewRow.Uses uses ->
          showLine(
              new Icon(Glyph.of(uses.type()), "small-icon"),
              texts.get("refactor.uses", texts.types(uses.type()), uses.count()),
              "");
    }
  }

  private void showHead(PreviewRow.Head head) {
    String key = "refactor.tier." + head.tier().name().toLowerCase(Locale.ROOT);
    Label words = new Label(texts.get(key, head.count()));
    words.getStyleClass().add("strong-text");
    words.setWrapText(true);
    HBox line = new HBox(words);
    line.getStyleClass().add("plan-section");
    fill(line);
    setAccessibleText(words.getText());
  }

  private void showTouched(TouchedEntity entity) {
    EntityKey was = entity.was();
    Label label = new Label(HiddenCharacters.shown(entity.label()));
    label.getStyleClass().add("medium-text");
    label.setMinWidth(0);
    String keys = was == null ? entity.key().key() : was.key() + " \u2192 " + entity.key().key();
    Label key = new Label(HiddenCharacters.shown(keys));
    key.getStyleClass().addAll("mono-text", "muted-text");
    key.setMinWidth(0);
    HBox names =
        new HBox(
            StatusMark.of(texts, entity.status()),
            new Icon(Glyph.of(entity.key().type())),
            label,
            key);
    names.getStyleClass().add("refactoring-names");
    Label files = new Label(String.join("\n", entity.paths()));
    files.getStyleClass().addAll("mono-text", "muted-text", "refactoring-files");
    files.setWrapText(true);
    files.setVisible(!entity.paths().isEmpty());
    files.setManaged(files.isVisible());
    VBox head = new VBox(names, files);
    head.getStyleClass().add("refactoring-entity");
    fill(head);
    setAccessibleText(
        String.join(
            ", ",
            entity.label(),
            texts.type(entity.key().type()),
            was == null
                ? texts.status(entity.status())
                : texts.get("status.renamed.from", was.key()),
            String.join(", ", entity.paths())));
  }

  private void showField(PreviewRow.Field row) {
    FieldCell name = new FieldCell(texts);
    name.show(row.change().field().name(), FieldCell.statusOf(row.change().kind()));
    ValueCell before = new ValueCell(texts, ValueCell.Side.BASE);
    before.show(row.change());
    ValueCell after = new ValueCell(texts, ValueCell.Side.MINE);
    after.show(row.change());
    fill(new ColumnsPane(name, List.of(before, after)));
    setAccessibleText(
        texts.get(
            "refactor.field.spoken",
            FieldNames.of(texts, row.change().field().name()),
            String.valueOf(before.getAccessibleText()),
            String.valueOf(after.getAccessibleText())));
  }

  private void showAffected(AffectedEntity entity) {
    Label label = new Label(HiddenCharacters.shown(entity.label()));
    label.getStyleClass().add("medium-text");
    label.setMinWidth(0);
    HBox names =
        new HBox(
            StatusMark.of(texts, EntityStatus.AFFECTED),
            new Icon(Glyph.of(entity.key().type())),
            label);
    names.getStyleClass().addAll("refactoring-names", "refactoring-entity");
    fill(names);
    setAccessibleText(entity.label() + ", " + texts.status(EntityStatus.AFFECTED));
  }

  private void showEffect(InheritedEffect effect) {
    String key =
        switch (effect.kind()) {
          case GAINED -> effect.required() ? "gained.required" : "gained";
          case LOST -> effect.required() ? "lost.required" : "lost";
          case NOW_REQUIRED -> "required";
          case NOW_OPTIONAL -> "optional";
        };
    Chip chip = new Chip(Glyph.of(effect.item().type()), effect.item().key());
    chip.show(
        switch (effect.kind()) {
          case GAINED -> Chip.Kind.ADDED;
          case LOST -> Chip.Kind.REMOVED;
          case NOW_REQUIRED, NOW_OPTIONAL -> Chip.Kind.PLAIN;
        });
    Label words = new Label(texts.get("review.effect." + key));
    words.setMinWidth(USE_PREF_SIZE);
    Label cause =
        new Label(texts.get("refactor.cause", HiddenCharacters.shown(effect.cause().key())));
    cause.getStyleClass().add("muted-text");
    HBox line = new HBox(chip, words, cause);
    line.getStyleClass().add("refactoring-effect");
    fill(line);
    setAccessibleText(effect.item().key() + " " + words.getText() + ", " + cause.getText());
  }

  private void showStays(Leftover.Reference stays) {
    EntityKey source = stays.reference().source();
    showLine(
        new Icon(Glyph.of(source.type()), "small-icon"),
        texts.get(
            "refactor.stays",
            source.key(),
            FieldNames.of(texts, stays.reference().pointer().split("/", 3)[1])),
        "");
  }

  private void showLine(@Nullable Node graphic, String sentence, String style) {
    Label words = new Label(sentence);
    words.setWrapText(true);
    if (!style.isEmpty()) {
      words.getStyleClass().add(style);
    }
    HBox line = graphic == null ? new HBox(words) : new HBox(graphic, words);
    line.getStyleClass().add("refactoring-effect");
    HBox.setHgrow(words, Priority.ALWAYS);
    fill((Region) line);
    setAccessibleText(sentence);
  }
}
