package org.ontodraft.app.ui.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.rebase.RebasePlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a rebase would do, as rows: what needs the curator or has been decided first, then what
 * breaks a rule, then what is decided with its reason.
 *
 * @param open how many decisions only the curator can take, and has not
 * @param decided how many the curator has taken
 * @param broken how many findings the merged whole has that the draft alone does not
 * @param automatic how many fields are decided without the curator
 */
record PlanLayout(List<PlanRow> rows, int open, int decided, int broken, int automatic) {
  PlanLayout {
    rows = List.copyOf(rows);
  }

  /** Lays a plan out. Compares values: not for the FX thread. */
  static PlanLayout of(RebasePlan plan, Function<Conflict.Semantic, List<Resolution>> waysOut) {
    return new Builder(plan).layout(waysOut);
  }

  /** Whether the plan needs nobody. */
  boolean clean() {
    return left() == 0;
  }

  /** How many decisions are still to be taken, broken rules among them. */
  int left() {
    return open + broken;
  }

  /** Those of the rows that merge without the curator for one reason, with their entities. */
  static List<PlanRow> merging(List<PlanRow> rows, FieldDecision.Reason reason) {
    List<PlanRow> found = new ArrayList<>();
    boolean automatic = false;
    @Nullable PlanRow entity = null;
    for (PlanRow row : rows) {
      switch (row) {
        case PlanRow.Section section -> automatic = section.part() == PlanRow.Part.AUTOMATIC;
        case PlanRow.Entity next -> entity = next;
        case PlanRow.Field field -> {
          if (automatic && field.decision().reason() == reason) {
            if (entity != null) {
              found.add(entity);
              entity = null;
            }
            found.add(field);
          }
        }
        case PlanRow.Broken broken -> {}
      }
    }
    return found;
  }

  private static final class Builder {
    private final RebasePlan plan;
    private final Map<Place, Choice.Kind> chosen = new HashMap<>();
    private final List<PlanRow> needed = new ArrayList<>();
    private final List<PlanRow> automatic = new ArrayList<>();
    private int open;
    private int decided;
    private int merged;

    Builder(RebasePlan plan) {
      this.plan = plan;
      plan.resolutions().forEach(each -> chosen.put(each.place(), each.choice().kind()));
    }

    PlanLayout layout(Function<Conflict.Semantic, List<Resolution>> waysOut) {
      plan.merges().forEach(this::add);
      List<PlanRow> rows = new ArrayList<>();
      addSection(rows, PlanRow.Part.NEEDS_YOU, open, open + decided, needed);
      int broken = plan.semanticConflicts().size();
      addSection(
          rows,
          PlanRow.Part.BREAKS_A_RULE,
          broken,
          broken,
          plan.semanticConflicts().stream()
              .<PlanRow>map(finding ->
                  new PlanRow.Broken(finding, waysOut.apply(new Conflict.Semantic(finding))))
              .toList());
      addSection(rows, PlanRow.Part.AUTOMATIC, 0, merged, automatic);
      return new PlanLayout(rows, open, decided, broken, merged);
    }

    private void add(EntityMerge merge) {
      boolean whole = merge.kind().isConflict();
      List<PlanRow> here = new ArrayList<>();
      List<PlanRow> closed = new ArrayList<>();
      for (FieldDecision decision : merge.decisions()) {
        boolean mine =
            whole || decision.isConflict() || decision.reason() == FieldDecision.Reason.CHOSEN;
        (mine ? here : closed).add(field(merge, decision));
      }
      if (whole || !here.isEmpty()) {
        needed.add(entity(merge));
        needed.addAll(here);
        count(merge, here);
      }
      if (!closed.isEmpty() || merge.kind() == EntityMerge.Kind.CONVERGED) {
        merged += Math.max(1, closed.size());
        automatic.add(entity(merge));
        automatic.addAll(closed);
      }
    }

    private void count(EntityMerge merge, List<PlanRow> fields) {
      if (merge.isOpen()) {
        open++;
        return;
      }
      if (merge.decided()) {
        decided++;
      }
      for (PlanRow field : fields) {
        open += field.isOpen() ? 1 : 0;
        decided += field.isDecided() && !merge.decided() ? 1 : 0;
      }
    }

    private PlanRow.Entity entity(EntityMerge merge) {
      boolean whole = merge.kind().isConflict();
      return new PlanRow.Entity(
          merge, whole ? Way.of(merge) : List.of(), chosen.get(merge.place("")));
    }

    /** What was chosen about a field, or about its entity as a whole. */
    private Choice.@Nullable Kind chosen(EntityMerge merge, FieldSpec field) {
      Choice.@Nullable Kind own = chosen.get(merge.place(field.name()));
      return own == null ? chosen.get(merge.place("")) : own;
    }

    private PlanRow.Field field(EntityMerge merge, FieldDecision decision) {
      EntityKey key = merge.key();
      FieldSpec field = decision.field();
      return new PlanRow.Field(
          merge,
          decision,
          change(key, field, decision.base(), decision.draft()),
          change(key, field, decision.base(), decision.canonical()),
          change(key, field, decision.base(), decision.result()),
          ResultSource.of(decision, chosen(merge, field)),
          Way.of(decision));
    }
  }

  private static void addSection(
      List<PlanRow> rows, PlanRow.Part part, int open, int count, List<PlanRow> content) {
    if (!content.isEmpty()) {
      rows.add(new PlanRow.Section(part, open, count));
      rows.addAll(content);
    }
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
