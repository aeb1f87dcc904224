package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.format.Unwritable;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.patch.PatchProblem.Reason;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.schema.SchemaRule;
import org.ontodraft.model.validation.CheckedView;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.OccupiedPathRule;
import org.ontodraft.model.validation.QuickFix;
import org.ontodraft.model.validation.Rule;
import org.ontodraft.model.validation.Severity;
import org.ontodraft.model.validation.Step;

/**
 * What a draft would leave upstream, checked. Immutable: {@link #with} follows an edit and asks
 * rules again only about what the edit reaches, and says the same as checking everything would.
 * Reading documents may read from disk: not for the FX thread.
 */
public final class DraftValidation {
  /** The rules of {@link #check} that are about changes and not about entities. */
  public static final List<String> CHANGE_RULES =
      Stream.of(
              Stream.of("occupied-path"),
              Stream.of(Reason.values()).map(DraftValidation::brokenRule),
              Stream.of(Unwritable.Reason.values()).map(Unwritable.Reason::rule))
          .flatMap(codes -> codes)
          .toList();

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::key)
          .thenComparing(Finding::pointer)
          .thenComparing(Finding::rule)
          .thenComparing(finding -> String.join(" ", finding.arguments()));

  private final RepositorySchemas schemas;
  private final List<Rule> rules;
  private final ChangedFiles files;
  private final CheckedView base;
  private final DraftOverlay overlay;
  private final CheckedView view;

  /** What each rule says of the entities it says anything of, by the rule's place. */
  private final Map<Place, Said> said;

  /** The place of what a file's format cannot hold, which no rule says. */
  private static final int WRITING = -1;

  /** So many entities are sooner looked at than sorted out. */
  private static final int FEW = 8;

  private record Place(int rule, EntityKey entity) {}

  /** What a rule says of an entity: what the draft has brought, and what the base had already. */
  private record Said(List<Finding> introduced, List<Finding> existing) {
    boolean isEmpty() {
      return introduced.isEmpty() && existing.isEmpty();
    }
  }

  private DraftValidation(
      RepositorySchemas schemas,
      List<Rule> rules,
      ChangedFiles files,
      CheckedView base,
      DraftOverlay overlay,
      CheckedView view,
      Map<Place, Said> said) {
    this.schemas = schemas;
    this.rules = rules;
    this.files = files;
    this.base = base;
    this.overlay = overlay;
    this.view = view;
    this.said = said;
  }

  /** A draft without changes on this base. What rules look up about the base is kept with it. */
  public static DraftValidation of(Ontology base, RepositorySchemas schemas) {
    DraftOverlay none = DraftOverlay.of(base, List.of());
    CheckedView view = CheckedView.of(base, none::hierarchy, unreadable(base));
    List<Rule> rules = rules(schemas);
    return new DraftValidation(schemas, rules, new ChangedFiles(base), view, none, view, Map.of());
  }

  /**
   * A draft without changes on another version. It shares what was looked up about this one's base,
   * so making it costs what differs.
   *
   * @param differing the entities in which the version differs from this one's base
   */
  public DraftValidation onto(
      Ontology version, RepositorySchemas itsSchemas, Set<EntityKey> differing) {
    DraftOverlay none = overlay.onto(version, differing, List.of());
    CheckedView there = base.onto(version, none::hierarchy, differing, unreadable(version));
    return new DraftValidation(
        itsSchemas, rules(itsSchemas), new ChangedFiles(version), there, none, there, Map.of());
  }

  /** The draft this is about. */
  public DraftOverlay overlay() {
    return overlay;
  }

  private static List<Rule> rules(RepositorySchemas schemas) {
    return Stream.concat(Stream.of(new SchemaRule(schemas)), Rule.all().stream()).toList();
  }

  /**
   * Makes what edits will look up about the base, so that the first of them does not wait for it.
   * Looks at every entity, and reads no document.
   */
  public DraftValidation warm() {
    base.warm();
    return this;
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

  /**
   * What the draft brings on: {@code of(base, schemas).with(overlay).introduced()}. Whoever checks
   * after each edit keeps the validation and asks {@link #with} instead.
   */
  public static List<Finding> check(DraftOverlay overlay, RepositorySchemas schemas) {
    return of(overlay.base(), schemas).with(overlay).introduced();
  }

  /**
   * All that the rules say of the ontology a draft makes, whoever brought it; of the base where the
   * overlay has no changes. Reads every document.
   */
  public static List<Finding> everything(DraftOverlay overlay, RepositorySchemas schemas) {
    DraftValidation all = of(overlay.base(), schemas).viewing(overlay);
    List<Finding> findings = new ArrayList<>(all.ofChanges());
    for (EntityType type : EntityType.values()) {
      for (EntityKey entity : all.view.entities(type)) {
        all.rules.forEach(rule -> findings.addAll(rule.check(entity, all.view)));
      }
    }
    return sorted(findings.stream());
  }

  /** These findings without those that are, wherever in a list they stand, among the others. */
  public static List<Finding> without(List<Finding> findings, List<Finding> others) {
    return Finding.without(findings, others);
  }

  /** Whether this is of a draft on that snapshot, by these schemas, so that {@link #with} helps. */
  public boolean isOf(Ontology snapshot, RepositorySchemas bySchemas) {
    return overlay.base() == snapshot && schemas == bySchemas;
  }

  /**
   * The validation of another draft, best of one that differs in few changes. It costs what these
   * reach; with another base it begins again.
   */
  public DraftValidation with(DraftOverlay next) {
    if (!isOf(next.base(), schemas)) {
      return of(next.base(), schemas).with(next);
    }
    Set<EntityKey> changed = DraftDifference.between(overlay, next);
    if (changed.isEmpty()) {
      return next == overlay ? this : viewing(next);
    }
    DraftValidation after = viewing(next);
    Map<Place, Said> results = new HashMap<>(said);
    for (EntityKey key : changed) {
      // Writing a file takes longer than most rules do, and depends on its own change alone.
      put(results, new Place(WRITING, key), new Said(refusals(next, key), List.of()));
    }
    Step step = new Step(view, after.view, changed);
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      for (EntityKey entity : reached(rule, step, changed, Set.of())) {
        put(results, new Place(i, entity), after.ask(rule, entity));
      }
    }
    return new DraftValidation(schemas, rules, files, base, next, after.view, Map.copyOf(results));
  }

  /**
   * The validation of a draft that was put on this version, whose findings are those that the draft
   * does not have without upstream's changes nor upstream without the draft's. Rules are asked only
   * about what a change of either side reaches. This one is of no changes.
   *
   * @param alone the draft as it was on its own base
   * @param upstream the entities in which this version differs from that base
   */
  public DraftValidation meeting(
      DraftOverlay next, DraftValidation alone, Set<EntityKey> upstream) {
    DraftValidation after = viewing(next);
    Set<EntityKey> changed = DraftDifference.between(overlay, next);
    Set<EntityKey> moved = new HashSet<>(DraftDifference.between(alone.overlay, next));
    moved.addAll(upstream);
    Map<Place, Said> results = new HashMap<>();
    for (EntityKey key : changed) {
      if (moved.contains(key)) {
        put(results, new Place(WRITING, key), new Said(refusals(next, key), List.of()));
      }
    }
    // The first step makes what the last view knows of modules, and a draft's is known already.
    Step ofUpstream = new Step(alone.view, after.view, moved);
    Step ofDraft = new Step(view, after.view, changed);
    Set<EntityKey> proseOfUpstream = new HashSet<>();
    Set<EntityKey> proseOfDraft = new HashSet<>();
    for (EntityKey key : changed) {
      if (moved.contains(key) && alone.overlay.change(key).isPresent()) {
        if (DraftDifference.isProse(key, alone.overlay, next)) {
          proseOfUpstream.add(key);
        }
        if (DraftDifference.isProse(key, overlay, next)) {
          proseOfDraft.add(key);
        }
      }
    }
    @Nullable Step mending = null;
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      Set<EntityKey> byUpstream = reached(rule, ofUpstream, moved, proseOfUpstream);
      List<EntityKey> besides = new ArrayList<>();
      for (EntityKey entity : reached(rule, ofDraft, changed, proseOfDraft)) {
        if (byUpstream.contains(entity) || alone.hasExisting(i, entity)) {
          put(results, new Place(i, entity), after.ask(rule, entity));
        } else if (alone.overlay.change(entity).isEmpty()) {
          besides.add(entity);
        }
      }
      // What is wrong there at the base is the draft's doing when upstream alone has mended it.
      if (besides.size() > FEW) {
        mending = mending == null ? new Step(alone.base, view, upstream) : mending;
        besides.retainAll(reached(rule, mending, upstream, Set.of()));
      }
      for (EntityKey entity : besides) {
        if (alone.base.exists(entity) && !rule.check(entity, alone.base).isEmpty()) {
          put(results, new Place(i, entity), after.ask(rule, entity));
        }
      }
    }
    return new DraftValidation(schemas, rules, files, base, next, after.view, Map.copyOf(results));
  }

  /** Whether a rule finds in an entity what the base had already. */
  private boolean hasExisting(int rule, EntityKey entity) {
    Said known = said.get(new Place(rule, entity));
    return known != null && !known.existing().isEmpty();
  }

  /**
   * What a rule may say something else of after a step.
   *
   * @param prose changed entities of which nothing but the label or description differs
   */
  private static Set<EntityKey> reached(
      Rule rule, Step step, Set<EntityKey> changed, Set<EntityKey> prose) {
    boolean readsProse = rule.readsProse();
    Set<EntityKey> reached = new LinkedHashSet<>();
    for (EntityKey key : changed) {
      if (rule.isAbout(key.type()) && (readsProse || !prose.contains(key))) {
        reached.add(key);
      }
    }
    Consumer<EntityKey> others =
        key -> {
          if (rule.isAbout(key.type())) {
            reached.add(key);
          }
        };
    rule.reach(step, others);
    changed.forEach(key -> rule.reach(key, step, others));
    return reached;
  }

  private static void put(Map<Place, Said> results, Place place, Said now) {
    if (now.isEmpty()) {
      results.remove(place);
    } else {
      results.put(place, now);
    }
  }

  private static List<Finding> refusals(DraftOverlay overlay, EntityKey key) {
    return overlay
        .change(key)
        .map(change -> DraftFiles.refusals(overlay, change))
        .orElse(List.of());
  }

  private DraftValidation viewing(DraftOverlay next) {
    Set<EntityKey> changed = new TreeSet<>();
    Set<EntityKey> deleted = new TreeSet<>();
    for (DraftChange change : next.changes()) {
      changed.add(change.key());
      if (change instanceof DraftChange.Delete) {
        deleted.add(change.key());
      }
    }
    CheckedView checked =
        changed.isEmpty() ? base : base.with(next, next::hierarchy, changed, deleted);
    return new DraftValidation(schemas, rules, files, base, next, checked, said);
  }

  private Said ask(Rule rule, EntityKey entity) {
    List<Finding> now = view.exists(entity) ? rule.check(entity, view) : List.of();
    // Most entities are fine, and then there is no need to look at what they were.
    if (now.isEmpty()) {
      return new Said(now, now);
    }
    List<Finding> before = base.exists(entity) ? rule.check(entity, base) : List.of();
    List<Finding> introduced = rule.introduced(now, before, base, view);
    return introduced.isEmpty()
        ? new Said(introduced, now)
        : new Said(introduced, now.stream().filter(f -> !introduced.contains(f)).toList());
  }

  /**
   * What the draft has brought, of changed entities and of those that a change reaches: errors
   * first, then by key and pointer.
   */
  public List<Finding> introduced() {
    return sorted(
        Stream.concat(
            ofChanges().stream(), said.values().stream().flatMap(s -> s.introduced().stream())));
  }

  /** What is wrong with changed entities and was so at the base; in the same order. */
  public List<Finding> existing() {
    return sorted(
        said.values().stream()
            .flatMap(s -> s.existing().stream())
            .filter(finding -> overlay.change(finding.key()).isPresent()));
  }

  /** Ways out of one of these findings, the best first; each is itself an edit of the draft. */
  public List<QuickFix> fixes(Finding finding) {
    return rules.stream()
        .filter(rule -> rule.codes().contains(finding.rule()))
        .findFirst()
        .filter(rule -> view.exists(finding.key()))
        .map(rule ->
            rule.fixes(finding, view).stream().filter(fix -> view.exists(fix.key())).toList())
        .orElse(List.of());
  }

  private static List<Finding> sorted(Stream<Finding> findings) {
    return findings.distinct().sorted(ORDER).toList();
  }

  private List<Finding> ofChanges() {
    List<Finding> findings = new ArrayList<>();
    for (DraftChange change : overlay.changes()) {
      findings.addAll(OccupiedPathRule.check(change.key(), files.occupant(change, overlay, view)));
      if (change instanceof DraftChange.Update update
          && overlay.status(change.key()) == EntityStatus.BROKEN) {
        broken(update).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /**
   * {@code broken-change-missing} and its like: a change whose patch does not apply to what it is
   * based on. It names the file, the place and what is wrong there. Arguments: the path, the
   * operation.
   */
  private Optional<Finding> broken(DraftChange.Update update) {
    return update
        .patch()
        .problemOn(overlay.baseDocument(update.key()))
        .map(problem ->
            new Finding(
                Severity.ERROR,
                brokenRule(problem.reason()),
                update.key(),
                problem.pointer().toString(),
                List.of(update.base().path(), problem.op())));
  }

  private static String brokenRule(Reason reason) {
    return "broken-change-" + reason.name().toLowerCase(Locale.ROOT);
  }
}
