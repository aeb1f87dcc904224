package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.ThreeWayMerge;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

/**
 * Moves a whole draft to a newer version. A pure function; docs/rebase-cases.md lists the cases.
 */
public final class Rebase {
  private final DraftOverlay draft;
  private final Ontology canonical;
  private final List<EntityMerge> merges = new ArrayList<>();
  private final List<DraftChange> changes = new ArrayList<>();

  private Rebase(DraftOverlay draft, Ontology canonical) {
    this.draft = draft;
    this.canonical = canonical;
  }

  /**
   * The plan for putting this draft on that version; may read documents from disk. Of the findings
   * only errors count as semantic conflicts; what is wrong upstream without the draft does not.
   */
  public static RebasePlan analyze(
      DraftOverlay draft, Ontology canonical, RepositorySchemas schemas) {
    Rebase rebase = new Rebase(draft, canonical);
    draft.changes().forEach(rebase::merge);
    List<Finding> findings =
        DraftValidation.check(DraftOverlay.of(canonical, rebase.changes), schemas).stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    List<Finding> semantic =
        findings.isEmpty()
            ? findings
            : DraftValidation.without(findings, DraftValidation.check(draft, schemas));
    return new RebasePlan(canonical.version(), rebase.merges, rebase.changes, semantic);
  }

  private void merge(DraftChange change) {
    EntityKey key = change.key();
    SourceFile file = fileUpstream(change).orElse(null);
    EntityDocument base = draft.baseDocument(key);
    EntityDocument upstream = file == null ? null : documentIn(file, change, base);
    EntityDocument mine = draft.effectiveDocument(key);
    EntityMerge merge = ThreeWayMerge.merge(key, base, mine, upstream);
    if (change instanceof DraftChange.Update update && draft.status(key) == EntityStatus.BROKEN) {
      merge = merge.undecided(update.patch().fields(), base, mine, upstream);
    }
    merges.add(merge);
    DraftChange moved = DraftChange.between(key, file, upstream, merge.result());
    if (moved != null) {
      changes.add(moved);
    }
  }

  /** The file at the new version; where nothing happened to it, the one kept with the draft. */
  private Optional<SourceFile> fileUpstream(DraftChange change) {
    return canonical
        .find(change.key())
        .map(entity ->
            isAt(baseFile(change), entity) ? baseFile(change) : canonical.file(change.key()));
  }

  private static boolean isAt(@Nullable SourceFile file, EntitySummary entity) {
    return file != null && file.parts().equals(entity.files());
  }

  private static @Nullable SourceFile baseFile(DraftChange change) {
    return switch (change) {
      case DraftChange.Create create -> null;
      case DraftChange.Update update -> update.base();
      case DraftChange.Delete delete -> delete.base();
    };
  }

  private static @Nullable EntityDocument documentIn(
      SourceFile file, DraftChange change, @Nullable EntityDocument base) {
    return file.equals(baseFile(change)) ? base : EntityCodec.document(change.key(), file);
  }
}
