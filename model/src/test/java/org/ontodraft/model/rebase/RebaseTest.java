package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.RandomEntity;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.JsonNode;

/** The rows of the second table of docs/rebase-cases.md. */
class RebaseTest {
  private static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());

  private static final List<String> BASE =
      List.of(
          "category:Agent {'label':'Agent'}",
          "category:Person {'label':'Person','description':'D','parents':['Agent']}",
          "category:Place {'label':'Place'}",
          "category:Three {'label':'Three','parents':['Agent','Place','Person']}",
          "property:Has_name {'label':'Name'}",
          "property:Has_age {'label':'Age'}");

  /**
   * Draft and upstream as edits of the base, separated by {@code ;}: an entity without a document
   * is deleted. Then the changes the plan has, the entities it asks about, and its findings.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          R1  | category:Place {'label':'Site'} ; category:Person ; category:New {'label':'N'} | | Create category:New; Delete category:Person; Update category:Place /label | |
          R2  | category:Place {'label':'Site'} | category:Agent {'label':'Actor'} | Update category:Place /label | |
          R3  | category:Person {'label':'Person','description':'D','parents':['Agent','Place']} | category:Person {'label':'Human','description':'D','parents':['Agent']} | Update category:Person /parents/1 | |
          R4  | category:Place {'label':'Site'} ; category:Agent {'label':'A'} | category:Place {'label':'Site'} | Update category:Agent /label | |
          R5  | category:Place {'label':'Mine','description':'E'} | category:Place {'label':'Yours'} | Update category:Place /label /description | category:Place label |
          R6  | category:Place {'label':'Mine'} | category:Place | Create category:Place | category:Place label |
          R7  | category:Place | category:Place {'label':'Yours'} | Delete category:Place | category:Place label |
          R8  | category:Place | category:Place | | |
          R9  | category:New {'label':'N'} | category:New {'label':'N'} | | |
          R10 | category:New {'label':'Mine'} | category:New {'label':'Yours','description':'D'} | Update category:New /label | category:New label |
          R11 | category:Person {'label':'Person','description':'D','parents':['Agent','Place']} | category:Place | Update category:Person /parents/1 | | missing-reference category:Person
          R12 | category:Person {'label':'Person','description':'D','parents':['Agent'],'optional_properties':['Has_age']} | property:Has_age | Update category:Person /optional_properties | | missing-reference category:Person
          R13 | property:Has_age | category:Place {'label':'Place','required_properties':['Has_age']} | Delete property:Has_age | | deleted-reference category:Place
          R14 | category:Agent {'label':'Agent','parents':['Place']} | category:Place {'label':'Place','parents':['Person']} | Update category:Agent /parents | | inheritance-cycle category:Agent
          R15 | category:Person {'label':'Human','description':'D','parents':['Agent']} | category:Person {'label':'Person','description':'D','parents':['Agent','Nobody']} | Update category:Person /label | |
          R16 | category:Person {'label':'Person','description':'D','parents':['Agent','Nobody']} | category:Person {'label':'Human','description':'D','parents':['Agent']} | Update category:Person /parents/1 | |
          R17 | category:Person {'label':'Person','description':'D','parents':['Agent'],'optional_properties':['Has_age']} | category:Agent {'label':'Agent','required_properties':['Has_age']} | Update category:Person /optional_properties | |
          R19 | category:Place {'label':'Place','description':'D'} | category:Place ; category:Location {'label':'Place'} | Update category:Location /description | |
          R22 | category:Three {'label':'Three','parents':['Place','Agent','Person']} ; category:Agent {'label':'A'} | category:Three {'label':'Three','parents':['Person','Agent','Place']} | Update category:Agent /label | |
          """)
  void plans(
      String row,
      @Nullable String mine,
      @Nullable String upstream,
      @Nullable String changes,
      @Nullable String conflicts,
      @Nullable String findings) {
    DraftOverlay draft = draft(base(), mine);
    Ontology canonical = edited(upstream);
    RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
    assertThat(changes(plan)).as("changes").isEqualTo(Objects.requireNonNullElse(changes, ""));
    assertThat(conflicts(plan))
        .as("conflicts")
        .isEqualTo(Objects.requireNonNullElse(conflicts, ""));
    assertThat(findings(plan)).as("findings").isEqualTo(Objects.requireNonNullElse(findings, ""));
    assertThat(plan.clean()).isEqualTo(conflicts == null && findings == null);
    assertThat(plan.onto()).isEqualTo(canonical.version());
    assertThat(plan.merges())
        .extracting(merge -> merge.place("").key())
        .containsAll(draft.changes().stream().map(DraftChange::key).toList());
    checkSecondRebase(plan, canonical);
  }

  /** R21. */
  private static void checkSecondRebase(RebasePlan plan, Ontology canonical) {
    DraftOverlay moved = DraftOverlay.of(canonical, plan.changes());
    RebasePlan again = Rebase.analyze(moved, canonical, SCHEMAS);
    assertThat(again.changes()).as("R21 changes").isEqualTo(plan.changes());
    assertThat(again.clean()).as("R21 clean").isTrue();
  }

  @Test
  void r18AskAboutEveryFieldOfAPatchThatDidNotApply() {
    Ontology base = base();
    EntityKey person = key("category:Person");
    JsonPatch patch =
        JsonPatch.parse(
            "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"Mine\"},"
                + "{\"op\":\"remove\",\"path\":\"/parents/7\"}]");
    DraftOverlay draft =
        DraftOverlay.of(base, List.of(new DraftChange.Update(person, base.file(person), patch)));
    RebasePlan plan = Rebase.analyze(draft, edited("category:Place {'label':'Site'}"), SCHEMAS);
    assertThat(conflicts(plan)).isEqualTo("category:Person label parents");
    assertThat(changes(plan)).isEqualTo("Update category:Person /label");
  }

  @Test
  void r23DoesNotWriteOverAFileThatCannotBeRead() {
    DraftOverlay draft = draft(base(), "category:Place {'label':'Mine'}");
    SourceProblem damaged =
        new SourceProblem(
            "categories/Place.json", "other", SourceProblem.Code.MALFORMED, 1, List.of("why"));
    Ontology canonical = Snapshots.with(base(), List.of(damaged));
    assertThat(findings(Rebase.analyze(draft, canonical, SCHEMAS)))
        .isEqualTo("occupied-path category:Place");
  }

  @Test
  void r24ExplainsEveryFieldThatASideChanged() {
    DraftOverlay draft =
        draft(base(), "category:Person {'label':'Mine','description':'D','parents':['Place']}");
    Ontology canonical =
        edited("category:Person {'label':'Mine','description':'E','parents':['Agent','Three']}");
    RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
    assertThat(plan.merges().getFirst().decisions())
        .extracting(decision -> decision.field().name() + " " + decision.reason())
        .containsExactly("label CONVERGED", "description CANONICAL_ONLY", "parents SET_MERGE");
    assertThat(changes(plan)).isEqualTo("Update category:Person /parents/0 /parents/1");
  }

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

  @Test
  void theTableAndTheTestsHaveTheSameRows() throws Exception {
    Set<String> rows = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("../docs/rebase-cases.md"))) {
      Matcher row = Pattern.compile("\\| (R\\d+) \\|.*").matcher(line);
      if (row.matches()) {
        rows.add(row.group(1));
      }
    }
    Set<String> tested = new TreeSet<>();
    for (Method method : RebaseTest.class.getDeclaredMethods()) {
      Matcher name = Pattern.compile("r(\\d+).*").matcher(method.getName());
      if (name.matches() && method.isAnnotationPresent(Test.class)) {
        tested.add("R" + name.group(1));
      }
      CsvSource table = method.getAnnotation(CsvSource.class);
      if (table != null) {
        table.textBlock().lines().map(line -> line.split(" ")[0]).forEach(tested::add);
      }
    }
    assertThat(tested).isEqualTo(rows);
  }

  /** A few small entities and random versions of them; conflicts and convergence are common. */
  private static final class RandomVersions {
    private final Random random;
    private final List<EntityKey> keys = new ArrayList<>();
    private final Map<EntityKey, EntityDocument> first = new TreeMap<>();

    RandomVersions(long seed) {
      random = new Random(seed);
      for (EntityType type : EntityType.values()) {
        keys.add(EntityKey.of(type, "A"));
        keys.add(EntityKey.of(type, "B"));
      }
      for (EntityKey key : keys) {
        if (random.nextInt(5) > 0) {
          first.put(key, entities(key).document());
        }
      }
    }

    private RandomEntity entities(EntityKey key) {
      return new RandomEntity(random, key.type());
    }

    Map<EntityKey, EntityDocument> next(Map<EntityKey, EntityDocument> documents) {
      Map<EntityKey, EntityDocument> next = new TreeMap<>(documents);
      for (EntityKey key : keys) {
        EntityDocument document = documents.get(key);
        if (document == null) {
          if (random.nextInt(4) == 0) {
            next.put(key, entities(key).document());
          }
        } else if (random.nextInt(12) == 0) {
          next.remove(key);
        } else {
          next.put(key, entities(key).changed(document));
        }
      }
      return next;
    }

    DraftOverlay draft(Ontology base) {
      DraftOverlay draft = DraftOverlay.of(base, List.of());
      Map<EntityKey, EntityDocument> documents = next(first);
      for (EntityKey key : keys) {
        draft = draft.with(key, draft.changeTo(key, documents.get(key)));
      }
      return draft;
    }
  }

  private static Map<EntityKey, EntityDocument> documents(OntologyView view) {
    Map<EntityKey, EntityDocument> documents = new TreeMap<>();
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : view.entities(type)) {
        boolean deleted =
            view instanceof DraftOverlay draft && draft.effectiveDocument(entity.key()) == null;
        if (!deleted) {
          documents.put(entity.key(), view.document(entity.key()));
        }
      }
    }
    return documents;
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

  private static Ontology base() {
    return Snapshots.of(BASE.toArray(String[]::new));
  }

  private static DraftOverlay draft(Ontology base, @Nullable String edits) {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    for (Map.Entry<EntityKey, Optional<EntityDocument>> edit : edits(edits).entrySet()) {
      EntityKey key = edit.getKey();
      draft = draft.with(key, draft.changeTo(key, edit.getValue().orElse(null)));
    }
    return draft;
  }

  private static Ontology edited(@Nullable String edits) {
    Map<EntityKey, EntityDocument> documents = documents(base());
    edits(edits)
        .forEach((key, document) -> {
          documents.remove(key);
          document.ifPresent(present -> documents.put(key, present));
        });
    return Snapshots.of(documents);
  }

  private static Map<EntityKey, Optional<EntityDocument>> edits(@Nullable String text) {
    Map<EntityKey, Optional<EntityDocument>> edits = new TreeMap<>();
    for (String edit : text == null ? new String[0] : text.split(" ; ")) {
      int space = edit.indexOf(' ');
      EntityKey key = key(space < 0 ? edit : edit.substring(0, space));
      edits.put(
          key, space < 0 ? Optional.empty() : Optional.of(document(key, edit.substring(space))));
    }
    return edits;
  }

  private static String changes(RebasePlan plan) {
    return plan.changes().stream()
        .map(change ->
            change.getClass().getSimpleName()
                + " "
                + change.key()
                + (change instanceof DraftChange.Update update ? paths(update.patch()) : ""))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static String paths(JsonPatch patch) {
    return Pattern.compile("\"path\":\"([^\"]*)\"")
        .matcher(patch.toJson())
        .results()
        .map(match -> " " + match.group(1))
        .collect(Collectors.joining());
  }

  private static String conflicts(RebasePlan plan) {
    return plan.conflicted().stream()
        .map(merge ->
            merge.decisions().stream()
                .filter(decision -> decision.reason() == Reason.CONFLICT)
                .map(decision -> " " + decision.field().name())
                .collect(Collectors.joining("", merge.key().toString(), "")))
        .collect(Collectors.joining("; "));
  }

  private static String findings(RebasePlan plan) {
    return plan.semanticConflicts().stream()
        .map(finding -> finding.rule() + " " + finding.key())
        .collect(Collectors.joining("; "));
  }
}
