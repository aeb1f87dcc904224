package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.DeletedReferenceRule;
import org.ontodraft.model.validation.EntityRule;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.InheritanceCycleRule;
import org.ontodraft.model.validation.OccupiedPathRule;
import org.ontodraft.model.validation.Severity;
import org.ontodraft.model.validation.Subject;
import org.ontodraft.model.validation.Subject.Presence;

/** Checks what a draft would leave upstream. */
public final class DraftValidation {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::key)
          .thenComparing(Finding::pointer)
          .thenComparing(Finding::rule);

  private final DraftOverlay overlay;
  private final RepositorySchemas schemas;
  private final Set<EntityKey> unreadable;
  private final Set<Finding> findings = new LinkedHashSet<>();

  private DraftValidation(DraftOverlay overlay, RepositorySchemas schemas) {
    this.overlay = overlay;
    this.schemas = schemas;
    this.unreadable = unreadable(overlay.base());
  }

  /**
   * Findings of the changed entities against the repository's schemas and the rules on references,
   * and of unchanged entities that a change breaks: references to what the draft deletes, cycles it
   * closes. What was wrong before the draft is no finding. Errors first, then by key and pointer.
   */
  public static List<Finding> check(DraftOverlay overlay, RepositorySchemas schemas) {
    return new DraftValidation(overlay, schemas).run();
  }

  /** These findings without those that are, wherever in a list they stand, among the others. */
  public static List<Finding> without(List<Finding> findings, List<Finding> others) {
    Set<Finding> known = others.stream().map(DraftValidation::anywhere).collect(Collectors.toSet());
    return findings.stream().filter(finding -> !known.contains(anywhere(finding))).toList();
  }

  /** An item's place in a list changes when another goes; what is wrong with it does not. */
  private static Finding anywhere(Finding finding) {
    String pointer = finding.pointer().replaceAll("/[0-9]+(?=/|$)", "/*");
    return new Finding(
        finding.severity(), finding.rule(), finding.key(), pointer, finding.arguments());
  }

  private static Set<EntityKey> unreadable(Ontology base) {
    Set<EntityKey> keys = new HashSet<>();
    for (SourceProblem problem : base.problems()) {
      if (!problem.isNotice()) {
        RepositoryLayout.entityOf(problem.path()).ifPresent(keys::add);
      }
    }
    return keys;
  }

  private List<Finding> run() {
    OccupiedPaths occupied = OccupiedPaths.of(overlay);
    List<EntityKey> categories = new ArrayList<>();
    for (DraftChange change : overlay.changes()) {
      EntityKey key = change.key();
      findings.addAll(OccupiedPathRule.check(key, occupied.occupant(change)));
      findings.addAll(DraftFiles.refusals(overlay, change));
      switch (change) {
        case DraftChange.Create create -> entity(key);
        case DraftChange.Update update -> {
          broken(update);
          entity(key);
        }
        case DraftChange.Delete delete -> findings.addAll(DeletedReferenceRule.check(key, overlay));
      }
      if (key.type() == EntityType.CATEGORY) {
        categories.add(key);
      }
    }
    findings.addAll(InheritanceCycleRule.check(categories, overlay.base(), overlay));
    return findings.stream().sorted(ORDER).toList();
  }

  private void broken(DraftChange.Update update) {
    if (overlay.status(update.key()) == EntityStatus.BROKEN) {
      String fields = String.join(", ", update.patch().fields());
      findings.add(new Finding(Severity.ERROR, "broken-change", update.key(), "", List.of(fields)));
    }
  }

  private void entity(EntityKey key) {
    EntityDocument document = overlay.document(key);
    List<Finding> now = check(key, document, overlay);
    EntityDocument before = overlay.baseDocument(key);
    // Most entities are fine, and then there is no need to look at what they were.
    findings.addAll(
        now.isEmpty() || before == null ? now : without(now, check(key, before, overlay.base())));
  }

  private List<Finding> check(EntityKey key, EntityDocument document, OntologyView view) {
    Subject subject = new Subject(key, document, view.referencesFrom(key), presence(view));
    List<Finding> found = new ArrayList<>(schemas.check(key, document));
    EntityRule.all().forEach(rule -> found.addAll(rule.check(subject)));
    return found;
  }

  /** An entity that the draft deletes is still in the view, and another rule's business. */
  private Function<EntityKey, Presence> presence(OntologyView view) {
    return key -> {
      if (view.find(key).isPresent()) {
        return Presence.PRESENT;
      }
      return unreadable.contains(key) ? Presence.UNREADABLE : Presence.MISSING;
    };
  }
}
