package org.ontodraft.app.ui.conflict;

import java.util.Locale;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Resolution;
import tools.jackson.databind.JsonNode;

/** What the choices of a row are called, on its buttons and in its menu. */
record WayTexts(Texts texts) {
  private static final int LONGEST = 60;

  /** A choice of a row; one that cannot be taken says why. */
  String of(PlanRow row, Way way) {
    String name =
        row instanceof PlanRow.Entity entity ? ofEntity(entity.kind(), way.kind()) : of(way.kind());
    return way.why() == null
        ? name
        : texts.get("rebase.way.not", name, texts.get("rebase.why_not." + lower(way.why())));
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

  /** A decision that settles what breaks a rule. */
  String sentence(Resolution way) {
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
