package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.deltaTo;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.key;
import static org.ontodraft.persistence.testing.Entities.moveOn;
import static org.ontodraft.persistence.testing.Entities.problem;
import static org.ontodraft.persistence.testing.Entities.version;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the port to the canonical ontology promises, on whichever database a subclass chooses. */
abstract class CanonicalStoreContract {
  /** An empty database; the same one within a test. */
  abstract TestDatabase database();

  private JdbcCanonicalStore store() {
    InstantSource clock = InstantSource.system();
    return new JdbcCanonicalStore(database().dataSource(), new RowIds(clock), clock);
  }

  private static StoredOntology load(JdbcCanonicalStore store) {
    return store.load().orElseThrow();
  }

  @Test
  void aNewStoreHasNoVersion() {
    assertThat(store().load()).isEmpty();
  }

  @Test
  void whatIsImportedIsLoaded() {
    InMemoryRepository repository = InMemoryRepository.of(OntologyGenerator.files(7, 400));
    ReadOntology read = repository.read(repository.head());
    List<SourceProblem> problems =
        List.of(
            problem("categories/Broken.json", SourceProblem.Code.MALFORMED, "a \"reason\"", "two"),
            problem("categories/Bom.json", SourceProblem.Code.BYTE_ORDER_MARK));

    store().importAll(repository.head(), read.entities(), problems);

    StoredOntology stored = load(store());
    assertThat(stored.version()).isEqualTo(repository.head());
    assertThat(stored.entities())
        .containsExactlyInAnyOrderElementsOf(
            read.entities().stream().map(IngestedEntity::summary).toList());
    assertThat(referencesBySource(stored.references()))
        .isEqualTo(
            referencesBySource(
                read.entities().stream().flatMap(e -> e.references().stream()).toList()));
    assertThat(stored.problems()).isEqualTo(problems);
  }

  @Test
  void aDeltaGivesTheSameIndexInTheStoreAsInMemory() {
    List<IngestedEntity> first =
        List.of(
            entity("category:Agent", "\"label\": \"Agent\""),
            entity("category:Person", "\"parents\": [\"Agent\", \"Missing\"]"),
            entity("property:Has_name", "\"datatype\": \"Text\""),
            entity("resource:Person/Ada", "\"category\": \"Person\", \"Has_name\": \"Ada\""));
    List<SourceProblem> problems =
        List.of(
            problem("categories/Broken.json", SourceProblem.Code.MALFORMED, "first"),
            problem("modules/Odd.json", SourceProblem.Code.SHAPE, "/", "object", "array"));
    store().importAll(version("1"), first, problems);
    Ontology memory = ontology(load(store()));

    OntologyDelta delta =
        deltaTo("2")
            .put(entity("category:Missing", "\"label\": \"Found\""))
            .put(entity("category:Person", "\"parents\": [\"Missing\"]"))
            .delete("property:Has_name")
            .put(entity("category:Broken", "\"label\": \"Mended\""))
            .problem(problem("modules/New.json", SourceProblem.Code.ENCODING, "17"))
            .build();
    moveOn(store(), delta);

    assertSame(load(store()), memory.with(delta));
  }

  @Test
  void randomDeltasKeepStoreMemoryAndAFreshImportEqual() throws Exception {
    long seed = Long.getLong("seed", 20261121L);
    RandomDeltas random = new RandomDeltas(seed);
    JdbcCanonicalStore store = store();
    store.importAll(version("0"), random.entities(), List.of());
    Ontology memory = ontology(load(store));
    for (int step = 1; step <= 12; step++) {
      OntologyDelta delta = random.next(version(String.valueOf(step)));
      moveOn(store, delta);
      memory = memory.with(delta);
      assertSame(load(store), memory);
    }
    List<String> grown = edges();
    store.importAll(version("again"), random.entities(), List.of());
    assertThat(grown).as("edges, seed " + seed).isEqualTo(edges());
  }

  @Test
  void rowIdsStayAcrossDeltasAndImports() throws Exception {
    JdbcCanonicalStore store = store();
    List<IngestedEntity> entities =
        List.of(entity("category:A", ""), entity("category:B", ""), entity("property:P", ""));
    store.importAll(version("1"), entities, List.of());
    List<String> ids = ids();

    moveOn(store, deltaTo("2").put(entity("category:B", "\"label\": \"b\"")).build());
    assertThat(ids()).isEqualTo(ids);

    store.importAll(version("3"), entities, List.of());
    assertThat(ids()).isEqualTo(ids);

    moveOn(store, deltaTo("4").put(entity("category:C", "")).delete("category:A").build());
    assertThat(ids()).hasSize(3).contains(ids.get(1), ids.get(2)).doesNotContain(ids.get(0));
  }

