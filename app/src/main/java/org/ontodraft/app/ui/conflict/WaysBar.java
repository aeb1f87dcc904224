package org.ontodraft.app.ui.conflict;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Resolution;
import tools.jackson.databind.JsonNode;

/** The choices of a row, each with its digit; one that cannot be taken says why. */
final class WaysBar extends FlowPane {
  private static final int LONGEST = 60;

  private final Texts texts;
  private final PlanActions actions;

  WaysBar(Texts texts, PlanRow row, PlanActions actions) {
    this.texts = texts;
    this.actions = actions;
    getStyleClass().add("ways");
    if (row instanceof PlanRow.Broken broken) {
      int digit = 1;
      for (Resolution way : broken.ways()) {
        add(digit++, sentence(way), () -> actions.take(way));
      }
      if (broken.ways().isEmpty()) {
        getChildren().add(new Label(texts.get("rebase.way.none")));
      }
    }
    row.offered().forEach(way -> add(row, way));
    if (row.isDecided()) {
      add(Way.RESET, texts.get("rebase.way.reset"), () -> actions.reset(row));
    }
  }

  private void add(PlanRow row, Way way) {
    String name =
        row instanceof PlanRow.Entity entity ? ofEntity(entity.kind(), way.kind()) : of(way.kind());
    if (way.why() == null) {
      add(way.digit(), name, () -> actions.take(row, way));
    } else {
      String why = texts.get("rebase.why_not." + lower(way.why()));
      Button button = add(way.digit(), texts.get("rebase.way.not", name, why), () -> {});
      button.setDisable(true);
    }
  }

  private Button add(int digit, String text, Runnable run) {
    Button button = new Button(text, new KeyCap(Integer.toString(digit)));
    button.getStyleClass().add("way");
    button.setOnAction(event -> run.run());
    getChildren().add(button);
    return button;
  }

  private String of(Choice.Kind kind) {
    return texts.get("rebase.way." + lower(kind));
  }

  /** Keeping and deleting are called so where that is the question. */
  private String ofEntity(EntityMerge.Kind kind, Choice.Kind choice) {
    return texts
        .find("rebase.way." + lower(kind) + "." + lower(choice))
        .orElseGet(() -> of(choice));
  }

  private String sentence(Resolution way) {
    String field = FieldNames.of(texts, way.place().field());
    String name = way.place().key().key();
    return way.choice() instanceof Choice.Custom(JsonNode value)
        ? texts.get("rebase.way.set", name, field, shortened(value))
        : texts.get("rebase.way.clear", name, field);
  }

  private static String shortened(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
