package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.rebase.RebaseCases.rebase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.rebase.MapJudge.Edit;
import org.ontodraft.model.testing.InMemoryRepository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * No silent overwrite (decision 28): the files after a rebase are what a judge written apart from
 * the merge says, from the logs of the edits and of the decisions alone.
 */
class RebaseOracleTest {
  private static final int SEEDS = 20;
  private static final List<String> SETS = List.of("parents", "required_properties");
  private static final List<String> TEXTS = List.of("label", "description", "x_note");

  @Test
  void theFilesAreWhatTheJudgeSays() {
    int decided = 0;
    int entities = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Map<String, Map<String, Object>> base = new TreeMap<>();
      for (int i = 0; i < 30; i++) {
        create(random, "C" + i)
            .forEach(edit ->
                base.computeIfAbsent(edit.entity(), entity -> new TreeMap<>())
                    .put(
                        Objects.requireNonNull(edit.field()),
                        Objects.requireNonNull(edit.value())));
      }
      List<Edit> mine = log(random, base);
      List<Edit> upstream = log(random, base);
      Map<String, String> files = files(base);
      InMemoryRepository repository = InMemoryRepository.of(files);
      Ontology before = repository.ontology();
      DraftOverlay draft = edited(before, mine);
      repository.commit("Upstream", changed(files, files(MapJudge.replayed(base, upstream))));
      Ontology canonical = repository.ontology();

      Rebase rebase = rebase(draft, canonical, List.of());
      Map<String, String> log = new TreeMap<>();
      List<Resolution> decisions = new ArrayList<>();
      for (EntityMerge merge : rebase.plan().merges()) {
        for (Conflict conflict : merge.conflicts()) {
          boolean keep = random.nextBoolean();
          Place place = conflict.place();
          decisions.add(
              rebase.resolution(place, Choice.of(keep ? Choice.Kind.MINE : Choice.Kind.UPSTREAM)));
          log.put(
              place.key().key() + (place.isEntity() ? "" : " " + place.field()),
              keep ? "mine" : "upstream");
        }
      }
      RebasePlan plan = rebase.resolve(decisions);
      assertThat(plan.refused()).as("seed %d", seed).isEmpty();
      assertThat(plan.conflicted()).as("seed %d", seed).isEmpty();
      MapJudge judge = new MapJudge(base, mine, upstream, log);
      Map<String, Map<String, Object>> verdict = judge.verdict();
      assertThat(tree(canonical, plan)).as("seed %d", seed).isEqualTo(verdict);
      assertThat(log.keySet()).as("seed %d", seed).isEqualTo(judge.needed());
      decided += log.size();
      entities += verdict.size();
    }
    assertThat(decided).as("decisions").isGreaterThan(100);
    assertThat(entities).as("entities").isGreaterThan(500);
  }

  private static List<Edit> create(Random random, String entity) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(entity, "id", entity));
    // Every text differs from all others, so that no deleted entity looks like a new one.
    edits.add(new Edit(entity, "label", word(random)));
    edits.add(new Edit(entity, "description", word(random)));
    edits.add(new Edit(entity, "x_note", word(random)));
    edits.add(new Edit(entity, "parents", items(random, Set.of())));
    edits.add(new Edit(entity, "required_properties", items(random, Set.of())));
    return edits;
  }

  private static String word(Random random) {
    return "word " + random.nextInt(1_000_000_000);
  }

  private static Set<String> items(Random random, Set<?> before) {
    Set<String> items = new TreeSet<>();
    before.forEach(item -> items.add((String) item));
    items.removeIf(item -> random.nextInt(3) == 0);
    for (int i = random.nextInt(4); i >= 0; i--) {
      items.add("Item_" + random.nextInt(12));
    }
    return items;
  }

  /** About forty edits; those of one side meet those of the other often. */
  private static List<Edit> log(Random random, Map<String, Map<String, Object>> base) {
    List<Edit> log = new ArrayList<>();
    List<String> entities = new ArrayList<>(base.keySet());
    Set<String> gone = new HashSet<>();
    for (int i = 0; i < 45; i++) {
      String entity = entities.get(random.nextInt(entities.size()));
      int what = random.nextInt(20);
      if (what == 0) {
        log.addAll(create(random, "N" + random.nextInt(6)));
      } else if (what == 1) {
        log.add(new Edit(entity, null, null));
        gone.add(entity);
      } else if (!gone.contains(entity)) {
        String field = TEXTS.get(random.nextInt(TEXTS.size()));
        if (what < 9) {
          String set = SETS.get(random.nextInt(SETS.size()));
          Object now = MapJudge.replayed(base, log).getOrDefault(entity, Map.of()).get(set);
          Set<?> before = now instanceof Set<?> items ? items : Set.of();
          log.add(new Edit(entity, set, items(random, before)));
        } else if (what == 9) {
          log.add(new Edit(entity, "x_note", null));
        } else {
          // Few values, so that both sides make the same change at times.
          log.add(new Edit(entity, field, field + " " + random.nextInt(4)));
        }
      }
    }
    return log;
  }

  private static Map<String, String> files(Map<String, Map<String, Object>> state) {
    Map<String, String> files = new TreeMap<>();
    state.forEach((entity, fields) -> files.put(path(entity), json(fields)));
    return files;
  }

  private static String path(String entity) {
    return "categories/" + entity + ".json";
  }

  private static String json(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> "  \"" + field.getKey() + "\": " + value(field.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String value(Object value) {
    return value instanceof Set<?> items
        ? items.stream().map(item -> "\"" + item + "\"").collect(Collectors.joining(", ", "[", "]"))
        : "\"" + value + "\"";
  }

  private static Map<String, @Nullable String> changed(
      Map<String, String> before, Map<String, String> after) {
    Map<String, @Nullable String> changed = new TreeMap<>(after);
    before.keySet().forEach(path -> changed.putIfAbsent(path, null));
    return changed;
  }

  /** The draft that comes of the log, edit by edit. */
  private static DraftOverlay edited(Ontology base, List<Edit> log) {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    for (Edit edit : log) {
      EntityKey key = EntityKey.of(EntityType.CATEGORY, edit.entity());
      EntityDocument document = draft.effectiveDocument(key);
      String field = edit.field();
      if (field == null) {
        document = null;
      } else {
        EntityDocument before =
            document == null ? EntityDocument.of(JsonNodeFactory.instance.objectNode()) : document;
        document = before.with(EntityType.CATEGORY, field, node(edit.value()));
      }
      draft = draft.with(key, draft.changeTo(key, document));
    }
    return draft;
  }

  private static @Nullable JsonNode node(@Nullable Object value) {
    if (value instanceof Set<?> items) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> list.add((String) item));
      return list;
    }
    return value == null ? null : JsonNodeFactory.instance.stringNode((String) value);
  }

  /** All files of upstream with those that the rebased draft writes, read by a bare parser. */
  private static Map<String, Map<String, Object>> tree(Ontology canonical, RebasePlan plan) {
    Map<String, String> files = new TreeMap<>();
    for (EntitySummary entity : canonical.entities(EntityType.CATEGORY)) {
      files.put(entity.sourcePath(), canonical.file(entity.key()).text());
    }
    for (DraftFiles.FileChange change : DraftFiles.of(DraftOverlay.of(canonical, plan.changes()))) {
      String after = change.after();
      if (after == null) {
        files.remove(change.path());
      } else {
        files.put(change.path(), after);
      }
    }
    Map<String, Map<String, Object>> tree = new TreeMap<>();
    JsonMapper parser = new JsonMapper();
    files.forEach((path, text) -> {
      Map<String, Object> fields = new TreeMap<>();
      parser
          .readTree(text)
          .properties()
          .forEach(member -> fields.put(member.getKey(), plain(member.getValue())));
      tree.put(path.substring("categories/".length(), path.length() - ".json".length()), fields);
    });
    return tree;
  }

  private static Object plain(JsonNode value) {
    if (!value.isArray()) {
      return value.stringValue();
    }
    Set<String> items = new TreeSet<>();
    value.forEach(item -> items.add(item.stringValue()));
    return items;
  }
}