  @Test
  void rowsOfWhatDidNotChangeAreNotWritten() throws Exception {
    JdbcCanonicalStore store = store();
    store.importAll(
        version("1"),
        List.of(
            entity("category:A", ""),
            entity("category:B", "\"parents\": [\"A\"]"),
            entity("category:C", "\"parents\": [\"A\", \"B\"]"),
            entity("property:P", "")),
        List.of());
    List<String> before = times();

    moveOn(
        store,
        deltaTo("2").put(entity("category:B", "\"parents\": [\"A\"], \"label\": \"b\"")).build());

    List<String> after = times();
    assertThat(after).hasSize(4);
    assertThat(after.get(1)).startsWith("B|").isNotEqualTo(before.get(1));
    assertThat(after.get(0)).isEqualTo(before.get(0));
    assertThat(after.subList(2, 4)).isEqualTo(before.subList(2, 4));
  }

  private List<String> times() throws Exception {
    return database()
        .rows(
            "select entity_key, created_at, updated_at from ontology.categories union all"
                + " select entity_key, created_at, updated_at from ontology.properties order by 1");
  }

  @Test
  void aFileThatBreaksKeepsItsLastGoodVersionUntilItIsMendedOrGone() {
    JdbcCanonicalStore store = store();
    IngestedEntity good = entity("category:A", "\"parents\": [\"B\"]");
    store.importAll(version("1"), List.of(good, entity("category:B", "")), List.of());
    SourceProblem broken = problem("categories/A.json", SourceProblem.Code.MALFORMED, "reason");

    moveOn(store, deltaTo("2").problem(broken).build());
    StoredOntology stored = load(store);
    assertThat(stored.entities()).contains(good.summary());
    assertThat(stored.references()).isEqualTo(good.references());
    assertThat(stored.problems()).containsExactly(broken);

    SourceProblem worse = problem("categories/A.json", SourceProblem.Code.ENCODING, "3");
    moveOn(store, deltaTo("3").problem(worse).build());
    assertThat(load(store).entities()).contains(good.summary());
    assertThat(load(store).problems()).containsExactly(worse);

    IngestedEntity mended = entity("category:A", "\"label\": \"mended\"");
    moveOn(store, deltaTo("4").put(mended).build());
    assertThat(load(store).entities()).contains(mended.summary());
    assertThat(load(store).problems()).isEmpty();

    moveOn(store, deltaTo("5").problem(broken).build());
    moveOn(store, deltaTo("6").delete("category:A").build());
    assertThat(load(store).entities())
        .extracting(EntitySummary::key)
        .containsExactly(key("category:B"));
    assertThat(load(store).problems()).isEmpty();
  }

  @Test
  void aKeyMayMoveToAnotherFile() {
    JdbcCanonicalStore store = store();
    EntityKey key = key("category:Ä");
    IngestedEntity before = entity(key, "categories/A\u0308.json", "{\"id\": \"Ä\"}");
    store.importAll(version("1"), List.of(before), List.of());
    IngestedEntity after =
        entity(key, "categories/\u00c4.json", "{\"id\": \"Ä\", \"label\": \"x\"}");

    moveOn(store, deltaTo("2").put(after).touch("categories/A\u0308.json").build());

    assertThat(load(store).entities()).containsExactly(after.summary());
  }

  @Test
  void odditiesNeverFailAnImport() throws Exception {
    JsonMapper mapper = new JsonMapper();
    ObjectNode strange = mapper.createObjectNode();
    strange.put("id", "Strange");
    strange.put("label", "nul \u0000 and lone \ud800 surrogate");
    strange.put("description", "x".repeat(3_000_000));
    strange.put("datatype", 7);
    strange.put("cardinality", "many");
    strange.put("display_precision", new BigInteger("99999999999999999999"));
    strange.put("unique_values", "yes");
    strange.putArray("allowed_values").add("\u0000").addObject();
    IngestedEntity both =
        entity(
            "category:Both",
            "\"parents\": [\"Both\", \"Both\", \"Cycle\", \"Nowhere\"],"
                + " \"required_properties\": [\"Strange\", \"Strange\"],"
                + " \"optional_properties\": [\"Strange\"]");
    IngestedEntity twice = entity("category:Both", "\"label\": \"second of the same key\"");
    IngestedEntity longLabel =
        entity("category:Long", "\"label\": \"" + "é€".repeat(20_000) + "\"");
    EntityKey unlabelled = key("resource:a/b/c d/é");
    List<IngestedEntity> entities =
        List.of(
            both,
            twice,
            entity("category:Cycle", "\"parents\": [\"Both\"]"),
            longLabel,
            entity(key("property:Strange"), strange),
            entity(
                unlabelled, "resources/a/b/c d/é.json", "{\"id\": \"x\", \"category\": [1, null]}"),
            entity(
                "resource:Two",
                "\"category\": \"Cycle\", \"categories\": [\"Both\", \"Cycle\", \"Both\"]"));
    String path = "categories/" + "long/".repeat(2_000) + "x.json";
    SourceProblem odd = problem(path, SourceProblem.Code.UNUSABLE_PATH, "nul \u0000");

    store().importAll(version("1"), entities, List.of(odd, odd));

    StoredOntology stored = load(store());
    assertThat(stored.entities()).hasSize(6).contains(both.summary(), longLabel.summary());
    assertThat(stored.problems()).hasSize(2);
    assertThat(
            edges(
                "category_property",
                "category_id",
                "categories",
                "property_id",
                "properties",
                "is_required"))
        .hasSize(1)
        .allSatisfy(
            edge -> assertThat(edge).startsWith("Both > Strange").containsAnyOf("t", "TRUE"));
    assertThat(
            edges(
                "resource_category",
                "resource_id",
                "resources",
                "category_id",
                "categories",
                "position"))
        .containsExactly("Two > Both|0", "Two > Cycle|0");
    moveOn(store(), deltaTo("2").put(both).delete("category:Cycle").problem(odd).build());
    assertThat(load(store()).entities()).hasSize(5);
  }

