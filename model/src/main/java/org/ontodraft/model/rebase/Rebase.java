package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.impact.EntityImpact;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.SemverPolicy;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.EntitySides;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.ThreeWayMerge;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.JsonNode;

/**
 * Moves a whole draft to a newer version. Pure: it makes plans and changes nothing; making one may
 * read documents from disk. docs/rebase-cases.md lists the cases. Immutable, thread-safe.
 */
public final class Rebase {
  private final DraftValidation mine;
  private final ThreeVersions versions;
  private final List<BaseProblem> problems;
  private final List<RenamedEntity> renamed;

  /** The merge of each entity the draft changes and nobody renamed, without the curator. */
  private final Map<EntityKey, EntityMerge> merges;

  private final DraftValidation there;
  private final RebasePlan plan;
  private final DraftValidation checked;

  private Rebase(
      DraftValidation mine,
      ThreeVersions versions,
      List<BaseProblem> problems,
      List<RenamedEntity> renamed,
      Map<EntityKey, EntityMerge> merges,
      DraftValidation there,
      Set<EntityKey> upstream) {
    this.mine = mine;
    this.versions = versions;
    this.problems = problems;
    this.renamed = renamed;
    this.merges = merges;
    this.there = there;
    Merged merged = Merged.of(versions, renamed, merges, List.of());
    this.checked = there.meeting(overlay(there, merged.changes()), mine, upstream);
    this.plan = plan(merged, checked, mine, problems);
  }

  /**
   * The rebase of a validated draft.
   *
   * @param mine the draft as it is on its base; what it has looked up there is used again
   * @param schemas those of the new version
   * @param intents what the curator meant, in the order it was done
   */
  public static Rebase of(
      DraftValidation mine,
      Ontology canonical,
      RepositorySchemas schemas,
      Collection<DraftIntent> intents) {
    DraftOverlay draft = mine.overlay();
    List<BaseProblem> problems =
        draft.changes().stream().flatMap(change -> BaseProblem.of(change, draft).stream()).toList();
    Set<EntityKey> damaged = new HashSet<>();
    for (BaseProblem problem : problems) {
      if (problem.kind() != BaseProblem.Kind.NOT_AT_BASE) {
        damaged.add(problem.key());
      }
    }
    ThreeVersions versions = new ThreeVersions(draft, canonical, damaged);
    UpstreamChanges upstream = UpstreamChanges.between(draft.base(), canonical);
    List<RenamedEntity> renamed = RenamedEntities.of(versions, upstream, intents);
    Set<EntityKey> elsewhere = new HashSet<>();
    for (RenamedEntity entity : renamed) {
      elsewhere.add(entity.base());
      if (entity.mine() != null) {
        elsewhere.add(entity.mine());
      }
    }
    Map<EntityKey, EntityMerge> merges = new TreeMap<>();
    for (DraftChange change : draft.changes()) {
      if (!elsewhere.contains(change.key())) {
        EntityMerge merge = ThreeWayMerge.merge(versions.sides(change.key()));
        merges.put(change.key(), asked(merge, change, draft, damaged));
      }
    }
    DraftValidation there = mine.onto(canonical, schemas, upstream.all());
    return new Rebase(
        mine,
        versions,
        problems,
        renamed,
        Collections.unmodifiableMap(merges),
        there,
        upstream.all());
  }

  /** The plan for putting a validated draft on that version. */
  public static RebasePlan analyze(
      DraftValidation mine, Ontology canonical, RepositorySchemas schemas) {
    return of(mine, canonical, schemas, List.of()).plan();
  }

  /** The plan for putting this draft on that version; looks at every entity of its base. */
  public static RebasePlan analyze(
      DraftOverlay draft, Ontology canonical, RepositorySchemas schemas) {
    return analyze(DraftValidation.of(draft.base(), schemas).with(draft), canonical, schemas);
  }

  /** A change that could not be worked out is asked about, field by field. */
  private static EntityMerge asked(
      EntityMerge merge, DraftChange change, DraftOverlay draft, Set<EntityKey> damaged) {
    if (damaged.contains(change.key())) {
      return asked(merge.sides());
    }
    boolean broken = draft.status(change.key()) == EntityStatus.BROKEN;
    return broken && change instanceof DraftChange.Update update
        ? merge.undecided(update.patch().fields())
        : merge;
  }

  /** Of an entity whose base is unknown every difference is asked about, or that it is gone. */
  private static EntityMerge asked(EntitySides sides) {
    EntityMerge merge = ThreeWayMerge.merge(sides);
    if (sides.draft() == null && sides.canonical() == null) {
      return merge;
    }
    if (sides.draft() != null && sides.canonical() != null) {
      return merge.undecided(sides.differing());
    }
    EntityMerge.Kind kind =
        sides.draft() == null
            ? EntityMerge.Kind.UPDATED_UPSTREAM
            : EntityMerge.Kind.DELETED_UPSTREAM;
    return new EntityMerge(sides, kind, sides.draft(), List.of()).undecided(sides.differing());
  }

  private static DraftOverlay overlay(DraftValidation there, List<DraftChange> changes) {
    DraftOverlay none = there.overlay();
    return none.onto(none.base(), Set.of(), changes);
  }

