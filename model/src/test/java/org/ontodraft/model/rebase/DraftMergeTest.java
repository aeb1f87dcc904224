package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
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
    DraftOverlay both = merge.step(mine, Choice.Kind.MINE).appliedTo(mine);

    assertThat(merge.conflicts()).isEmpty();
    assertThat(field(both, PERSON, "label")).isEqualTo("\"Human\"");
    assertThat(field(both, PERSON, "description")).isEqualTo("\"who\"");
    assertThat(field(both, PLACE, "label")).isEqualTo("\"Site\"");
  }

  @ParameterizedTest
  @EnumSource(
      value = Choice.Kind.class,
      names = {"MINE", "UPSTREAM"})
  void whatBothChangedIsDecidedByOneChoiceAndTakenBackWhole(Choice.Kind choice) {
    DraftOverlay empty = empty();
    DraftOverlay mine = set(empty, PERSON, "label", "Human");
    DraftOverlay deletes = empty.with(PLACE, empty.changeTo(PLACE, null));
    DraftOverlay other = set(deletes, PERSON, "label", "Someone");
    DraftOverlay edited = set(mine, PLACE, "label", "Site");

    DraftMerge merge = DraftMerge.of(edited, other);
    RefactoringStep step = merge.step(edited, choice);
    DraftOverlay both = step.appliedTo(edited);

    assertThat(merge.conflicts()).hasSize(2);
    assertThat(field(both, PERSON, "label"))
        .isEqualTo(choice == Choice.Kind.MINE ? "\"Human\"" : "\"Someone\"");
    assertThat(both.exists(PLACE)).isEqualTo(choice == Choice.Kind.MINE);
    assertThat(step.inverse().appliedTo(both).changes()).isEqualTo(edited.changes());
  }
}
