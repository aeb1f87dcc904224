package org.ontodraft.app.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;

class ReviewLayoutTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  private static final EntityKey EMAIL = EntityKey.of(EntityType.TEMPLATE, "Property/Email");

  private final List<EntityReview> sample = Reviews.sample();
  private final ReviewChoices initial = ReviewChoices.initial();

  private ReviewLayout layout(ReviewChoices choices) {
    return ReviewLayout.of(Reviews.content(sample), choices);
  }

  /** The rows of one entity, each as its kind and place. */
  private static List<String> rows(ReviewLayout layout, EntityKey key) {
    return layout.rows().stream()
        .filter(row -> row.key().equals(key))
        .map(row -> (row.getClass().getSimpleName() + " " + row.place()).strip())
        .toList();
  }

  @Test
  void changedFieldsComeInSchemaOrderAndTheOthersFold() {
    assertThat(rows(layout(initial), PERSON))
        .containsExactly(
            "Head",
            "Columns columns",
            "Field description",
            "Field required_properties",
            "Field optional_properties",
            "Field optional_subobjects",
            "Unchanged unchanged",
            "Foot foot");
  }

  @Test
  void theFoldOpens() {
    assertThat(rows(layout(initial.toggleUnfolded(PERSON)), PERSON))
        .containsSubsequence(
            "Unchanged unchanged", "Field id", "Field label", "Field parents", "Foot foot");
  }

  @Test
  void withoutTheFoldEveryFieldStandsInItsPlace() {
    assertThat(rows(layout(initial.withChangedOnly(false)), PERSON))
        .containsExactly(
            "Head",
            "Columns columns",
            "Field id",
            "Field label",
            "Field description",
            "Field parents",
            "Field required_properties",
            "Field optional_properties",
            "Field required_subobjects",
            "Field optional_subobjects",
            "Foot foot");
  }

  @Test
  void aClosedEntityShowsItsHead() {
    assertThat(rows(layout(initial.toggleClosed(PERSON)), PERSON))
        .containsExactly("Head", "Foot foot");
  }

  @Test
  void aLongTextShowsItsChangedLinesAndThoseNear() {
    assertThat(rows(layout(initial), EMAIL))
        .containsExactly(
            "Head",
            "Columns columns",
            "Field wikitext",
            "TextLine wikitext/0",
            "TextLine wikitext/1",
            "TextLine wikitext/2",
            "TextLine wikitext/3",
            "TextLine wikitext/4",
            "TextLine wikitext/5",
            "SkippedLines wikitext/6",
            "TextLine wikitext/8",
            "TextLine wikitext/9",
            "TextLine wikitext/10",
            "TextLine wikitext/11",
            "TextLine wikitext/12",
            "Unchanged unchanged",
            "Foot foot");
    assertThat(rows(layout(initial.unfoldField(EMAIL, "wikitext")), EMAIL))
        .contains("TextLine wikitext/6", "TextLine wikitext/7")
        .noneMatch(row -> row.startsWith("SkippedLines"));
  }

  @Test
  void theJsonRowsAreTheFile() {
    ReviewLayout layout = layout(initial.with(ReviewMode.JSON));
    for (EntityReview review : sample) {
      String shown =
          layout.rows().stream()
              .filter(row -> row.key().equals(review.key()))
              .filter(ReviewRow.FileLine.class::isInstance)
              .map(row -> ((ReviewRow.FileLine) row).text() + "\n")
              .collect(Collectors.joining());
      assertThat(shown).isEqualTo(review.fileText());
    }
  }

  @Test
  void changedLinesOfTheFileAreMarked() {
    String lines =
        layout(initial.with(ReviewMode.JSON)).rows().stream()
            .filter(row -> row.key().equals(EntityKey.of(EntityType.PROPERTY, "Has_orcid")))
            .map(row ->
                switch (row) {
                  case ReviewRow.FileLine line -> line.status().name().charAt(0) + "";
                  case ReviewRow.RemovedLines gone -> "-" + gone.count();
                  default -> "";
                })
            .collect(Collectors.joining());
    assertThat(lines).isEqualTo("UUMMUMAU");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "F01 all,           '',        '',             6",
    "F02 by label,      iD,        '',             1",
    "F03 by key,        property:, '',             3",
    "F04 by status,     '',        MODIFIED,       4",
    "F05 two statuses,  '',        ADDED DELETED,  2",
    "F06 both,          birth,     ADDED,          0",
    "F07 blanks around, ' person ','',             1"
  })
  void filters(String row, String text, String statuses, int entities) {
    Set<EntityStatus> chosen =
        statuses.isEmpty()
            ? Set.of()
            : List.of(statuses.split(" ")).stream()
                .map(EntityStatus::valueOf)
                .collect(Collectors.toSet());
    ReviewLayout layout = layout(initial.withFilter(text).withStatuses(chosen));
    assertThat(layout.rows().stream().filter(ReviewRow.Head.class::isInstance))
        .as(row)
        .hasSize(entities);
    assertThat(layout.totals().entities()).isEqualTo(6);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"SPLIT, 21", "JSON, 9", "PATCH, 13"})
  void changesAreNumberedThrough(ReviewMode mode, int changes) {
    ReviewLayout layout = layout(initial.with(mode));
    assertThat(layout.rows().stream().map(ReviewRow::change).filter(number -> number > 0))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, changes).boxed().toList());
    assertThat(layout.changes()).isEqualTo(changes);
  }

  @Test
  void theIndexIsGroupedByType() {
    List<String> index =
        layout(initial).index().stream()
            .map(row ->
                switch (row) {
                  case IndexRow.Group group ->
                      group.type() + " " + group.changed() + " of " + group.total();
                  case IndexRow.Entry entry -> entry.key().key();
                })
            .toList();
    assertThat(index)
        .containsExactly(
            "CATEGORY 2 of 22",
            "Person",
            "Researcher",
            "PROPERTY 3 of 118",
            "Has_alternate_email",
            "Has_birthday",
            "Has_orcid",
            "TEMPLATE 1 of 22",
            "Property/Email");
  }
}
