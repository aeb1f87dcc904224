package org.ontodraft.app.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;

/** The steps from one list of rows to another lead there, and are few for few changes. */
class RowsChangeTest {
  private static ExplorerNode node(int key, String label) {
    EntityKey entity = EntityKey.of(EntityType.CATEGORY, "Row_" + key);
    return new ExplorerNode.Entity(
        Place.of(EntityType.CATEGORY).below(entity),
        entity,
        label,
        EntityStatus.UNCHANGED,
        false,
        false,
        null,
        null,
        0,
        0,
        false,
        false,
        true);
  }

  private static List<ExplorerNode> rows(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> node(i, "a")).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "R1 nothing, 20, 0, 0, 0, 0",
    "R2 one says something else, 2000, 1, 0, 0, 0",
    "R3 one goes, 20, 0, 1, 0, 0",
    "R4 one comes, 20, 0, 0, 1, 0",
    "R5 one moves, 2000, 0, 0, 0, 1",
    "R6 some of all, 500, 9, 7, 8, 6",
    "R7 all go, 40, 0, 40, 0, 0",
    "R8 from nothing, 0, 0, 0, 30, 0",
  })
  void stepsLeadThere(String id, int count, int said, int gone, int come, int moved) {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<ExplorerNode> before = rows(count);
      List<ExplorerNode> after = new ArrayList<>(before);
      for (int i = 0; i < gone; i++) {
        after.remove(random.nextInt(after.size()));
      }
      for (int i = 0; i < come; i++) {
        after.add(random.nextInt(after.size() + 1), node(10_000 + i, "new"));
      }
      for (int i = 0; i < moved; i++) {
        ExplorerNode taken = after.remove(random.nextInt(after.size()));
        after.add(random.nextInt(after.size() + 1), taken);
      }
      for (int i = 0; i < said; i++) {
        int at = random.nextInt(after.size());
        ExplorerNode.Entity row = (ExplorerNode.Entity) after.get(at);
        after.set(at, node(Integer.parseInt(row.key().key().substring(4)), "b" + seed));
      }
      RowsChange change = RowsChange.between(before, after);
      assertThat(change.whole()).as("seed " + seed).isFalse();
      assertThat(made(before, change)).as("seed " + seed).isEqualTo(after);
      assertThat(change.steps()).hasSizeLessThanOrEqualTo(said + gone + come + 2 * moved);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"R9 shuffled, 3000", "R10 replaced, 300"})
  void whereMuchIsOtherAllIsReplaced(String id, int count) {
    List<ExplorerNode> before = rows(count);
    List<ExplorerNode> after =
        new ArrayList<>(
            id.contains("shuffled")
                ? before
                : IntStream.range(0, count).mapToObj(i -> node(5_000 + i, "a")).toList());
    Collections.shuffle(after, new Random(1));
    RowsChange change = RowsChange.between(before, after);
    assertThat(change.whole()).isTrue();
    assertThat(change.after()).isEqualTo(after);
  }

  private static List<ExplorerNode> made(List<ExplorerNode> before, RowsChange change) {
    List<ExplorerNode> rows = new ArrayList<>(before);
    for (RowsChange.Step step : change.steps()) {
      switch (step) {
        case RowsChange.Step.Take(int index) -> rows.remove(index);
        case RowsChange.Step.Put(int index, ExplorerNode node) -> rows.add(index, node);
        case RowsChange.Step.Say(int index, ExplorerNode node) -> rows.set(index, node);
      }
    }
    return rows;
  }
}
