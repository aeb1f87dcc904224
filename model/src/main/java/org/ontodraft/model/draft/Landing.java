package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.ontology.Ontology;
import tools.jackson.databind.JsonNode;

/** Whether what landed upstream is what a draft meant. */
public final class Landing {
  private Landing() {}

  /**
   * A field that landed otherwise than the draft has it.
   *
   * @param field empty when an entity is there or gone against what the draft means
   * @param mine what the draft has, as JSON; empty for nothing
   * @param landed what upstream has, as JSON; empty for nothing
   */
  public record Difference(EntityKey key, String field, String mine, String landed) {}

  /**
   * The fields that the draft changes and upstream has otherwise, by entity in the draft's order.
   * What the draft leaves alone is nobody's concern here.
   */
  public static List<Difference> differences(DraftOverlay draft, Ontology upstream) {
    List<Difference> found = new ArrayList<>();
    for (DraftChange change : draft.changes()) {
      EntityKey key = change.key();
      EntityDocument mine = draft.effectiveDocument(key);
      EntityDocument landed = upstream.find(key).isEmpty() ? null : upstream.document(key);
      if (mine == null || landed == null) {
        if (mine != landed) {
          found.add(new Difference(key, "", text(mine), text(landed)));
        }
        continue;
      }
      for (FieldChange row : EntityDiff.between(key.type(), draft.baseDocument(key), mine)) {
        if (row.kind() == FieldChange.Kind.UNCHANGED || row.field().kind() == FieldKind.IMAGES) {
          // Images are files beside the document, which no document of upstream speaks of.
          continue;
        }
        String name = row.field().name();
        JsonNode meant = mine.json().get(name);
        JsonNode there = landed.json().get(name);
        if (!EntityDiff.same(row.field(), meant, there)) {
          found.add(new Difference(key, name, text(meant), text(there)));
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * What was sent of a draft, which may be less than the draft has, or has by now.
   *
   * @param parent the version that the commit was made on
   * @param commit the version that was sent
   */
  public static DraftOverlay sent(DraftOverlay draft, Ontology parent, Ontology commit) {
    DraftOverlay none = DraftOverlay.of(parent, List.of());
    List<DraftChange> changes = new ArrayList<>();
    for (DraftChange change : draft.changes()) {
      EntityKey key = change.key();
      @Nullable DraftChange went =
          none.changeTo(key, commit.find(key).isEmpty() ? null : commit.document(key));
      if (went != null) {
        changes.add(went);
      }
    }
    return DraftOverlay.of(parent, changes);
  }

  private static String text(@Nullable EntityDocument document) {
    return document == null ? "" : text(document.json());
  }

  private static String text(@Nullable JsonNode value) {
    return value == null ? "" : value.toString();
  }
}
