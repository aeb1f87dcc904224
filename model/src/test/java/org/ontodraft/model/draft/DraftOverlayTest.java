package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class DraftOverlayTest {
  private static final Ontology BASE =
      Snapshots.of(
          "category:Agent {'label':'Agent','required_properties':['Has_name']}",
          "category:Person {'label':'Person','parents':['Agent'],'optional_properties':['Has_age']}",
          "category:Student {'label':'Student','parents':['Person']}",
          "category:Place {'label':'Place'}",
          "property:Has_name {'label':'Name'}",
          "property:Has_age {'label':'Age'}",
          "property:Has_site {'label':'Site'}");

  private static final EntityKey PERSON = key("category:Person");
  private static final EntityKey STUDENT = key("category:Student");

  @Test
  void withoutChangesItIsTheBase() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    assertThat(overlay.changes()).isEmpty();
    assertThat(overlay.entities(EntityType.CATEGORY)).isSameAs(BASE.entities(EntityType.CATEGORY));
    assertThat(overlay.effectiveDocument(PERSON)).isEqualTo(BASE.document(PERSON));
    assertThat(overlay.status(PERSON)).isEqualTo(EntityStatus.UNCHANGED);
    assertThat(overlay.status(key("category:Nobody"))).isEqualTo(EntityStatus.UNCHANGED);
    assertThat(overlay.effectiveDocument(key("category:Nobody"))).isNull();
    assertThat(overlay.effects()).isEmpty();
    assertThat(overlay.version()).isEqualTo(BASE.version());
  }

  /**
   * Steps on one entity by what it becomes: {@code A}, {@code B} and {@code base} are documents,
   * {@code none} is no entity. Person exists at the base, Robot does not.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "O.1 create,                          Robot,  A,          Create, ADDED",
    "O.2 create then update,              Robot,  A B,        Create, ADDED",
    "O.3 create then delete,              Robot,  A none,     -,      UNCHANGED",
    "O.4 create then delete then create,  Robot,  A none B,   Create, ADDED",
    "O.5 update,                          Person, A,          Update, MODIFIED",
    "O.6 update then update,              Person, A B,        Update, MODIFIED",
    "O.7 update then back,                Person, A base,     -,      UNCHANGED",
    "O.8 update then delete,              Person, A none,     Delete, DELETED",
    "O.9 delete,                          Person, none,       Delete, DELETED",
    "O.10 delete then create otherwise,   Person, none A,     Update, MODIFIED",
    "O.11 delete then create the same,    Person, none base,  -,      UNCHANGED",
    "O.12 delete then delete,             Person, none none,  Delete, DELETED",
    "O.13 no change,                      Person, base,       -,      UNCHANGED",
    "O.14 no entity before and after,     Robot,  none,       -,      UNCHANGED"
  })
  void comesToAChange(String row, String name, String steps, String change, EntityStatus status) {
    EntityKey key = EntityKey.of(EntityType.CATEGORY, name);
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    EntityDocument document = null;
    for (String step : steps.split(" ")) {
      document =
          switch (step) {
            case "none" -> null;
            case "base" -> BASE.document(key);
            default -> document(key, "{'label':'" + step + "'}");
          };
      overlay = overlay.with(key, overlay.changeTo(key, document));
    }
    assertThat(overlay.effectiveDocument(key)).isEqualTo(document);
    assertThat(overlay.change(key).map(c -> c.getClass().getSimpleName()).orElse("-"))
        .isEqualTo(change);
    assertThat(overlay.status(key)).isEqualTo(status);
    boolean atBase = BASE.find(key).isPresent();
    assertThat(overlay.baseDocument(key)).isEqualTo(atBase ? BASE.document(key) : null);
    assertThat(overlay.find(key).isPresent()).isEqualTo(atBase || document != null);
    assertThat(DraftOverlay.of(BASE, overlay.changes()).changes()).isEqualTo(overlay.changes());
  }

  @Test
  void creatingWhatTheBaseHasIsAnUpdate() {
    EntityDocument document = document(PERSON, "{'label':'Human'}");
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of(new DraftChange.Create(PERSON, document)));
    assertThat(overlay.change(PERSON).orElseThrow()).isInstanceOf(DraftChange.Update.class);
    assertThat(overlay.effectiveDocument(PERSON)).isEqualTo(document);
    assertThat(
            overlay.with(PERSON, new DraftChange.Create(PERSON, BASE.document(PERSON))).changes())
        .isEmpty();
  }

  @Test
  void listsCreatedAndDeletedEntitiesAtTheirPlaceWithTheirLabels() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    overlay = edit(overlay, "category:Place", null);
    overlay = edit(overlay, "category:Person", "{'label':'Human'}");
    overlay = edit(overlay, "category:Robot", "{}");
    overlay = edit(overlay, "category:Aardvark", "{'label':'Earth pig'}");
    assertThat(overlay.entities(EntityType.CATEGORY))
        .extracting(EntitySummary::label)
        .containsExactly("Earth pig", "Agent", "Human", "Place", "Robot", "Student");
    assertThat(overlay.entities(EntityType.PROPERTY)).isSameAs(BASE.entities(EntityType.PROPERTY));
    assertThat(overlay.find(key("category:Robot")).orElseThrow())
        .isEqualTo(new EntitySummary(key("category:Robot"), "Robot", "categories/Robot.json", ""));
    DraftOverlay deleted = overlay;
    assertThatThrownBy(() -> deleted.document(key("category:Place")))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void referencesFollowTheChanges() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    EntityKey agent = key("category:Agent");
    overlay = edit(overlay, "category:Person", "{'parents':['Place']}");
    overlay = edit(overlay, "category:Robot", "{'parents':['Agent','Missing']}");
    overlay = edit(overlay, "category:Student", null);
    assertThat(sources(overlay, agent)).containsExactly("Robot");
    assertThat(sources(overlay, key("category:Place"))).containsExactly("Person");
    assertThat(sources(overlay, key("category:Missing"))).containsExactly("Robot");
    assertThat(sources(overlay, PERSON)).isEmpty();
    assertThat(overlay.referencesFrom(STUDENT)).isEmpty();
    overlay = overlay.with(PERSON, null).with(STUDENT, null);
    assertThat(sources(overlay, agent)).containsExactly("Person", "Robot");
    assertThat(sources(overlay, PERSON)).containsExactly("Student");
    assertThat(sources(overlay, key("category:Place"))).isEmpty();
  }

  @Test
  void descendantsOfAChangedCategoryAreAffectedWhenTheyInheritSomethingElse() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    overlay =
        edit(
            overlay,
            "category:Agent",
            "{'label':'Agent','required_properties':['Has_site'],'optional_properties':['Has_age']}");
    assertThat(overlay.status(key("category:Agent"))).isEqualTo(EntityStatus.MODIFIED);
    assertThat(overlay.status(PERSON)).isEqualTo(EntityStatus.AFFECTED);
    assertThat(overlay.status(key("category:Place"))).isEqualTo(EntityStatus.UNCHANGED);
    assertThat(overlay.status(key("property:Has_age"))).isEqualTo(EntityStatus.UNCHANGED);
    EffectChange effect =
        new EffectChange(
            PERSON,
            List.of(key("property:Has_site")),
            List.of(key("property:Has_name")),
            List.of(),
            List.of());
    assertThat(overlay.effect(PERSON)).isEqualTo(effect);
    assertThat(overlay.effects())
        .extracting(EffectChange::category)
        .containsExactly(PERSON, STUDENT);

    // Only how far away the source is changes.
    overlay = edit(overlay, "category:Agent", "{'required_properties':['Has_name']}");
    overlay = edit(overlay, "category:Between", "{'parents':['Agent']}");
    overlay =
        edit(
            overlay,
            "category:Person",
            "{'parents':['Between'],'optional_properties':['Has_age']}");
    assertThat(overlay.effects()).isEmpty();

    overlay =
        edit(
            overlay, "category:Between", "{'parents':['Agent'],'required_properties':['Has_age']}");
    assertThat(overlay.effect(STUDENT).becomesRequired()).containsExactly(key("property:Has_age"));
    overlay = edit(overlay, "category:Agent", null);
    assertThat(overlay.effect(STUDENT).loses()).containsExactly(key("property:Has_name"));
    overlay = edit(overlay, "category:Agent", "{'optional_properties':['Has_name']}");
    assertThat(overlay.effect(STUDENT).becomesOptional()).containsExactly(key("property:Has_name"));
    assertThat(overlay.status(STUDENT)).isEqualTo(EntityStatus.AFFECTED);
    overlay = edit(overlay, "category:Student", "{'label':'Pupil','parents':['Person']}");
    assertThat(overlay.status(STUDENT)).isEqualTo(EntityStatus.MODIFIED);
  }

  @Test
  void aBrokenPatchStillShowsWhatItMeant() {
    SourceFile file = BASE.file(PERSON);
    JsonPatch patch =
        JsonPatch.parse(
            "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"Human\"},"
                + "{\"op\":\"remove\",\"path\":\"/allowed_pattern\"}]");
    DraftOverlay overlay =
        DraftOverlay.of(BASE, List.of(new DraftChange.Update(PERSON, file, patch)));
    assertThat(overlay.status(PERSON)).isEqualTo(EntityStatus.BROKEN);
    assertThat(overlay.document(PERSON).label()).contains("Human");
    assertThat(overlay.document(PERSON).texts("parents")).containsExactly("Agent");
    assertThat(overlay.find(PERSON).orElseThrow().label()).isEqualTo("Human");

    JsonPatch hopeless = JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/nothing\"}]");
    overlay = overlay.with(PERSON, new DraftChange.Update(PERSON, file, hopeless));
    assertThat(overlay.document(PERSON)).isEqualTo(BASE.document(PERSON));
    assertThat(overlay.status(PERSON)).isEqualTo(EntityStatus.BROKEN);
  }

  @Test
  void newMembersStandWhereTheirTypeHasThemHoweverTheDraftWasEdited() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    EntityDocument edited =
        overlay
            .document(PERSON)
            .with(EntityType.CATEGORY, "note", JsonNodeFactory.instance.stringNode("x"))
            .with(EntityType.CATEGORY, "required_properties", list("Has_name"))
            .with(EntityType.CATEGORY, "description", JsonNodeFactory.instance.stringNode("d"));
    overlay = overlay.with(PERSON, overlay.changeTo(PERSON, edited));
    assertThat(overlay.document(PERSON).json().propertyNames())
        .containsExactly(
            "id",
            "label",
            "description",
            "parents",
            "required_properties",
            "optional_properties",
            "note");
  }

  /** An overlay changed step by step agrees with an ontology made of the same documents. */
  @Test
  void agreesWithAnOntologyOfTheSameDocuments() {
    for (long seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      Ontology base = Snapshots.ofFiles(OntologyGenerator.files(seed, 60));
      Map<EntityKey, EntityDocument> documents = new TreeMap<>();
      DraftOverlay overlay = DraftOverlay.of(base, List.of());
      List<EntityKey> keys = new ArrayList<>();
      for (EntityType type : EntityType.values()) {
        base.entities(type).forEach(entity -> keys.add(entity.key()));
      }
      keys.forEach(key -> documents.put(key, base.document(key)));
      keys.add(key("category:New_one"));
      keys.add(key("category:New_two"));
      for (int step = 0; step < 25; step++) {
        EntityKey key = keys.get(random.nextInt(keys.size()));
        EntityDocument next = next(random, key, documents.get(key), keys);
        overlay = overlay.with(key, overlay.changeTo(key, next));
        if (next == null) {
          documents.remove(key);
        } else {
          documents.put(key, next);
        }
      }
      check(overlay, documents, keys, seed);
      check(DraftOverlay.of(base, overlay.changes()), documents, keys, seed);
    }
  }

  private static @Nullable EntityDocument next(
      Random random, EntityKey key, @Nullable EntityDocument document, List<EntityKey> keys) {
    if (document == null) {
      return document(key, "{'parents':['" + category(random, keys) + "']}");
    }
    return switch (random.nextInt(5)) {
      case 0 -> null;
      case 1 ->
          document.with(
              key.type(), "label", JsonNodeFactory.instance.stringNode("L" + random.nextInt(9)));
      case 2 ->
          document.with(
              key.type(), "optional_properties", list("Has_1", "Has_" + random.nextInt(9)));
      case 3 -> document.with(key.type(), "required_properties", null);
      default -> document.with(key.type(), "parents", list(category(random, keys)));
    };
  }

  private static String category(Random random, List<EntityKey> keys) {
    List<EntityKey> categories =
        keys.stream().filter(k -> k.type() == EntityType.CATEGORY).toList();
    return categories.get(random.nextInt(categories.size())).key();
  }

  private static void check(
      DraftOverlay overlay,
      Map<EntityKey, EntityDocument> documents,
      List<EntityKey> keys,
      long seed) {
    Ontology expected = Snapshots.of(documents);
    Hierarchy effective = Hierarchy.of(expected);
    Hierarchy before = Hierarchy.of(overlay.base());
    Set<EntityKey> affected =
        overlay.effects().stream().map(EffectChange::category).collect(Collectors.toSet());
    for (EntityKey key : keys) {
      String as = "seed " + seed + " " + key;
      EntityDocument document = documents.get(key);
      assertThat(overlay.effectiveDocument(key)).as(as).isEqualTo(document);
      assertThat(overlay.referencesFrom(key)).as(as).isEqualTo(expected.referencesFrom(key));
      assertThat(sorted(overlay.referencesTo(key)))
          .as(as)
          .isEqualTo(sorted(expected.referencesTo(key)));
      assertThat(overlay.find(key).isPresent())
          .as(as)
          .isEqualTo(document != null || overlay.base().find(key).isPresent());
      if (document != null && overlay.base().find(key).isPresent()) {
        assertThat(overlay.hierarchy().effectiveProperties(key))
            .as(as)
            .isEqualTo(effective.effectiveProperties(key));
        boolean differs = !items(before, key).equals(items(effective, key));
        EntityStatus unchanged = differs ? EntityStatus.AFFECTED : EntityStatus.UNCHANGED;
        boolean same = document.equals(overlay.base().document(key));
        assertThat(overlay.status(key)).as(as).isEqualTo(same ? unchanged : EntityStatus.MODIFIED);
        assertThat(affected.contains(key)).as(as).isEqualTo(same && differs);
      }
    }
  }

  private static Map<EntityKey, Boolean> items(Hierarchy hierarchy, EntityKey category) {
    Map<EntityKey, Boolean> items = new HashMap<>();
    hierarchy
        .effectiveProperties(category)
        .forEach(item -> items.put(item.item(), item.required()));
    hierarchy
        .effectiveSubobjects(category)
        .forEach(item -> items.put(item.item(), item.required()));
    return items;
  }

  private static List<EntityReference> sorted(List<EntityReference> references) {
    return references.stream()
        .sorted(
            Comparator.comparing(EntityReference::source)
                .thenComparing(EntityReference::pointer)
                .thenComparing(EntityReference::position))
        .toList();
  }

  private static DraftOverlay edit(DraftOverlay overlay, String key, @Nullable String json) {
    EntityDocument document = json == null ? null : document(key, json);
    return overlay.with(key(key), overlay.changeTo(key(key), document));
  }

  private static List<String> sources(OntologyView view, EntityKey target) {
    return view.referencesTo(target).stream()
        .map(reference -> reference.source().key())
        .sorted()
        .collect(Collectors.toList());
  }

  private static ArrayNode list(String... items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    Arrays.stream(items).forEach(list::add);
    return list;
  }

  @Test
  void whoNamesACreatedParentHasNothingOfItWhenItIsTakenBack() {
    Ontology base = Snapshots.of("category:B {'parents':['New']}");
    EntityKey parent = Snapshots.key("category:New");
    EntityKey child = Snapshots.key("category:B");
    DraftOverlay none = DraftOverlay.of(base, List.of());
    DraftOverlay created =
        none.with(
            parent,
            none.changeTo(parent, Snapshots.document(parent, "{'optional_properties':['Has_x']}")));
    assertThat(created.effect(child).gains()).containsExactly(Snapshots.key("property:Has_x"));

    assertThat(created.with(parent, null).effect(child).isEmpty()).isTrue();
    DraftOverlay other =
        created.with(
            Snapshots.key("category:C"),
            none.changeTo(
                Snapshots.key("category:C"),
                Snapshots.document("category:C", "{'parents':['New']}")));
    assertThat(other.effect(child).gains()).isNotEmpty();
    assertThat(other.with(parent, null).effect(child).isEmpty()).isTrue();
  }
}
