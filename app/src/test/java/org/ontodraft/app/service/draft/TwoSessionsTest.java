package org.ontodraft.app.service.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.testing.MemoryDrafts;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.InMemoryRepository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Two sessions of one draft: what meets in one place is asked about, what does not is merged. */
class TwoSessionsTest {
  private static final EntityKey KEY = EntityKey.of(EntityType.CATEGORY, "A");
  private static final JsonNode MINE = StringNode.valueOf("Mine");
  private static final JsonNode THEIRS = StringNode.valueOf("Theirs");

  private final MemoryDrafts store = new MemoryDrafts(() -> Instant.EPOCH);
  private final InMemoryRepository repository =
      InMemoryRepository.of(Map.of("categories/A.json", "{\"id\":\"A\",\"label\":\"Base\"}"));
  private final Ontology base = repository.ontology();
  private Draft draft = store.create("Shared", base.version());
  private DraftSession mine = open();
  private DraftSession theirs = open();

  private DraftSession open() {
    return DraftSession.open(draft, base, store, store, () -> Instant.EPOCH);
  }

  @BeforeEach
  void theOtherSessionWritesFirst() {
    done(theirs.setField(KEY, "label", THEIRS));
  }

  private static void done(Outcome<DraftOverlay> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
  }

  private static JsonNode field(DraftSession session, String field) {
    return session.effective().get().document(KEY).json().path(field);
  }

  private StaleEdit onlyStale() {
    assertThat(mine.stale().get()).hasSize(1);
    return mine.stale().get().getFirst();
  }

  @Test
  void theSameFieldIsAskedAboutWithBothValues() {
    assertThat(code(mine.setField(KEY, "label", MINE))).isEqualTo("DRAFT-10");

    assertThat(onlyStale().myValue()).isEqualTo(MINE);
    assertThat(onlyStale().theirValue()).isEqualTo(THEIRS);
    assertThat(field(mine, "label")).as("what is shown").isEqualTo(THEIRS);
    assertThat(field(open(), "label")).as("what is stored").isEqualTo(THEIRS);
  }

  @Test
  void keepingMineWritesItOnTopOfTheirs() {
    mine.setField(KEY, "label", MINE);
    done(theirs.setField(KEY, "description", THEIRS));

    done(mine.keepMine(onlyStale()));

    assertThat(mine.stale().get()).isEmpty();
    assertThat(field(open(), "label")).isEqualTo(MINE);
    assertThat(field(open(), "description")).isEqualTo(THEIRS);
  }

  @Test
  void takingTheirsLeavesTheStoreAsItIs() {
    mine.setField(KEY, "label", MINE);

    mine.takeTheirs(onlyStale());

    assertThat(mine.stale().get()).isEmpty();
    assertThat(field(open(), "label")).isEqualTo(THEIRS);
    done(mine.setField(KEY, "label", MINE));
  }

  @Test
  void aThirdValueIsShownBeforeMineIsKept() {
    mine.setField(KEY, "label", MINE);
    StaleEdit asked = onlyStale();
    done(theirs.setField(KEY, "label", StringNode.valueOf("Third")));

    assertThat(code(mine.keepMine(asked))).isEqualTo("DRAFT-10");

    assertThat(field(open(), "label")).isEqualTo(StringNode.valueOf("Third"));
    assertThat(onlyStale().theirValue()).isEqualTo(StringNode.valueOf("Third"));
    done(mine.keepMine(onlyStale()));
    assertThat(field(open(), "label")).isEqualTo(MINE);
    assertThat(mine.stale().get()).isEmpty();
  }

  @Test
  void anotherFieldOfTheSameEntityIsMerged() {
    done(mine.setField(KEY, "description", MINE));

    assertThat(mine.stale().get()).isEmpty();
    for (DraftSession session : List.of(mine, open())) {
      assertThat(field(session, "label")).isEqualTo(THEIRS);
      assertThat(field(session, "description")).isEqualTo(MINE);
    }
  }

  @Test
  void severalEditsOfOnePlaceAreOneQuestion() {
    mine.setField(KEY, "label", StringNode.valueOf("First try"));
    theirs.setField(KEY, "label", StringNode.valueOf("Fourth"));
    mine.setField(KEY, "label", MINE);

    assertThat(onlyStale().steps()).hasSize(2);
    assertThat(onlyStale().myValue()).isEqualTo(MINE);
    done(mine.keepMine(onlyStale()));
    assertThat(field(open(), "label")).isEqualTo(MINE);
  }

  @Test
  void whatTheOtherDeletedIsAskedAbout() {
    done(theirs.delete(KEY));

    assertThat(code(mine.setField(KEY, "label", MINE))).isEqualTo("DRAFT-10");

    assertThat(onlyStale().theirs()).isNull();
    assertThat(mine.effective().get().exists(KEY)).isFalse();
  }

  @Test
  void whoeverSeesTheNewestIsNotAsked() {
    Function<DraftSession, Outcome<DraftOverlay>> next =
        session -> session.setField(KEY, "description", StringNode.valueOf("" + session.version()));
    for (int i = 0; i < 3; i++) {
      DraftSession again = open();
      done(next.apply(again));
    }
    assertThat(open().stale().get()).isEmpty();
  }
}
