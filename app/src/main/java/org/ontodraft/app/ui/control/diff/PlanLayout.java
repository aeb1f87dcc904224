package org.ontodraft.app.ui.control.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.rebase.RebasePlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a rebase would do, as rows: what needs the curator first, then what breaks a rule, then what
 * is decided with its reason.
 *
 * @param conflicts how many decisions only the curator can take
 * @param broken how many findings the merged whole has that the draft alone does not
 * @param automatic how many fields are decided without the curator
 */
public record PlanLayout(List<PlanRow> rows, int conflicts, int broken, int automatic) {
  public PlanLayout {
    rows = List.copyOf(rows);
  }

  /** Lays a plan out. Compares values: not for the FX thread. */
  public static PlanLayout of(RebasePlan plan) {
    List<PlanRow> needed = new ArrayList<>();
    List<PlanRow> decided = new ArrayList<>();
    int conflicts = 0;
    int automatic = 0;
    for (EntityMerge merge : plan.merges()) {
      boolean whole = merge.isOpen();
      List<PlanRow> open = new ArrayList<>();
      List<PlanRow> closed = new ArrayList<>();
      for (FieldDecision decision : merge.decisions()) {
        boolean here = whole || decision.isConflict();
        (here ? open : closed).add(field(merge.key(), decision));
      }
      if (whole || !open.isEmpty()) {
        conflicts += whole ? 1 : open.size();
        needed.add(new PlanRow.Entity(merge.key(), merge.kind()));
        needed.addAll(open);
      }
      if (!closed.isEmpty() || merge.kind() == EntityMerge.Kind.CONVERGED) {
        automatic += Math.max(1, closed.size());
        decided.add(new PlanRow.Entity(merge.key(), merge.kind()));
        decided.addAll(closed);
      }
    }
    List<PlanRow> rows = new ArrayList<>();
    addSection(rows, PlanRow.Part.NEEDS_YOU, conflicts, needed);
    addSection(
        rows,
        PlanRow.Part.BREAKS_A_RULE,
        plan.semanticConflicts().size(),
        plan.semanticConflicts().stream().<PlanRow>map(PlanRow.Broken::new).toList());
    addSection(rows, PlanRow.Part.AUTOMATIC, automatic, decided);
    return new PlanLayout(rows, conflicts, plan.semanticConflicts().size(), automatic);
  }

  /** Whether the plan needs nobody. */
  public boolean clean() {
    return conflicts == 0 && broken == 0;
  }

  private static void addSection(
      List<PlanRow> rows, PlanRow.Part part, int count, List<PlanRow> content) {
    if (!content.isEmpty()) {
      rows.add(new PlanRow.Section(part, count));
      rows.addAll(content);
    }
  }

  private static PlanRow.Field field(EntityKey key, FieldDecision decision) {
    return new PlanRow.Field(
        key,
        decision,
        change(key, decision.field(), decision.base(), decision.draft()),
        change(key, decision.field(), decision.base(), decision.canonical()));
  }

  private static @Nullable FieldChange change(
      EntityKey key, FieldSpec field, @Nullable JsonNode from, @Nullable JsonNode to) {
    List<FieldChange> rows =
        EntityDiff.between(key.type(), document(field, from), document(field, to));
    return rows.isEmpty() ? null : rows.getFirst();
  }

  private static EntityDocument document(FieldSpec field, @Nullable JsonNode value) {
    var json = JsonNodeFactory.instance.objectNode();
    if (value != null) {
      json.set(field.name(), value);
    }
    return EntityDocument.of(json);
  }
}
