package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.rebase.RebaseCases.SCHEMAS;
import static org.ontodraft.model.rebase.RebaseCases.documents;
import static org.ontodraft.model.rebase.RebaseCases.rebase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.RefusedResolution;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.ResolutionCodec;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;
import org.ontodraft.model.validation.Finding;
import tools.jackson.databind.JsonNode;

/** What holds of any draft over any change upstream. */
class RebaseLawsTest {
  @Test
  void r20IsTheSameInOneStepAsInTwo() {
    int compared = 0;
    for (long seed = 0; seed < 120; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology base = Snapshots.of(versions.first);
      Ontology one = Snapshots.of(versions.next(versions.first));
      Ontology two = Snapshots.of(versions.next(documents(one)));
      DraftOverlay draft = versions.draft(base);
      RebasePlan toOne = Rebase.analyze(draft, one, SCHEMAS);
      RebasePlan onToTwo = Rebase.analyze(DraftOverlay.of(one, toOne.changes()), two, SCHEMAS);
      RebasePlan straight = Rebase.analyze(draft, two, SCHEMAS);
      Map<EntityKey, EntityDocument> twice = documents(DraftOverlay.of(two, onToTwo.changes()));
      Map<EntityKey, EntityDocument> once = documents(DraftOverlay.of(two, straight.changes()));
      Set<String> excused = excused(List.of(toOne, onToTwo, straight));
      for (EntityKey key : versions.keys) {
        Map<String, Object> left = fields(key, twice.get(key));
        Map<String, Object> right = fields(key, once.get(key));
        left.keySet().removeIf(field -> isExcused(excused, key, field));
        right.keySet().removeIf(field -> isExcused(excused, key, field));
        assertThat(left).as("seed %d %s", seed, key).isEqualTo(right);
        compared += left.size();
      }
    }
    assertThat(compared).as("fields compared").isGreaterThan(1_500);
  }

  /** Any draft over any change upstream: nothing is asked twice, and no side's change is lost. */
  @Test
  void r21SettlesInOneStep() {
    for (long seed = 0; seed < 80; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology base = Snapshots.of(versions.first);
      Ontology canonical = Snapshots.of(versions.next(versions.first));
      DraftOverlay draft = versions.draft(base);
      assertThat(Rebase.analyze(draft, base, SCHEMAS).changes())
          .as("seed %d R1", seed)
          .isEqualTo(draft.changes());
      RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
      RebasePlan again =
          Rebase.analyze(DraftOverlay.of(canonical, plan.changes()), canonical, SCHEMAS);
      assertThat(again.changes()).as("seed %d", seed).isEqualTo(plan.changes());
      assertThat(again.clean()).as("seed %d", seed).isTrue();
    }
  }

