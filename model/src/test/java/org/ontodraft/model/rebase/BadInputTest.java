package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ontodraft.model.rebase.RebaseCases.SCHEMAS;
import static org.ontodraft.model.rebase.RebaseCases.asked;
import static org.ontodraft.model.rebase.RebaseCases.base;
import static org.ontodraft.model.rebase.RebaseCases.changes;
import static org.ontodraft.model.rebase.RebaseCases.draft;
import static org.ontodraft.model.rebase.RebaseCases.edited;
import static org.ontodraft.model.rebase.RebaseCases.rebase;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.RefusedResolution;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Drafts, bases and decisions that are not what they should be: the B rows of the third table. */
class BadInputTest {
  private static final EntityKey PLACE = key("category:Place");

  @Test
  void b1AsksAboutWhatAPatchWouldHaveChanged() {
    for (String broken :
        List.of(
            "{'op':'remove','path':'/parents/7'}",
            "{'op':'replace','path':'/parents/x','value':'A'}",
            "{'op':'test','path':'/description','value':'Other'}",
            "{'op':'add','path':'/label/deep','value':1}",
            "{'op':'move','from':'/nothing','path':'/label'}",
            "{'op':'replace','path':'','value':[]}")) {
      JsonPatch patch = patch("{'op':'add','path':'/description','value':'Mine'}", broken);
      Ontology base = base();
      DraftOverlay draft =
          DraftOverlay.of(base, List.of(new DraftChange.Update(PLACE, base.file(PLACE), patch)));
      RebasePlan plan = Rebase.analyze(draft, edited("category:Agent {'label':'A'}"), SCHEMAS);
      assertThat(asked(plan)).as(broken).contains("field category:Place description");
      assertThat(plan.conflicted().getFirst().decisions())
          .as(broken)
          .extracting(row -> row.field().name())
          .containsAll(patch.fields());
      assertThat(DraftOverlay.of(base, plan.changes()).document(PLACE).description())
          .as(broken)
          .contains("Mine");
    }
  }

  private static JsonPatch patch(String... operations) {
    return JsonPatch.parse(("[" + String.join(",", operations) + "]").replace('\'', '"'));
  }

  @Test
  void b2MergesFromTheBytesKeptWhereTheBaseIsGone() {
    DraftChange change =
        draft(base(), "category:Place {'label':'Place','description':'Mine'}").changes().getFirst();
    DraftOverlay orphan = DraftOverlay.of(Snapshots.of("category:Agent"), List.of(change));
    RebasePlan plan = Rebase.analyze(orphan, edited("category:Place {'label':'Yours'}"), SCHEMAS);
    assertThat(plan.baseProblems())
        .extracting(BaseProblem::key, BaseProblem::kind)
        .containsExactly(tuple(PLACE, BaseProblem.Kind.NOT_AT_BASE));
    assertThat(plan.clean()).isTrue();
    assertThat(changes(plan)).isEqualTo("Update category:Place /description");
  }

  @Test
  void b3AsksAboutEveryDifferenceWhereTheBytesKeptAreDamaged() {
    SourceFile kept = base().file(PLACE);
    SourceFile damaged =
        new SourceFile(kept.path(), "0123456789".repeat(4), "{'id':'Place'}".replace('\'', '"'));
    JsonPatch patch = patch("{'op':'add','path':'/label','value':'Mine'}");
    RebasePlan plan = plan(damaged, patch);
    assertThat(plan.baseProblems())
        .extracting(BaseProblem::path, BaseProblem::kind)
        .containsExactly(tuple(kept.path(), BaseProblem.Kind.DAMAGED));
    assertThat(asked(plan)).isEqualTo("field category:Place label");
    assertThat(changes(plan)).isEqualTo("Update category:Place /label");
  }

  @Test
  void b4KeepsWhatAPatchSetsWhereTheBytesKeptHoldNoDocument() {
    SourceFile kept = base().file(PLACE);
    SourceFile unreadable = new SourceFile(kept.path(), kept.blobId(), "<<<<<<< not JSON");
    JsonPatch patch =
        patch(
            "{'op':'replace','path':'/label','value':'Mine'}",
            "{'op':'remove','path':'/description'}");
    RebasePlan plan = plan(unreadable, patch);
    assertThat(plan.baseProblems())
        .extracting(BaseProblem::kind)
        .containsExactly(BaseProblem.Kind.UNREADABLE);
    assertThat(asked(plan)).startsWith("entity category:Place");
    assertThat(plan.conflicted().getFirst().decisions())
        .filteredOn(row -> row.field().name().equals("label"))
        .extracting(FieldDecision::result)
        .containsExactly(JsonNodeFactory.instance.stringNode("Mine"));
    RebasePlan deleted =
        Rebase.analyze(
            DraftOverlay.of(base(), List.of(new DraftChange.Delete(PLACE, unreadable))),
            base(),
            SCHEMAS);
    assertThat(asked(deleted)).contains("entity category:Place");
  }

