package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.testing.Snapshots;

/** What the list of steps says about each kind of step. */
class StepTextsTest {
  private static final UUID STEP = new UUID(1, 1);

  private final StepTexts words = new StepTexts(Texts.load());

  private static DraftEdit edit(
      UUID id, String key, String field, @Nullable String before, @Nullable String after) {
    EntityKey of = Snapshots.key(key);
    EntityDocument from = before == null ? null : Snapshots.document(of, "{" + before + "}");
    EntityDocument to = after == null ? null : Snapshots.document(of, "{" + after + "}");
    return new DraftEdit(
        id,
        new UUID(2, 2),
        1,
        DraftEdit.Kind.EDIT,
        of,
        field,
        JsonPatch.between(from, to),
        JsonPatch.between(to, from),
        Instant.EPOCH,
        STEP);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        "created  | category:C | \"\"    | -           | 'label':'A' | C (category) created",
        "deleted  | media:M    | \"\"    | 'source':'A'| -           | M (image) deleted",
        "set      | category:C | label | 'x':1       | 'x':1,'label':'A' | Label of C set",
        "removed  | category:C | label | 'x':1,'label':'A' | 'x':1 | Label of C removed",
        "changed  | category:C | label | 'label':'A' | 'label':'B' | Label of C changed",
        "own_name | category:C | my_x  | 'my_x':'A'  | 'my_x':'B'  | my_x of C changed",
        "gained   | category:C | parents | 'parents':['A','B'] | 'parents':['A','B','D']"
            + " | D added to Parents of C",
        "lost     | category:C | parents | 'parents':['A','B','D'] | 'parents':['A','D']"
            + " | B removed from Parents of C",
        "order    | category:C | parents | 'parents':['A','B','D'] | 'parents':['D','B','A']"
            + " | Parents of C changed",
        "deep     | category:C | x     | 'x':{'y':1} | 'x':{'y':1,'z':2} | x of C changed",
        "as_text_one  | category:C | \"\" | 'label':'A' | 'label':'B' | Label of C changed",
        "as_text_two  | category:C | \"\" | 'label':'A','x':1 | 'label':'B','x':2"
            + " | Label and x of C changed",
        "as_text_more | category:C | \"\" | 'label':'A','x':1,'y':1 | 'label':'B','x':2,'y':2"
            + " | 3 fields of C changed",
        "mended   | category:C | \"\"    | 'label':'A' | 'label':'A' | C (category) changed",
        "image    | media:M | $images | 'x':1 | 'x':1,'$images':{'M.png':{'bytes':1}}"
            + " | Image of M set",
      })
  void eachKind(
      String row,
      String key,
      String field,
      @Nullable String before,
      @Nullable String after,
      String said) {
    assertThat(words.of(DraftStep.of(edit(STEP, key, field, before, after)))).isEqualTo(said);
  }

  @Test
  void whatCameWithItIsCounted() {
    DraftEdit first = edit(STEP, "category:C", "", null, "'label':'A'");
    DraftEdit second = edit(new UUID(3, 3), "category:D", "label", "'label':'A'", "'label':'B'");
    DraftEdit third = edit(new UUID(4, 4), "category:E", "label", "'label':'A'", "'label':'B'");

    assertThat(words.of(new DraftStep(List.of(first, second), List.of())))
        .isEqualTo("C (category) created, and one more entity with it");
    assertThat(words.of(new DraftStep(List.of(first, second, third), List.of())))
        .isEqualTo("C (category) created, and 2 more entities with it");
  }
}
