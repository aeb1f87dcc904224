package org.ontodraft.app.service.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.rebase.MapOracle.Asked;
import org.ontodraft.app.service.rebase.MapOracle.Entity;
import org.ontodraft.app.service.rebase.MapOracle.Judged;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.rebase.RebasePlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Two curators with a clone each over one bare upstream: rounds of edits that conflict, rebases
 * with decisions by lot, submits that the maintainer merges. After each, the ontology in Git is
 * what the oracle says, and nothing was asked more or less. {@code -Drounds=50 -Dseeds=20} for the
 * full run.
 */
class TwoClonesTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 8);
  private static final int SEEDS = Integer.getInteger("seeds", 2);
  private static final List<String> TEXTS = List.of("label", "description");
  private static final String SET = "optional_properties";
  private static final int PROPERTIES = 6;

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  /** A curator: a workspace, the open draft, and the oracle's picture of both. */
  private static final class Curator implements AutoCloseable {
    private final RealServices services;
    private final Workspace workspace;
    private DraftSession draft;
    private Map<String, Entity> base = new TreeMap<>();
    private Map<String, Entity> mine = new TreeMap<>();

    Curator(Path home, Path upstream) {
      services = new RealServices(home);
      workspace = services.open(new OpenRequest.Folder(upstream));
      draft = begin();
    }

    private DraftSession begin() {
      draft = done(workspace.startDraft("Draft of " + workspace.canonical().get().version()));
      base = read(workspace.canonical().get());
      mine = new TreeMap<>(base);
      return draft;
    }

    @Override
    public void close() {
      workspace.close();
      services.close();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingIsOverwrittenUnasked(long seed) {
    Path upstream = folder.resolve("upstream.git");
    makeUpstream(upstream);
    Random random = new Random(seed);
    try (Curator ada = new Curator(folder.resolve("ada"), upstream);
        Curator bob = new Curator(folder.resolve("bob"), upstream)) {
      List<Curator> both = List.of(ada, bob);
      for (int round = 0; round < ROUNDS; round++) {
        String what = "seed " + seed + ", round " + round;
        for (Curator curator : both) {
          for (int edit = random.nextInt(6); edit >= 0; edit--) {
            edit(curator, random, what);
          }
        }
        Curator sends = both.get(random.nextInt(2));
        rebase(sends, random, what);
        send(sends, upstream, what);
        assertThat(read(sends.workspace.canonical().get())).as(what).isEqualTo(sends.mine);
        sends.begin();
      }
    }
  }

  private static void makeUpstream(Path upstream) {
    try (GitHistory history = GitHistory.bare(upstream)) {
      for (int i = 0; i < PROPERTIES; i++) {
        history.file(
            "properties/P" + i + ".json",
            ("{\"id\": \"P%d\", \"label\": \"P%d\", \"description\": \"d\", \"datatype\": \"Text\","
                    + " \"cardinality\": \"single\"}\n")
                .formatted(i, i));
      }
      for (int i = 0; i < 6; i++) {
        history.file(
            "categories/C" + i + ".json",
            "{\n  \"id\": \"C%d\",\n  \"label\": \"C%d\",\n  \"description\": \"d\"\n}\n"
                .formatted(i, i));
      }
      history.commit("base");
    }
  }

  private static Map<String, Entity> read(Ontology ontology) {
    Map<String, Entity> entities = new TreeMap<>();
    for (EntitySummary summary : ontology.entities(EntityType.CATEGORY)) {
      entities.put(summary.key().key(), entity(ontology.document(summary.key())));
    }
    return entities;
  }

  private static Entity entity(EntityDocument document) {
    Map<String, String> texts = new HashMap<>();
    TEXTS.forEach(field -> texts.put(field, String.valueOf(document.get(field))));
    Set<String> set = new TreeSet<>();
    JsonNode items = document.get(SET);
    if (items != null) {
      items.forEach(item -> set.add(item.asString()));
    }
    return new Entity(texts, set, items != null);
  }

  private static EntityKey key(String name) {
    return EntityKey.of(EntityType.CATEGORY, name);
  }

  /** One edit in the draft and in the oracle's picture of it. */
  private static void edit(Curator curator, Random random, String what) {
    String name = "C" + random.nextInt(9);
    Entity present = curator.mine.get(name);
    String value = what + ", " + random.nextInt(1_000);
    if (present == null) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("id", name).put("label", value).put("description", "new");
      done(curator.draft.create(key(name), EntityDocument.of(json)));
      curator.mine.put(
          name,
          new Entity(
              Map.of("label", quoted(value), "description", quoted("new")), Set.of(), false));
    } else if (random.nextInt(8) == 0) {
      done(curator.draft.delete(key(name)));
      curator.mine.remove(name);
    } else if (random.nextInt(3) == 0) {
      Set<String> next = new TreeSet<>(present.set());
      String item = "P" + random.nextInt(PROPERTIES);
      if (!next.remove(item)) {
        next.add(item);
      }
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      next.forEach(items::add);
      done(curator.draft.setField(key(name), SET, items));
      curator.mine.put(name, present.withSet(next));
    } else {
      String field = TEXTS.get(random.nextInt(TEXTS.size()));
      done(curator.draft.setField(key(name), field, StringNode.valueOf(value)));
      curator.mine.put(name, present.withText(field, quoted(value)));
    }
  }

  private static String quoted(String value) {
    return StringNode.valueOf(value).toString();
  }

  private void rebase(Curator curator, Random random, String what) {
    done(curator.workspace.refresh(Progress.none()));
    Map<String, Entity> upstream = read(curator.workspace.canonical().get());
    if (curator
        .draft
        .effective()
        .get()
        .version()
        .equals(curator.workspace.canonical().get().version())) {
      return;
    }
    Map<Asked, Boolean> decisions = new HashMap<>();
    RebasePlan plan = waitForPlan(curator);
    List<Asked> asked = new ArrayList<>();
    List<Resolution> taken = new ArrayList<>();
    for (EntityMerge merge : plan.merges()) {
      for (Conflict conflict : merge.conflicts()) {
        Asked place = new Asked(conflict.place().key().key(), conflict.place().field());
        boolean mine = random.nextBoolean();
        decisions.put(place, mine);
        asked.add(place);
        taken.add(
            new Resolution(
                conflict.place(),
                merge.sides().inputs(conflict.place().field()),
                Choice.of(mine ? Choice.Kind.MINE : Choice.Kind.UPSTREAM)));
      }
    }
    assertThat(plan.semanticConflicts()).as(what).isEmpty();
    done(curator.workspace.decide(taken, List.of()));
    done(curator.workspace.rebaseDraft());

    Judged judged =
        MapOracle.judge(
            curator.base, curator.mine, upstream, place -> decisions.getOrDefault(place, true));
    Comparator<Asked> order = Comparator.comparing(Asked::entity).thenComparing(Asked::field);
    asked.sort(order);
    List<Asked> expected = new ArrayList<>(judged.asked());
    expected.sort(order);
    assertThat(asked).as(what + ", what was asked").isEqualTo(expected);
    Map<String, Entity> moved = new TreeMap<>();
    curator.draft.effective().get().entities(EntityType.CATEGORY).stream()
        .map(EntitySummary::key)
        .filter(each -> curator.draft.effective().get().exists(each))
        .forEach(
            each -> moved.put(each.key(), entity(curator.draft.effective().get().document(each))));
    assertThat(MapOracle.meaning(moved))
        .as(what + ", after the rebase")
        .isEqualTo(MapOracle.meaning(judged.merged()));
    curator.base = upstream;
    curator.mine = moved;
  }

  /** The forecast of what is shown now, which is made behind. */
  private static RebasePlan waitForPlan(Curator curator) {
    String newest = curator.workspace.canonical().get().version().commit();
    long end = System.nanoTime() + 30_000_000_000L;
    while (System.nanoTime() < end) {
      var forecast = curator.workspace.forecast().get();
      if (forecast.isPresent() && forecast.get().onto().commit().equals(newest)) {
        return forecast.get().plan();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no forecast");
  }

  /** Submits, and merges upstream as a maintainer would who changes nothing. */
  private static void send(Curator curator, Path upstream, String what) {
    if (curator.draft.effective().get().changes().isEmpty()) {
      return;
    }
    SubmitOutcome outcome =
        curator
            .workspace
            .submits()
            .submit(curator.draft, what, "", false, step -> {}, Progress.none());
    assertThat(outcome).as(what).isInstanceOf(SubmitOutcome.Sent.class);
    String branch = ((SubmitOutcome.Sent) outcome).submission().branch();
    GitCommand.in(upstream).run("update-ref", "refs/heads/main", "refs/heads/" + branch);
    done(curator.workspace.refresh(Progress.none()));
  }
}
