package org.ontodraft.model.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.testing.RandomEntity;
import tools.jackson.databind.JsonNode;

class MergeLawsTest {
  private static final int ROUNDS = 10_000;

  private interface Law {
    void check(
        EntityKey key,
        @Nullable EntityDocument base,
        @Nullable EntityDocument draft,
        @Nullable EntityDocument canonical,
        String as);
  }

  private static void forRandomSides(Law law) {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      EntityType type = EntityType.values()[random.nextInt(EntityType.values().length)];
      RandomEntity entities = new RandomEntity(random, type);
      EntityDocument base = random.nextInt(12) == 0 ? null : entities.document();
      EntityDocument draft = side(random, entities, base);
      EntityDocument canonical = random.nextInt(15) == 0 ? draft : side(random, entities, base);
      law.check(EntityKey.of(type, "Key"), base, draft, canonical, "seed " + seed);
    }
  }

  private static @Nullable EntityDocument side(
      Random random, RandomEntity entities, @Nullable EntityDocument base) {
    if (random.nextInt(12) == 0) {
      return null;
    }
    return base == null ? entities.document() : entities.changed(base);
  }

  /** Without this the laws could hold of nothing. */
  @Test
  void theSidesMeetInEveryWay() {
    Map<Object, Integer> seen = new HashMap<>();
    forRandomSides((key, base, draft, canonical, as) -> {
      EntityMerge merge = ThreeWayMerge.merge(key, base, draft, canonical);
      seen.merge(merge.kind(), 1, Integer::sum);
      merge.decisions().forEach(d -> seen.merge(d.reason(), 1, Integer::sum));
    });
    for (EntityMerge.Kind kind : EntityMerge.Kind.values()) {
      // Renames and the curator come in with the rebase.
      if (kind.isOfKey()) {
        continue;
      }
      assertThat(seen.getOrDefault(kind, 0)).as("%s", kind).isGreaterThan(50);
    }
    for (Reason reason : Reason.values()) {
      if (reason == Reason.RENAME_FOLLOWED || reason == Reason.CHOSEN) {
        continue;
      }
      assertThat(seen.getOrDefault(reason, 0)).as("%s", reason).isGreaterThan(50);
    }
  }

  /** Decision 28. */
  @Test
  void sidesCanBeExchangedWhereNothingConflicts() {
    forRandomSides((key, base, draft, canonical, as) -> {
      EntityMerge one = ThreeWayMerge.merge(key, base, draft, canonical);
      EntityMerge other = ThreeWayMerge.merge(key, base, canonical, draft);
      assertThat(other.hasConflict()).as(as).isEqualTo(one.hasConflict());
      if (!one.hasConflict()) {
        assertThat(meaning(key, one.result())).as(as).isEqualTo(meaning(key, other.result()));
        assertThat(reasons(one, false)).as(as).isEqualTo(reasons(other, true));
        assertThat(one.kind()).as(as).isEqualTo(other.kind());
      }
    });
  }

  @Test
  void ontoItsOwnBaseNothingChanges() {
    forRandomSides((key, base, draft, canonical, as) -> {
      EntityMerge merge = ThreeWayMerge.merge(key, base, draft, base);
      assertThat(merge.result()).as(as).isEqualTo(draft);
      assertThat(merge.hasConflict()).as(as).isFalse();
    });
  }

  @Test
  void twiceIsOnce() {
    forRandomSides((key, base, draft, canonical, as) -> {
      EntityDocument once = ThreeWayMerge.merge(key, base, draft, canonical).result();
      EntityMerge twice = ThreeWayMerge.merge(key, canonical, once, canonical);
      assertThat(twice.result()).as(as).isEqualTo(once);
      assertThat(twice.hasConflict()).as(as).isFalse();
    });
  }

  /**
   * Nothing is overwritten in silence: a value that a side changed is in the result, or a decision
   * says that the sides disagree. Judged field by field without the merge's own notions.
   */
  @Test
  void everyChangeIsInTheResultOrInAConflict() {
    forRandomSides((key, base, draft, canonical, as) -> {
      EntityMerge merge = ThreeWayMerge.merge(key, base, draft, canonical);
      if (draft == null || canonical == null) {
        return;
      }
      Map<String, Reason> reasons = new HashMap<>();
      merge.decisions().forEach(d -> reasons.put(d.field().name(), d.reason()));
      for (String field : fields(base, draft, canonical)) {
        if (reasons.get(field) != Reason.CONFLICT) {
          checkField(key.type(), field, base, draft, canonical, merge, as + " " + field);
        } else {
          assertThat(merge.result()).as(as).isNotNull();
        }
      }
      checkNoItemInBothLists(key.type(), base, draft, canonical, merge, as);
    });
  }

  /** Every field that a side changed has its row, or the entity as a whole is asked about. */
  @Test
  void everyChangedFieldHasItsRow() {
    forRandomSides((key, base, draft, canonical, as) -> {
      EntityMerge merge = ThreeWayMerge.merge(key, base, draft, canonical);
      Set<String> rows = new HashSet<>();
      merge.decisions().forEach(row -> rows.add(row.field().name()));
      if (merge.isOpen()) {
        assertThat(merge.conflicts()).as(as).hasSize(1);
        return;
      }
      for (Map<String, Object> side : List.of(meaning(key, draft), meaning(key, canonical))) {
        Map<String, Object> before = meaning(key, base);
        Set<String> changed = new HashSet<>(before.keySet());
        changed.addAll(side.keySet());
        changed.removeIf(field -> Objects.equals(before.get(field), side.get(field)));
        assertThat(rows).as(as).containsAll(changed);
      }
    });
  }

  /** Decisions in any order, written and read again, give the same; without one it is not there. */
  @Test
  void decisionsHaveNoOrder() {
    Map<RefusedResolution.Reason, Integer> refusals = new HashMap<>();
    forRandomSides((key, base, draft, canonical, as) -> {
      EntityMerge merge = ThreeWayMerge.merge(key, base, draft, canonical);
      List<Resolution> decisions = decisions(merge, as.hashCode());
      EntityMerge resolved = resolved(merge, decisions, refusals);
      List<Resolution> other = new ArrayList<>(decisions);
      Collections.shuffle(other, new Random(as.hashCode()));
      other.replaceAll(each -> ResolutionCodec.read(ResolutionCodec.write(each)).orElseThrow());
      assertThat(resolved(merge, other, refusals)).as(as).isEqualTo(resolved);
      assertThat(resolved(merge, List.of(), refusals)).as(as).isEqualTo(merge);
      for (FieldDecision row : resolved.decisions()) {
        JsonNode value =
            resolved.result() == null ? null : resolved.result().get(row.field().name());
        if (!resolved.isOpen() && row.reason() == Reason.CHOSEN) {
          assertThat(value).as("%s %s", as, row.field().name()).isEqualTo(row.result());
        }
      }
    });
    assertThat(refusals)
        .containsKeys(
            RefusedResolution.Reason.NOT_APPLICABLE, RefusedResolution.Reason.ENTITY_GONE);
  }

  private static List<Resolution> decisions(EntityMerge merge, long seed) {
    Random random = new Random(seed);
    List<Resolution> decisions = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    merge.decisions().forEach(row -> fields.add(row.field().name()));
    if (random.nextInt(3) == 0) {
      fields.add("");
    }
    Choice.Kind[] kinds = Choice.Kind.values();
    for (String field : fields) {
      Choice.Kind kind = kinds[random.nextInt(kinds.length)];
      if (kind != Choice.Kind.CUSTOM && kind != Choice.Kind.RECREATE) {
        decisions.add(
            new Resolution(merge.place(field), merge.sides().inputs(field), Choice.of(kind)));
      }
    }
    return decisions;
  }

  private static EntityMerge resolved(
      EntityMerge merge,
      List<Resolution> decisions,
      Map<RefusedResolution.Reason, Integer> refusals) {
    return Resolutions.apply(
        merge, decisions, refused -> refusals.merge(refused.reason(), 1, Integer::sum));
  }

  private static void checkField(
      EntityType type,
      String field,
      @Nullable EntityDocument base,
      EntityDocument draft,
      EntityDocument canonical,
      EntityMerge merge,
      String as) {
    FieldSpec spec = EntityFields.find(type, field).orElseGet(() -> EntityFields.unknown(field));
    JsonNode was = get(base, field);
    JsonNode mine = get(draft, field);
    JsonNode upstream = get(canonical, field);
    JsonNode result = get(merge.result(), field);
    if (spec.isSet()) {
      Set<JsonNode> expected = new HashSet<>(list(upstream));
      expected.removeIf(item -> list(was).contains(item) && !list(mine).contains(item));
      list(mine).stream().filter(item -> !list(was).contains(item)).forEach(expected::add);
      assertThat(list(result)).as(as).isEqualTo(expected);
    } else if (equal(was, mine)) {
      assertThat(result).as(as).isEqualTo(upstream);
    } else if (equal(was, upstream)) {
      assertThat(result).as(as).isEqualTo(mine);
    } else if (equal(mine, upstream)) {
      assertThat(result).as(as).isEqualTo(mine);
    } else {
      // Merged by line or page: whatever a side added is there.
      Set<String> before = pieces(was);
      Set<String> added = new HashSet<>(pieces(mine));
      added.addAll(pieces(upstream));
      added.removeAll(before);
      assertThat(pieces(result)).as(as).containsAll(added);
    }
  }

  private static void checkNoItemInBothLists(
      EntityType type,
      @Nullable EntityDocument base,
      EntityDocument draft,
      EntityDocument canonical,
      EntityMerge merge,
      String as) {
    for (String kind : List.of("properties", "subobjects")) {
      boolean soundBefore =
          inBoth(base, kind).isEmpty()
              && inBoth(draft, kind).isEmpty()
              && inBoth(canonical, kind).isEmpty();
      if (soundBefore && type != EntityType.RESOURCE) {
        assertThat(inBoth(merge.result(), kind)).as(as).isEmpty();
      }
    }
  }

  private static Set<JsonNode> inBoth(@Nullable EntityDocument document, String kind) {
    Set<JsonNode> both = new HashSet<>(list(get(document, "required_" + kind)));
    both.retainAll(list(get(document, "optional_" + kind)));
    return both;
  }

  private static Set<String> fields(
      @Nullable EntityDocument base, EntityDocument draft, EntityDocument canonical) {
    Set<String> fields = new LinkedHashSet<>(draft.json().propertyNames());
    fields.addAll(canonical.json().propertyNames());
    if (base != null) {
      fields.addAll(base.json().propertyNames());
    }
    return fields;
  }

  private static @Nullable JsonNode get(@Nullable EntityDocument document, String field) {
    return document == null ? null : document.get(field);
  }

  private static Set<JsonNode> list(@Nullable JsonNode value) {
    return value == null || !value.isArray() ? Set.of() : new HashSet<>(value.values());
  }

  private static boolean equal(@Nullable JsonNode left, @Nullable JsonNode right) {
    return left == null ? right == null : left.equals(right);
  }

  private static Set<String> pieces(@Nullable JsonNode value) {
    Set<String> pieces = new HashSet<>();
    if (value != null && value.isString()) {
      value.stringValue().lines().forEach(pieces::add);
    } else if (value != null) {
      value.forEach(page -> pieces.addAll(pieces(page.path("wikitext"))));
    }
    return pieces;
  }

  /** A document with its sets sorted. */
  private static Map<String, Object> meaning(EntityKey key, @Nullable EntityDocument document) {
    Map<String, Object> meaning = new TreeMap<>();
    if (document != null) {
      for (String name : document.json().propertyNames()) {
        boolean set = EntityFields.find(key.type(), name).filter(FieldSpec::isSet).isPresent();
        JsonNode value = document.json().get(name);
        meaning.put(name, set && value.isArray() ? new HashSet<>(value.values()) : value);
      }
    }
    return meaning;
  }

  private static List<String> reasons(EntityMerge merge, boolean exchanged) {
    List<String> reasons = new ArrayList<>();
    for (FieldDecision decision : merge.decisions()) {
      Reason reason = decision.reason();
      if (exchanged && reason == Reason.DRAFT_ONLY) {
        reason = Reason.CANONICAL_ONLY;
      } else if (exchanged && reason == Reason.CANONICAL_ONLY) {
        reason = Reason.DRAFT_ONLY;
      }
      reasons.add(decision.field().name() + "=" + reason);
    }
    Collections.sort(reasons);
    return reasons;
  }
}
