package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.refactor.RefactoringStep;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.StringNode;

/** What another draft changes is taken into this one field by field. */
class DraftMergeTest {
  private static final EntityKey PERSON = Snapshots.key("category:Person");
  private static final EntityKey PLACE = Snapshots.key("category:Place");

  private static DraftOverlay empty() {
    return DraftOverlay.of(
        Snapshots.of(
            "category:Person {'label':'Person','description':'d'}".replace('\'', '"'),
            "category:Place {'label':'Place'}".replace('\'', '"')),
        List.of());
  }

  private static DraftOverlay set(DraftOverlay draft, EntityKey key, String field, String value) {
    return draft.with(
        key,
        draft.changeTo(
            key, draft.document(key).with(key.type(), field, StringNode.valueOf(value))));
  }

  private static String field(DraftOverlay draft, EntityKey key, String field) {
    return String.valueOf(draft.document(key).get(field));
  }

  @Test
  void fieldsOfOneEntityThatEachSideChangedGoTogether() {
    DraftOverlay empty = empty();
    DraftOverlay mine = set(empty, PERSON, "label", "Human");
    DraftOverlay other = set(set(empty, PERSON, "description", "who"), PLACE, "label", "Site");

    DraftMerge merge = DraftMerge.of(mine, other);
    DraftOverlay both = merge.step(mine, Set.of()).appliedTo(mine);

    assertThat(merge.conflicts()).isEmpty();
    assertThat(field(both, PERSON, "label")).isEqualTo("\"Human\"");
    assertThat(field(both, PERSON, "description")).isEqualTo("\"who\"");
    assertThat(field(both, PLACE, "label")).isEqualTo("\"Site\"");
  }

  /** Whose value is taken, of the label and of the place that one of them deletes. */
  @ParameterizedTest
  @CsvSource({"false, false", "true, true", "true, false", "false, true"})
  void eachThatBothChangedIsDecidedAndAllIsTakenBackWhole(boolean label, boolean deletion) {
    DraftOverlay empty = empty();
    DraftOverlay mine = set(empty, PERSON, "label", "Human");
    DraftOverlay deletes = empty.with(PLACE, empty.changeTo(PLACE, null));
    DraftOverlay other = set(deletes, PERSON, "label", "Someone");
    DraftOverlay edited = set(mine, PLACE, "label", "Site");
    Set<Place> others = new HashSet<>();
    if (label) {
      others.add(new Place(PERSON, "label"));
    }
    if (deletion) {
      others.add(Place.of(PLACE));
    }

    DraftMerge merge = DraftMerge.of(edited, other);
    RefactoringStep step = merge.step(edited, others);
    DraftOverlay both = step.appliedTo(edited);

    assertThat(merge.conflicts()).hasSize(2);
    assertThat(field(both, PERSON, "label")).isEqualTo(label ? "\"Someone\"" : "\"Human\"");
    assertThat(both.exists(PLACE)).isEqualTo(!deletion);
    assertThat(step.inverse().appliedTo(both).changes()).isEqualTo(edited.changes());
  }
}
