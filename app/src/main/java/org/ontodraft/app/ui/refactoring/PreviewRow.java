package org.ontodraft.app.ui.refactoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ontodraft.app.service.refactoring.RefactoringReport;
import org.ontodraft.app.service.refactoring.RefactoringSubject;
import org.ontodraft.app.service.refactoring.TouchedEntity;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.Leftover;
import org.ontodraft.model.validation.Finding;

/** A row of what a refactoring would come to. */
sealed interface PreviewRow {
  /** The parts of the preview, in their order. */
  enum Tier {
    FINDINGS,
    LEFT,
    DIRECT,
    AFFECTED,
    USES
  }

  /** The heading of a part, with how many are in it. */
  record Head(Tier tier, int count) implements PreviewRow {}

  /** An entity that is changed itself. */
  record Touched(TouchedEntity entity) implements PreviewRow {}

  /** A field of the entity above. */
  record Field(FieldChange change) implements PreviewRow {}

  /** An entity that inherits something else than before. */
  record Affected(AffectedEntity entity) implements PreviewRow {}

  /** One thing that the entity above inherits otherwise. */
  record Effect(InheritedEffect effect) implements PreviewRow {}

  /** How many entities are not listed. */
  record More(int count) implements PreviewRow {}

  /** Something that the rules will say. */
  record Said(Finding finding) implements PreviewRow {}

  /** A reference that stays. */
  record Stays(Leftover.Reference reference) implements PreviewRow {}

  /** How many entities of a type name the one in question. */
  record Uses(EntityType type, int count) implements PreviewRow {}

  /** The rows of a report; what has to be looked at comes first. */
  static List<PreviewRow> of(RefactoringReport report) {
    List<PreviewRow> rows = new ArrayList<>();
    if (!report.findings().isEmpty()) {
      rows.add(new Head(Tier.FINDINGS, report.findings().size()));
      report.findings().forEach(finding -> rows.add(new Said(finding)));
    }
    List<Stays> stays = new ArrayList<>();
    for (Leftover leftover : report.leftovers()) {
      if (leftover instanceof Leftover.Reference reference) {
        stays.add(new Stays(reference));
      }
    }
    if (!stays.isEmpty()) {
      rows.add(new Head(Tier.LEFT, stays.size()));
      rows.addAll(stays);
    }
    rows.add(new Head(Tier.DIRECT, report.touched().size()));
    for (TouchedEntity entity : report.touched()) {
      rows.add(new Touched(entity));
      entity.rows().forEach(change -> rows.add(new Field(change)));
    }
    rows.add(new Head(Tier.AFFECTED, report.affectedCount()));
    for (AffectedEntity entity : report.affected()) {
      rows.add(new Affected(entity));
      entity.effects().forEach(effect -> rows.add(new Effect(effect)));
    }
    int more = report.affectedCount() - report.affected().size();
    if (more > 0) {
      rows.add(new More(more));
    }
    return rows;
  }

  /** Who names the entity, whatever is done to it. */
  static List<PreviewRow> uses(RefactoringSubject subject) {
    List<PreviewRow> rows = new ArrayList<>();
    int all = subject.uses().values().stream().mapToInt(Integer::intValue).sum();
    rows.add(new Head(Tier.USES, all));
    for (Map.Entry<EntityType, Integer> use : subject.uses().entrySet()) {
      rows.add(new Uses(use.getKey(), use.getValue()));
    }
    return rows;
  }
}
