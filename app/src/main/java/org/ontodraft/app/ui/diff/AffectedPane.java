package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Chip;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.impact.SemverLevel;

/** An entity that inherits changes: its head, or one thing it inherits otherwise. */
final class AffectedPane extends HBox {
  private final Texts texts;
  private final RowActions actions;

  AffectedPane(Texts texts, RowActions actions) {
    this.texts = texts;
    this.actions = actions;
  }

  /** Shows the head and says it in words. */
  String show(ReviewRow.AffectedHead row) {
    AffectedEntity affected = row.affected();
    getStyleClass().setAll("card-head");
    IconButton fold =
        new IconButton(
            row.open() ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT,
            texts.get(row.open() ? "review.fold" : "review.unfold"));
    fold.getStyleClass().add("tight");
    fold.setFocusTraversable(false);
    fold.setOnAction(event -> actions.toggle(row));
    Label label = new Label(HiddenCharacters.shown(affected.label()));
    label.getStyleClass().add("heading-text");
    label.setMinWidth(0);
    Label type = new Label(texts.get("review.affected", texts.type(affected.key().type())));
    type.getStyleClass().addAll("small-text", "muted-text");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label(texts.get("review.index.inherits", affected.effects().size()));
    count.getStyleClass().addAll("small-text", "muted-text");
    count.setMinWidth(USE_PREF_SIZE);
    Button open = new Button(texts.get("review.open"));
    open.getStyleClass().add("compact");
    open.setMinWidth(USE_PREF_SIZE);
    open.setFocusTraversable(false);
    open.setAccessibleText(texts.get("review.open") + ": " + affected.label());
    open.setOnAction(event -> actions.open(affected.key()));
    getChildren()
        .setAll(
            fold,
            StatusMark.of(texts, EntityStatus.AFFECTED),
            new Icon(Glyph.of(affected.key().type())),
            label,
            type,
            space,
            count);
    if (row.level() != SemverLevel.NONE) {
      ImpactCell impact = new ImpactCell(texts);
      impact.show(List.of(row.level()), () -> actions.explain(row));
      getChildren().add(impact);
    }
    getChildren().add(open);
    return affected.label()
        + ", "
        + type.getText()
        + ": "
        + affected.effects().stream().map(this::words).collect(Collectors.joining("; "));
  }

  /** Shows one thing and says it in words. */
  String show(ReviewRow.Effect row) {
    InheritedEffect effect = row.effect();
    getStyleClass().setAll("card-row", "effect-row");
    EntityStatus status =
        switch (effect.kind()) {
          case GAINED -> EntityStatus.ADDED;
          case LOST -> EntityStatus.DELETED;
          case NOW_REQUIRED, NOW_OPTIONAL -> EntityStatus.MODIFIED;
        };
    Chip chip = new Chip(Glyph.of(effect.item().type()), effect.item().key());
    chip.show(
        switch (effect.kind()) {
          case GAINED -> Chip.Kind.ADDED;
          case LOST -> Chip.Kind.REMOVED;
          case NOW_REQUIRED, NOW_OPTIONAL -> Chip.Kind.PLAIN;
        });
    Label words = new Label(EffectTexts.of(texts, effect));
    words.setMinWidth(USE_PREF_SIZE);
    Label from = new Label(texts.get("review.effect.from"));
    from.getStyleClass().add("muted-text");
    from.setMinWidth(USE_PREF_SIZE);
    Hyperlink cause = new Hyperlink(HiddenCharacters.shown(row.causeLabel()));
    cause.setFocusTraversable(false);
    cause.setAccessibleText(texts.get("review.effect.cause", row.causeLabel()));
    cause.setOnAction(event -> actions.goTo(effect.cause()));
    getChildren().setAll(List.of(StatusMark.of(texts, status), chip, words, from, cause));
    return words(effect) + ", " + from.getText() + " " + row.causeLabel();
  }

  private String words(InheritedEffect effect) {
    return effect.item().key() + " " + EffectTexts.of(texts, effect);
  }
}