  /** What the plan shows is what is stored: written, read again and compared, row for row. */
  @Test
  void theForecastIsWhatIsStored() {
    int compared = 0;
    for (long seed = 0; seed < 150; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology base = Snapshots.of(versions.first);
      Ontology canonical = Snapshots.of(versions.next(versions.first));
      DraftOverlay draft = versions.draft(base);
      Rebase rebase = rebase(draft, canonical, List.of());
      RebasePlan plan = rebase.resolve(some(rebase.plan(), seed));
      DraftOverlay stored = DraftOverlay.of(canonical, readAgain(plan.changes()));
      for (EntityMerge merge : plan.merges()) {
        if (merge.kind().isOfKey()) {
          continue;
        }
        EntityKey key = merge.key();
        EntityDocument document = stored.effectiveDocument(key);
        for (FieldDecision row : merge.decisions()) {
          JsonNode value = document == null ? null : document.get(row.field().name());
          assertThat(value)
              .as("seed %d %s %s", seed, key, row.field().name())
              .isEqualTo(row.result());
          compared++;
        }
        EntityDocument was = merge.sides().base();
        EntityDocument upstream = canonical.find(key).isPresent() ? canonical.document(key) : null;
        assertThat(rows(key, was, document)).isEqualTo(rows(key, was, merge.result()));
        assertThat(rows(key, upstream, document)).isEqualTo(rows(key, upstream, merge.result()));
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  private static List<String> rows(
      EntityKey key, @Nullable EntityDocument from, @Nullable EntityDocument to) {
    return EntityDiff.between(key.type(), from, to).stream()
        .map(row -> row.field().name() + " " + row.kind() + " " + row.mine())
        .toList();
  }

  private static List<DraftChange> readAgain(List<DraftChange> changes) {
    List<DraftChange> read = new ArrayList<>();
    for (DraftChange change : changes) {
      read.add(
          switch (change) {
            case DraftChange.Create(var key, var document) ->
                new DraftChange.Create(
                    key, JsonCodec.parse(JsonCodec.encode(null, document, null)));
            case DraftChange.Update(var key, var file, var patch) ->
                new DraftChange.Update(key, file, JsonPatch.parse(patch.toJson()));
            case DraftChange.Delete delete -> delete;
          });
    }
    return read;
  }

  /** Decisions for most conflicts and some of what was decided without the curator. */
  private static List<Resolution> some(RebasePlan plan, long seed) {
    Random random = new Random(seed);
    List<Choice.Kind> kinds =
        List.of(
            Choice.Kind.MINE,
            Choice.Kind.UPSTREAM,
            Choice.Kind.BASE,
            Choice.Kind.ABSENT,
            Choice.Kind.UNION,
            Choice.Kind.FIELDS);
    List<Resolution> some = new ArrayList<>();
    for (EntityMerge merge : plan.merges()) {
      for (FieldDecision row : merge.decisions()) {
        if (!merge.kind().isOfKey() && random.nextInt(3) == 0) {
          some.add(resolution(merge, row.field().name(), kinds.get(random.nextInt(kinds.size()))));
        }
      }
      if (merge.isOpen() && random.nextInt(3) > 0) {
        some.add(resolution(merge, "", kinds.get(random.nextInt(kinds.size()))));
      }
    }
    return some;
  }

  private static Resolution resolution(EntityMerge merge, String field, Choice.Kind kind) {
    return new Resolution(merge.place(field), merge.sides().inputs(field), Choice.of(kind));
  }

  /**
   * Decisions in another order, and replayed on a plan made anew from their text, give the same
   * plan; taking one back gives the plan without it.
   */
  @Test
  void decisionsAreReplayedInAnyOrderAndTakenBack() {
    int used = 0;
    for (long seed = 0; seed < 100; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology base = Snapshots.of(versions.first);
      Ontology canonical = Snapshots.of(versions.next(versions.first));
      DraftOverlay draft = versions.draft(base);
      Rebase rebase = rebase(draft, canonical, List.of());
      List<Resolution> decisions = some(rebase.plan(), seed);
      RebasePlan resolved = rebase.resolve(decisions);
      used += resolved.resolutions().size();
      assertThat(resolved.refused())
          .as("seed %d", seed)
          .noneMatch(each -> each.reason() == RefusedResolution.Reason.INPUTS_CHANGED)
          .noneMatch(each -> each.reason() == RefusedResolution.Reason.REPLACED);
      List<Resolution> read = new ArrayList<>();
      decisions.forEach(
          each -> read.add(ResolutionCodec.read(ResolutionCodec.write(each)).orElseThrow()));
      Collections.shuffle(read, new Random(seed));
      same(rebase(draft, canonical, List.of()).resolve(read), resolved, seed);
      if (!decisions.isEmpty()) {
        List<Resolution> less = new ArrayList<>(decisions);
        less.remove(less.size() / 2);
        same(rebase.resolve(less), rebase(draft, canonical, List.of()).resolve(less), seed);
        same(rebase.resolve(List.of()), rebase.plan(), seed);
      }
    }
    assertThat(used).isGreaterThan(500);
  }

  private static void same(RebasePlan plan, RebasePlan other, long seed) {
    assertThat(plan.merges()).as("seed %d", seed).isEqualTo(other.merges());
    assertThat(plan.changes()).as("seed %d", seed).isEqualTo(other.changes());
    assertThat(plan.semanticConflicts()).as("seed %d", seed).isEqualTo(other.semanticConflicts());
    assertThat(plan.resolutions())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(other.resolutions());
  }

  /** One choice for all leaves nothing open that it can settle. */
  @Test
  void oneChoiceSettlesEveryConflict() {
    int settled = 0;
    for (long seed = 0; seed < 150; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology canonical = Snapshots.of(versions.next(versions.first));
      DraftOverlay draft = versions.draft(Snapshots.of(versions.first));
      Rebase rebase = rebase(draft, canonical, List.of());
      for (Choice.Kind kind : List.of(Choice.Kind.MINE, Choice.Kind.UPSTREAM)) {
        BulkResolution bulk =
            BulkResolution.of(rebase.plan(), new Scope.Everything(), Choice.of(kind));
        RebasePlan plan = rebase.resolve(bulk.resolutions());
        settled += bulk.resolutions().size();
        assertThat(plan.refused()).as("seed %d", seed).isEmpty();
        assertThat(plan.conflicted()).as("seed %d", seed).isEmpty();
      }
    }
    assertThat(settled).isGreaterThan(500);
  }

  /** What is checked of the merged whole is what checking the new version from nothing says. */
  @Test
  void sharingWhatIsKnownOfTheBaseSaysTheSameAsBeginningAgain() {
    int found = 0;
    for (long seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      TangledOntology tangled = new TangledOntology(random);
      Map<EntityKey, EntityDocument> documents = tangled.documents();
      Ontology base = Snapshots.of(documents);
      Ontology canonical =
          Snapshots.of(seed % 4 == 0 ? tangled.documents() : edited(tangled, random, documents));
      DraftOverlay draft = DraftOverlay.of(base, List.of());
      DraftOverlay moved = DraftOverlay.of(canonical, List.of());
      for (Map.Entry<EntityKey, EntityDocument> edit :
          edited(tangled, random, documents).entrySet()) {
        EntityKey key = edit.getKey();
        if (!edit.getValue().equals(documents.get(key))) {
          draft = draft.with(key, draft.changeTo(key, edit.getValue()));
          // What the two make of it is a merge's to say; here any third document will do.
          EntityDocument there = moved.effectiveDocument(key);
          EntityDocument third =
              there == null || random.nextBoolean() ? edit.getValue() : labelled(there, random);
          moved = moved.with(key, moved.changeTo(key, third));
        }
      }
      for (EntityKey key : documents.keySet()) {
        if (random.nextInt(8) == 0) {
          draft = draft.with(key, draft.changeTo(key, null));
          moved = moved.with(key, moved.changeTo(key, null));
        }
      }
      Set<EntityKey> differing = UpstreamChanges.between(base, canonical).all();
      DraftValidation shared =
          DraftValidation.of(base, SCHEMAS).with(draft).onto(canonical, SCHEMAS, differing);
      DraftOverlay there = shared.overlay().onto(canonical, Set.of(), moved.changes());
      DraftValidation alone = DraftValidation.of(base, SCHEMAS).with(draft);
      assertThat(
              Finding.without(
                  shared.meeting(there, alone, differing).introduced(), alone.introduced()))
          .as("seed %d", seed)
          .isEqualTo(Finding.without(shared.with(there).introduced(), alone.introduced()));
      List<Finding> findings = shared.with(there).introduced();
      assertThat(findings).as("seed %d", seed).isEqualTo(DraftValidation.check(moved, SCHEMAS));
      assertThat(shared.with(there).existing())
          .as("seed %d", seed)
          .isEqualTo(DraftValidation.of(canonical, SCHEMAS).with(moved).existing());
      found += findings.size();
    }
    assertThat(found).isGreaterThan(500);
  }

  private static Map<EntityKey, EntityDocument> edited(
      TangledOntology tangled, Random random, Map<EntityKey, EntityDocument> documents) {
    Map<EntityKey, EntityDocument> edited = new TreeMap<>(documents);
    for (EntityKey key : documents.keySet()) {
      switch (random.nextInt(5)) {
        case 0 -> edited.put(key, tangled.document(key));
        case 1, 2 -> edited.computeIfPresent(key, (k, document) -> labelled(document, random));
        default -> {}
      }
    }
    EntityKey created = tangled.key();
    edited.putIfAbsent(created, tangled.document(created));
    return edited;
  }

  private static EntityDocument labelled(EntityDocument document, Random random) {
    return document.with(
        EntityType.CATEGORY,
        random.nextBoolean() ? "label" : "description",
        document.json().stringNode("One " + random.nextInt(3)));
  }

  /** The document's fields, sets without order. */
  private static Map<String, Object> fields(EntityKey key, @Nullable EntityDocument document) {
    Map<String, Object> fields = new TreeMap<>();
    if (document != null) {
      for (String name : document.json().propertyNames()) {
        JsonNode value = document.json().get(name);
        boolean set = EntityFields.find(key.type(), name).filter(FieldSpec::isSet).isPresent();
        fields.put(name, set ? new HashSet<>(value.values()) : value);
      }
    }
    return fields;
  }

  /**
   * Where a step reports a conflict or a convergence the law does not hold, nor where both sides
   * made the same change to a part of a set or text.
   */
  private static Set<String> excused(List<RebasePlan> plans) {
    Set<String> excused = new HashSet<>();
    for (RebasePlan plan : plans) {
      for (EntityMerge merge : plan.merges()) {
        if (merge.kind() != EntityMerge.Kind.MERGED) {
          excused.add(merge.key().toString());
        }
        for (FieldDecision decision : merge.decisions()) {
          boolean hard =
              switch (decision.reason()) {
                case CONFLICT, CONVERGED, LINE_MERGE -> true;
                case SET_MERGE -> sharesAChange(decision);
                case DRAFT_ONLY, CANONICAL_ONLY -> false;
                case RENAME_FOLLOWED, CHOSEN -> true;
              };
          if (hard) {
            excused.add(merge.key() + " " + family(decision.field().name()));
          }
        }
      }
    }
    return excused;
  }

  private static boolean sharesAChange(FieldDecision decision) {
    Set<JsonNode> base = items(decision.base());
    Set<JsonNode> draft = items(decision.draft());
    Set<JsonNode> canonical = items(decision.canonical());
    return draft.stream().anyMatch(item -> !base.contains(item) && canonical.contains(item))
        || base.stream().anyMatch(item -> !draft.contains(item) && !canonical.contains(item));
  }

  private static Set<JsonNode> items(@Nullable JsonNode list) {
    return list == null ? Set.of() : new HashSet<>(list.values());
  }

  private static boolean isExcused(Set<String> excused, EntityKey key, String field) {
    return excused.contains(key.toString()) || excused.contains(key + " " + family(field));
  }

  private static String family(String field) {
    return field.replaceFirst("^(required|optional)_", "");
  }
}
