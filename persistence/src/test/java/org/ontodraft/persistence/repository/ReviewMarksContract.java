package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.version;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** What the port to the marks of reviewers promises. */
abstract class ReviewMarksContract extends OrmStoreContract {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  private static final EntityKey MODULE = EntityKey.of(EntityType.MODULE, "Person");
  private static final String ONE = "1".repeat(64);
  private static final String TWO = "2".repeat(64);

  private HibernateReviewMarks marks() {
    return new HibernateReviewMarks(sessions, InstantSource.system());
  }

  @Test
  void aMarkIsFoundAndIsNoEdit() {
    Draft draft = drafts.create("Reviewed", version("1"));
    Draft other = drafts.create("Other", version("1"));

    assertThat(marks().mark(draft.id(), PERSON, ONE)).isTrue();
    assertThat(marks().mark(draft.id(), MODULE, TWO)).isTrue();

    assertThat(marks().of(draft.id())).isEqualTo(Map.of(PERSON, ONE, MODULE, TWO));
    assertThat(marks().of(other.id())).isEmpty();
    assertThat(find(draft)).isEqualTo(draft);
  }

  @Test
  void aLaterMarkTakesThePlaceOfTheOneBefore() {
    Draft draft = drafts.create("Again", version("1"));
    marks().mark(draft.id(), PERSON, ONE);

    assertThat(marks().mark(draft.id(), PERSON, TWO)).isTrue();

    assertThat(marks().of(draft.id())).isEqualTo(Map.of(PERSON, TWO));
  }

  @Test
  void aMarkIsTakenAway() {
    Draft draft = drafts.create("Taken away", version("1"));
    marks().mark(draft.id(), PERSON, ONE);
    marks().mark(draft.id(), MODULE, ONE);

    for (EntityKey key : List.of(PERSON, PERSON)) {
      marks().unmark(draft.id(), key);
    }

    assertThat(marks().of(draft.id())).isEqualTo(Map.of(MODULE, ONE));
  }

  @Test
  void marksComeBackWithADeletedDraftAndGoForGoodWithIt() {
    Draft draft = drafts.create("Gone", version("1"));
    marks().mark(draft.id(), PERSON, ONE);

    drafts.delete(draft.id());
    assertThat(marks().mark(draft.id(), PERSON, TWO)).isFalse();
    assertThat(marks().mark(draft.id(), MODULE, TWO)).isFalse();
    drafts.restore(draft.id());
    assertThat(marks().of(draft.id())).isEqualTo(Map.of(PERSON, ONE));

    drafts.purge(draft.id());
    assertThat(marks().of(draft.id())).isEmpty();
    assertThat(marks().mark(draft.id(), PERSON, ONE)).isFalse();
  }
}