  private static RebasePlan plan(SourceFile base, JsonPatch patch) {
    DraftOverlay draft =
        DraftOverlay.of(base(), List.of(new DraftChange.Update(PLACE, base, patch)));
    return Rebase.analyze(draft, edited("category:Agent {'label':'A'}"), SCHEMAS);
  }

  @Test
  void b5NamesAChangeOfTypeUnderAnEdit() {
    String code = "property:Has_code {'label':'Code','datatype':'Text','cardinality':'multiple',";
    DraftOverlay draft = draft(base(), code + "'allowed_values':['x','y','z']}");
    Ontology canonical = edited(code + "'allowed_values':{'from_category':'Place'}}");
    RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
    assertThat(asked(plan)).startsWith("type property:Has_code allowed_values");
    BulkResolution union =
        BulkResolution.of(plan, new Scope.Everything(), Choice.of(Choice.Kind.UNION));
    assertThat(union.resolutions()).isEmpty();
    assertThat(union.left()).hasSameSizeAs(plan.conflicts());
  }

  @Test
  void b6FollowsAnEntityIntoAnotherFormat() {
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(
                "categories/Place.json",
                "{\"id\": \"Place\", \"label\": \"Place\", \"description\": \"Where\"}\n"));
    Ontology base = repository.ontology();
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    draft =
        draft.with(
            PLACE,
            draft.changeTo(
                PLACE,
                document(PLACE, "{'label':'Place','description':'Mine','parents':['Agent']}")));
    Map<String, @Nullable String> moved = new HashMap<>();
    moved.put("categories/Place.json", null);
    moved.put("categories/Agent.wikitext", page("Agent"));
    moved.put("categories/Place.wikitext", page("Site"));
    repository.commit("Moved", moved);
    Ontology canonical = repository.ontology();
    assertThat(canonical.find(PLACE).map(EntitySummary::sourcePath))
        .contains("categories/Place.wikitext");
    RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
    assertThat(plan.merges())
        .extracting(EntityMerge::kind)
        .containsExactly(EntityMerge.Kind.MERGED);
    DraftOverlay there = DraftOverlay.of(canonical, plan.changes());
    assertThat(DraftFiles.of(there))
        .extracting(DraftFiles.FileChange::path)
        .containsExactly("categories/Place.wikitext");
    EntityDocument merged = there.document(PLACE);
    assertThat(merged.label()).contains("Site");
    assertThat(merged.texts("parents")).containsExactly("Agent");
    assertThat(merged.description()).contains("Mine");
  }

  private static String page(String label) {
    return """
    <!-- OntologySync Start -->
    {{Category
    |has_description=Where
    |display_label=LABEL
    }}
    <!-- OntologySync End -->
    [[Category:OntologySync-managed]]
    """
        .replace("LABEL", label);
  }

  @Test
  void b7LeavesRenamesInACircleAlone() {
    DraftOverlay draft =
        draft(base(), "category:Place {'label':'Agent'} ; category:Agent {'label':'Place'}");
    List<DraftIntent> circle =
        List.of(
            new DraftIntent.Rename(PLACE, key("category:Way")),
            new DraftIntent.Rename(key("category:Agent"), PLACE),
            new DraftIntent.Rename(key("category:Way"), key("category:Agent")));
    RebasePlan plan = rebase(draft, edited("category:Person {'label':'P'}"), circle).plan();
    assertThat(changes(plan))
        .isEqualTo("Update category:Agent /label; Update category:Place /label");
  }

  @Test
  void b8TakesTwentyThousandConflictsAtOnce() {
    int count = 20_000;
    Map<EntityKey, EntityDocument> first = new TreeMap<>();
    Map<EntityKey, EntityDocument> second = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      EntityKey key = EntityKey.of(EntityType.PROPERTY, "Has_" + i);
      first.put(key, document(key, "{'label':'" + i + "','datatype':'Text'}"));
      second.put(key, document(key, "{'label':'upstream " + i + "','datatype':'Text'}"));
    }
    Ontology base = Snapshots.of(first);
    List<DraftChange> changes = new ArrayList<>();
    for (EntityKey key : first.keySet()) {
      changes.add(
          new DraftChange.Update(
              key,
              base.file(key),
              patch("{'op':'replace','path':'/label','value':'mine " + key.key() + "'}")));
    }
    Rebase rebase = rebase(DraftOverlay.of(base, changes), Snapshots.of(second), List.of());
    assertThat(rebase.plan().conflicts()).hasSize(count);
    BulkResolution bulk =
        BulkResolution.of(rebase.plan(), new Scope.Everything(), Choice.of(Choice.Kind.UPSTREAM));
    assertThat(bulk.resolutions()).hasSize(count);
    RebasePlan resolved = rebase.resolve(bulk.resolutions());
    assertThat(resolved.conflicts()).isEmpty();
    assertThat(resolved.changes()).isEmpty();
  }

  /** As many in one document: members that no type knows, and the items of one set. */
  @Test
  void b9TakesALargeDocument() {
    int count = 10_000;
    EntityKey key = key("category:Big");
    Ontology base = Snapshots.of(Map.of(key, big(key, count, "base", 0)));
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    draft = draft.with(key, draft.changeTo(key, big(key, count, "mine", 1)));
    Ontology canonical = Snapshots.of(Map.of(key, big(key, count, "upstream", 2)));
    RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
    assertThat(plan.conflicted().getFirst().conflicts()).hasSize(count);
    assertThat(DraftOverlay.of(canonical, plan.changes()).document(key).texts("parents"))
        .hasSize(count + 2);
  }

  private static EntityDocument big(EntityKey key, int members, String value, int parent) {
    ObjectNode json = document(key, "{}").json().deepCopy();
    ArrayNode parents = json.putArray("parents");
    for (int i = 0; i < members; i++) {
      json.put("x" + i, value);
      parents.add("P" + i);
    }
    if (parent > 0) {
      parents.add("Q" + parent);
    }
    return EntityDocument.of(json);
  }

  @Test
  void b10RefusesDecisionsThatWereTakenOnSomethingElse() {
    DraftOverlay draft =
        draft(base(), "category:Place {'label':'Mine'} ; category:New {'label':'N'}");
    Rebase one = rebase(draft, edited("category:Place {'label':'One'}"), List.of());
    Rebase two = rebase(draft, edited("category:Place {'label':'Two'}"), List.of());
    Choice mine = Choice.of(Choice.Kind.MINE);
    Resolution label = one.resolution(new Place(PLACE, "label"), mine);
    Resolution unknown = one.resolution(new Place(key("category:Nobody"), "label"), mine);
    Resolution taken =
        two.resolution(Place.of(key("category:New")), new Choice.Recreate(key("category:Person")));
    Resolution otherType =
        two.resolution(Place.of(key("category:New")), new Choice.Recreate(key("property:Has_new")));
    RebasePlan plan = two.resolve(List.of(label, unknown, otherType, taken));
    assertThat(plan.refused())
        .containsExactlyInAnyOrder(
            new RefusedResolution(label, RefusedResolution.Reason.INPUTS_CHANGED),
            new RefusedResolution(unknown, RefusedResolution.Reason.NOTHING_THERE),
            new RefusedResolution(taken, RefusedResolution.Reason.KEY_TAKEN),
            new RefusedResolution(otherType, RefusedResolution.Reason.REPLACED));
    assertThat(plan.resolutions()).isEmpty();
    assertThat(plan.changes()).isEqualTo(two.plan().changes());
  }

  /** Whatever is put together, nothing escapes, and what the draft sets is kept or asked about. */
  @Test
  void b11TakesAnythingAtRandom() {
    for (long seed = 0; seed < 300; seed++) {
      RandomVersions versions = new RandomVersions(seed);
      Ontology base = Snapshots.of(versions.first);
      Ontology other = Snapshots.of(versions.next(versions.first));
      List<DraftChange> changes = new ArrayList<>();
      Random random = new Random(seed);
      DraftOverlay sound = versions.draft(base);
      for (DraftChange change : sound.changes()) {
        if (change instanceof DraftChange.Update(var key, var file, var patch)) {
          // A patch on the file of another version, which it was not made for.
          boolean there = other.find(key).isPresent();
          SourceFile from = there && random.nextBoolean() ? other.file(key) : file;
          changes.add(new DraftChange.Update(key, from, patch));
        } else {
          changes.add(change);
        }
      }
      Ontology canonical = Snapshots.of(versions.next(versions.first));
      DraftOverlay draft = DraftOverlay.of(base, changes);
      Rebase rebase = rebase(draft, canonical, List.of());
      List<Resolution> decisions = new ArrayList<>();
      for (EntityKey key : versions.keys) {
        Choice.Kind kind = Choice.Kind.values()[random.nextInt(Choice.Kind.values().length)];
        if (kind != Choice.Kind.CUSTOM && kind != Choice.Kind.RECREATE) {
          String field = random.nextInt(3) == 0 ? "" : "label";
          Rebase source = random.nextInt(4) == 0 ? rebase(sound, other, List.of()) : rebase;
          decisions.add(source.resolution(new Place(key, field), Choice.of(kind)));
        }
      }
      RebasePlan resolved = rebase.resolve(decisions);
      assertThat(resolved.resolutions().size() + resolved.refused().size())
          .as("seed %d", seed)
          .isEqualTo(decisions.size());
      for (EntityMerge merge : rebase.plan().merges()) {
        for (FieldDecision row : merge.decisions()) {
          JsonNode mine = row.draft();
          JsonNode result = row.result();
          if (row.isConflict() && mine != null && merge.result() != null) {
            Set<JsonNode> kept = pieces(mine);
            kept.removeAll(pieces(row.base()));
            assertThat(pieces(result)).as("seed %d %s", seed, merge.key()).containsAll(kept);
          }
        }
      }
    }
  }

  /** The items of a set, or the value itself. */
  private static Set<JsonNode> pieces(@Nullable JsonNode value) {
    if (value == null) {
      return new HashSet<>();
    }
    return new HashSet<>(value.isArray() ? value.values() : Set.of(value));
  }
}