  @Test
  void aDashboardThatIsStillNamedCanGo() throws Exception {
    JdbcCanonicalStore store = store();
    store.importAll(
        version("1"),
        List.of(
            entity("dashboard:D", ""),
            entity("module:M", "\"dashboards\": [\"D\"]"),
            entity("bundle:B", "\"dashboards\": [\"D\"], \"modules\": [\"M\"]")),
        List.of());

    moveOn(store, deltaTo("2").delete("dashboard:D").build());

    assertThat(edges("module_dashboard", "module_id", "modules", "dashboard_id", "dashboards", "1"))
        .isEmpty();
    assertThat(load(store).references()).hasSize(3);
    moveOn(store, deltaTo("3").put(entity("dashboard:D", "")).build());
    assertThat(edges("bundle_dashboard", "bundle_id", "bundles", "dashboard_id", "dashboards", "1"))
        .hasSize(1);
  }

  /** A snapshot whose documents nobody asks for. */
  static Ontology ontology(StoredOntology stored) {
    return Ontology.of(
        stored,
        entity -> {
          throw new IllegalStateException();
        },
        (entity, file) -> EntityDocument.of(new JsonMapper().createObjectNode()));
  }

  private static void assertSame(StoredOntology stored, Ontology memory) {
    assertThat(stored.version()).isEqualTo(memory.version());
    List<EntitySummary> entities = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      entities.addAll(memory.entities(type));
    }
    assertThat(stored.entities()).containsExactlyInAnyOrderElementsOf(entities);
    Map<EntityKey, List<EntityReference>> references = referencesBySource(stored.references());
    for (EntitySummary entity : entities) {
      assertThat(references.getOrDefault(entity.key(), List.of()))
          .as(entity.key().toString())
          .isEqualTo(memory.referencesFrom(entity.key()));
    }
    assertThat(stored.problems()).containsExactlyInAnyOrderElementsOf(memory.problems());
  }

  static Map<EntityKey, List<EntityReference>> referencesBySource(
      List<EntityReference> references) {
    Map<EntityKey, List<EntityReference>> sorted = new TreeMap<>();
    references.forEach(reference ->
        sorted.computeIfAbsent(reference.source(), k -> new ArrayList<>()).add(reference));
    return sorted;
  }

  private List<String> ids() throws Exception {
    return database()
        .rows(
            "select entity_key, id from ontology.categories union all"
                + " select entity_key, id from ontology.properties order by 1");
  }

  private List<String> edges(
      String junction, String owner, String owners, String target, String targets, String extra)
      throws Exception {
    return database()
        .rows(
            String.format(
                "select o.entity_key || ' > ' || t.entity_key, %s from ontology.%s j"
                    + " join ontology.%s o on o.id = j.%s join ontology.%s t on t.id = j.%s"
                    + " order by 1",
                extra, junction, owners, owner, targets, target));
  }

  /** The edges of every junction, by key. */
  private List<String> edges() throws Exception {
    List<String> all = new ArrayList<>();
    for (Junction junction : Junction.ALL) {
      if (junction.extra() == Junction.Extra.TYPE_AND_KEY) {
        continue;
      }
      String extra =
          switch (junction.extra()) {
            case IS_REQUIRED -> "is_required";
            case POSITION -> "position";
            default -> "1";
          };
      all.add(junction.table());
      all.addAll(
          edges(
              junction.table().substring("ontology.".length()),
              junction.ownerColumn(),
              junction.owner().folder(),
              junction.targetColumn(),
              junction.target().folder(),
              extra));
    }
    all.addAll(
        database()
            .rows(
                "select o.entity_key, j.entity_type, j.entity_key from ontology.module_entity j"
                    + " join ontology.modules o on o.id = j.module_id order by 1, 2, 3"));
    return all;
  }
}