  private static RebasePlan plan(
      Merged merged, DraftValidation validation, DraftValidation mine, List<BaseProblem> problems) {
    List<Finding> found = Finding.without(validation.introduced(), mine.introduced());
    List<Finding> errors = new ArrayList<>();
    List<Finding> notices = new ArrayList<>();
    for (Finding finding : found) {
      (finding.severity() == Severity.ERROR ? errors : notices).add(finding);
    }
    return new RebasePlan(
        validation.overlay().version(),
        merged.merges(),
        merged.changes(),
        errors,
        notices,
        problems,
        merged.used(),
        merged.refused());
  }

  /** The plan without a decision of the curator. */
  public RebasePlan plan() {
    return plan;
  }

  /**
   * The plan with the curator's decisions. Each is used where its inputs are what they were, in
   * whatever order they come; the plan names the others. Taking one back is resolving without it.
   */
  public RebasePlan resolve(List<Resolution> resolutions) {
    if (resolutions.isEmpty()) {
      return plan;
    }
    Merged merged = Merged.of(versions, renamed, merges, resolutions);
    return plan(merged, checked.with(overlay(there, merged.changes())), mine, problems);
  }

  /** The decision for a place as its inputs are now; see {@link #resolve}. */
  public Resolution resolution(Place place, Choice choice) {
    return new Resolution(place, sides(place.key()).inputs(place.field()), choice);
  }

  private EntitySides sides(EntityKey key) {
    for (RenamedEntity entity : renamed) {
      if (entity.base().equals(key)) {
        return entity.sides(versions);
      }
    }
    EntityMerge merge = merges.get(key);
    return merge == null ? versions.sides(key) : merge.sides();
  }

  /** The draft as a plan of this rebase makes it. */
  public DraftOverlay merged(RebasePlan of) {
    return of == plan ? checked.overlay() : overlay(there, of.changes());
  }

  /**
   * What each of these choices for a place would cost. One that does not fit is left out.
   *
   * @param taken the decisions taken so far; one about the same place is left aside
   */
  public List<ChoiceCost> costs(List<Resolution> taken, Place place, List<Choice> choices) {
    List<Resolution> others =
        taken.stream().filter(resolution -> !resolution.place().equals(place)).toList();
    Map<Choice, DraftValidation> results = new LinkedHashMap<>();
    for (Choice choice : choices) {
      List<Resolution> all = new ArrayList<>(others);
      Resolution chosen = resolution(place, choice);
      all.add(chosen);
      Merged merged = Merged.of(versions, renamed, merges, all);
      if (merged.used().contains(chosen)) {
        results.put(choice, checked.with(overlay(there, merged.changes())));
      }
    }
    Set<Finding> anyway = new HashSet<>();
    results.values().stream()
        .map(result -> Set.copyOf(result.introduced()))
        .reduce((one, other) -> {
          Set<Finding> both = new HashSet<>(one);
          both.retainAll(other);
          return both;
        })
        .ifPresent(anyway::addAll);
    List<ChoiceCost> costs = new ArrayList<>();
    results.forEach((choice, result) -> {
      List<Finding> own =
          result.introduced().stream().filter(finding -> !anyway.contains(finding)).toList();
      costs.add(new ChoiceCost(choice, own, impact(place, result.overlay())));
    });
    return costs;
  }

  /** Against upstream, for that is what a pull request would change. */
  private SemverLevel impact(Place place, DraftOverlay result) {
    EntityKey key = place.key();
    @Nullable EntityDocument before = there.overlay().effectiveDocument(key);
    @Nullable EntityDocument after = result.effectiveDocument(key);
    if (Objects.equals(before, after) || (before == null && after == null)) {
      return SemverLevel.NONE;
    }
    EntityChange change =
        before == null
            ? new EntityChange.Added(key, Objects.requireNonNull(after))
            : after == null
                ? new EntityChange.Deleted(key, before)
                : new EntityChange.Modified(key, before, after);
    EntityImpact impact = EntityImpact.direct(change, SemverPolicy.DEFAULT);
    return place.isEntity() || !(change instanceof EntityChange.Modified)
        ? impact.level()
        : impact.levelOf(place.field());
  }

  /**
   * Ways out of a semantic conflict, the best first; each is a decision about one field.
   *
   * @param of the plan the conflict is in
   */
  public List<Resolution> suggestions(RebasePlan of, Conflict.Semantic conflict) {
    DraftValidation validation = of == plan ? checked : checked.with(overlay(there, of.changes()));
    Map<Place, Resolution> ways = new LinkedHashMap<>();
    for (QuickFix fix : validation.fixes(conflict.finding())) {
      EntityDocument document = validation.overlay().effectiveDocument(fix.key());
      if (document != null) {
        @Nullable JsonNode value = fix.applyTo(document).get(fix.field());
        Place place = new Place(fix.key(), fix.field());
        Choice choice = value == null ? Choice.of(Choice.Kind.ABSENT) : new Choice.Custom(value);
        ways.put(place, resolution(place, choice));
      }
    }
    return List.copyOf(ways.values());
  }
}
