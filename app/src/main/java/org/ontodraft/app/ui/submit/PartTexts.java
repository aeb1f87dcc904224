package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.submit.ChosenParts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.part.DraftPart;
import org.ontodraft.model.part.Need;
import org.ontodraft.model.part.Selection;
import tools.jackson.databind.JsonNode;

/** What is sent and what is not, in rows and words. Reads documents: not for the FX thread. */
final class PartTexts {
  /** More of a value than this is not shown beside its field. */
  private static final int EXCERPT = 60;

  /** So many parts are named in a sentence; the others are counted. */
  private static final int NAMED = 3;

  private final Texts texts;
  private final DraftOverlay draft;

  /**
   * For a draft.
   *
   * @param draft all of it, not what is chosen
   */
  PartTexts(Texts texts, DraftOverlay draft) {
    this.texts = texts;
    this.draft = draft;
  }

  List<PartRow> rows(ChosenParts chosen) {
    List<PartRow> rows = new ArrayList<>();
    @Nullable EntityKey last = null;
    for (DraftPart part : chosen.parts().all()) {
      EntityKey key = part.key();
      if (!key.equals(last) && !part.isWhole()) {
        rows.add(
            new PartRow(
                DraftPart.whole(key),
                true,
                draft.status(key),
                label(key),
                "",
                state(chosen.parts().of(key), chosen),
                ""));
      }
      last = key;
      rows.add(
          new PartRow(
              part,
              part.isWhole(),
              draft.status(key),
              part.isWhole() ? label(key) : part.field(),
              part.isWhole() ? "" : detail(part),
              state(new TreeSet<>(List.of(part)), chosen),
              note(part, chosen.selection())));
    }
    return List.copyOf(rows);
  }

  private static PartRow.State state(SortedSet<DraftPart> parts, ChosenParts chosen) {
    long sent = parts.stream().filter(chosen.selection().sent()::contains).count();
    if (sent == parts.size()) {
      return PartRow.State.SENT;
    }
    if (sent > 0) {
      return PartRow.State.SOME;
    }
    return parts.stream().allMatch(chosen.leftOut()::has)
        ? PartRow.State.LEFT_OUT
        : PartRow.State.HELD_BACK;
  }

  private String label(EntityKey key) {
    return draft.find(key).map(EntitySummary::label).orElse(key.key());
  }

  private String note(DraftPart part, Selection selection) {
    @Nullable Need need = selection.heldBack().get(part);
    return need == null ? "" : texts.get("submit.part.held", reason(need));
  }

  private String reason(Need need) {
    return texts.get(
        "submit.part.need." + need.reason().name().toLowerCase(Locale.ROOT),
        label(need.about()),
        name(need.part()));
  }

  /** The part as it is named in a sentence. */
  private String name(DraftPart part) {
    return part.isWhole()
        ? label(part.key())
        : texts.get("submit.part.field", label(part.key()), part.field());
  }

  /** What changed in the field, in short. */
  private String detail(DraftPart part) {
    return EntityDiff.between(
            part.key().type(), draft.baseDocument(part.key()), draft.effectiveDocument(part.key()))
        .stream()
        .filter(row -> row.field().name().equals(part.field()))
        .findFirst()
        .map(this::detail)
        .orElse("");
  }

  private String detail(FieldChange row) {
    if (row.detail() instanceof FieldChange.Detail.Items items) {
      List<String> changed =
          items.items().stream()
              .filter(item -> item.side() != FieldChange.Side.BOTH)
              .map(item ->
                  (item.side() == FieldChange.Side.MINE_ONLY ? "+ " : "\u2212 ") + item.text())
              .toList();
      return excerpt(String.join("   ", changed));
    }
    return texts.get("submit.part.from-to", value(row.base()), value(row.mine()));
  }

  private String value(@Nullable JsonNode value) {
    if (value == null) {
      return texts.get("submit.part.unset");
    }
    return excerpt(value.isString() ? value.stringValue() : value.toString());
  }

  private static String excerpt(String text) {
    String line = HiddenCharacters.shown(text.replaceAll("\\s+", " "));
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT - 1) + "\u2026";
  }

  /**
   * What a choice took along, or held back, beside what was meant; empty when nothing.
   *
   * @param meant what the curator chose
   */
  String consequence(Selection before, Selection after, SortedSet<DraftPart> meant) {
    List<DraftPart> taken =
        after.sent().stream()
            .filter(part -> !before.sent().contains(part) && !meant.contains(part))
            .toList();
    if (!taken.isEmpty()) {
      return texts.get("submit.part.taken", names(taken));
    }
    List<DraftPart> held =
        before.sent().stream()
            .filter(part -> !after.sent().contains(part) && !meant.contains(part))
            .toList();
    if (held.isEmpty()) {
      return "";
    }
    @Nullable Need need = after.heldBack().get(held.getFirst());
    return texts.get("submit.part.held-too", names(held), need == null ? "" : reason(need));
  }

  private String names(List<DraftPart> parts) {
    String first = String.join(", ", parts.stream().limit(NAMED).map(this::name).toList());
    return parts.size() <= NAMED
        ? first
        : texts.get("submit.part.more", first, parts.size() - NAMED);
  }

  /** How much is sent, in a sentence. */
  String summary(ChosenParts chosen) {
    int all = chosen.parts().all().size();
    int sent = chosen.selection().sent().size();
    return texts.get(sent == all ? "submit.part.all" : "submit.part.some", sent, all);
  }
}
