package org.ontodraft.app.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.diff.ReviewViewModel.Phase;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.ImpactRule;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.ontology.OntologyView;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

class ReviewViewModelTest {
  private static final EntityKey AGENT = EntityKey.of(EntityType.CATEGORY, "Agent");
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  private static final EntityKey EMAIL = EntityKey.of(EntityType.PROPERTY, "Has_email");

  private final FxQueue fx = new FxQueue();
  private final NoticeBoard board = new NoticeBoard();
  private final Texts texts = Texts.load();
  private final List<Exception> faults = new ArrayList<>();
  private final CountingReviews reviews = new CountingReviews();
  private TaskRunner tasks;
  private MemoryWorkspace workspace;

  /** Counts how many entities are compared. */
  private static final class CountingReviews implements ReviewService {
    private final ReviewService real = new DraftReviewService();
    private int compared;

    @Override
    public List<EntityReview> review(DraftOverlay overlay) {
      return real.review(overlay);
    }

    @Override
    public List<EntityReview> unreadable(OntologyView base, OntologyView mine) {
      return real.unreadable(base, mine);
    }

    @Override
    public EntityReview review(OntologyView base, OntologyView mine, EntityChange change) {
      return real.review(base, mine, change);
    }

    @Override
    public synchronized EntityReview review(DraftOverlay overlay, EntityKey key) {
      compared++;
      return real.review(overlay, key);
    }
  }

  @BeforeEach
  void open() {
    tasks = new TaskRunner(fx, failure -> faults.add(failure.cause()));
    workspace =
        MemoryWorkspace.of(
            Map.of(
                "categories/Agent.json",
                "{\n  \"id\": \"Agent\",\n  \"label\": \"Agent\",\n  \"description\": \"Acts\"\n}\n",
                "categories/Person.json",
                "{\n  \"id\": \"Person\",\n  \"label\": \"Person\",\n  \"parents\": [\"Agent\"]\n}\n",
                "properties/Has_email.json",
                "{\n  \"id\": \"Has_email\",\n  \"label\": \"Email\",\n  \"datatype\": \"Text\"\n}\n"));
  }

  @AfterEach
  void close() {
    tasks.close();
    assertThat(faults).isEmpty();
  }

  private ReviewViewModel model() {
    return ReviewViewModel.ofDraft(
        workspace, reviews, tasks, new ErrorPresenter(texts, board), texts);
  }

  private void set(EntityKey key, String field, String value) {
    workspace.session().setField(key, field, StringNode.valueOf(value));
  }

  private static String place(ReviewViewModel model) {
    return model.currentRow().map(row -> row.key().key() + " " + row.place()).orElse("none");
  }

  private ReviewViewModel withThreeChanges() {
    workspace.withDraft();
    set(AGENT, "label", "Actor");
    set(AGENT, "description", "Acts for itself");
    set(EMAIL, "datatype", "Email");
    ReviewViewModel model = model();
    fx.until("three changes", () -> model.layout().get().changes() == 3);
    return model;
  }

  @Test
  void saysThatNoDraftIsOpen() {
    ReviewViewModel model = model();
    assertThat(model.phase().get()).isEqualTo(Phase.LOADING);
    fx.until("no draft", () -> model.phase().get() == Phase.NO_DRAFT);
  }

  @Test
  void followsTheDraft() {
    workspace.withDraft();
    ReviewViewModel model = model();
    fx.until("no changes", () -> model.phase().get() == Phase.NO_CHANGES);
    set(PERSON, "label", "Human");
    fx.until("a change", () -> model.phase().get() == Phase.CHANGES);
    assertThat(model.layout().get().totals().entities()).isEqualTo(1);
    workspace.session().undo();
    fx.until("no changes again", () -> model.phase().get() == Phase.NO_CHANGES);
  }

  @Test
  void comparesOnlyWhatChangedSince() {
    withThreeChanges();
    ReviewViewModel model = model();
    fx.until("loaded", () -> model.layout().get().changes() == 3);
    int before = reviews.compared;
    set(PERSON, "label", "Human");
    fx.until("one more", () -> model.layout().get().changes() == 4);
    model.close();
    // Once for each time it is looked at, never all three.
    assertThat(reviews.compared - before).isLessThan(3);
    assertThat(model.layout().get().totals().entities()).isEqualTo(3);
  }

  @Test
  void walksThroughChangesAndEntities() {
    ReviewViewModel model = withThreeChanges();
    assertThat(place(model)).isEqualTo("Agent ");
    model.nextChange(true);
    assertThat(place(model)).isEqualTo("Agent label");
    model.nextChange(true);
    model.nextChange(true);
    assertThat(place(model)).isEqualTo("Has_email datatype");
    model.nextChange(true);
    assertThat(place(model)).isEqualTo("Has_email datatype");
    model.nextEntity(false);
    assertThat(place(model)).isEqualTo("Has_email ");
    model.nextEntity(false);
    assertThat(place(model)).isEqualTo("Agent ");
    model.nextChange(false);
    assertThat(place(model)).isEqualTo("Agent ");
  }

  @Test
  void rowsWithoutUseAreSteppedOver() {
    ReviewViewModel model = withThreeChanges();
    model.select(1);
    assertThat(place(model)).isEqualTo("Agent label");
    model.select(1);
    assertThat(place(model)).isEqualTo("Agent ");
  }

  @Test
  void staysWhereItWasWhenTheDraftChanges() {
    ReviewViewModel model = withThreeChanges();
    model.reveal(EMAIL);
    model.nextChange(true);
    set(PERSON, "label", "Human");
    fx.until("four changes", () -> model.layout().get().changes() == 4);
    assertThat(place(model)).isEqualTo("Has_email datatype");
  }

  @Test
  void revertsAFieldSoThatUndoBringsItBack() {
    ReviewViewModel model = withThreeChanges();
    model.nextChange(true);
    model.revert();
    fx.until("two changes", () -> model.layout().get().changes() == 2);
    assertThat(workspace.session().effective().get().document(AGENT).label()).contains("Agent");
    fx.until(
        "said", () -> model.done().get().startsWith("Label of Agent is as in the base again."));
    workspace.session().undo();
    fx.until("three again", () -> model.layout().get().changes() == 3);
  }

  @Test
  void revertsAnEntity() {
    ReviewViewModel model = withThreeChanges();
    model.revert();
    fx.until("one change", () -> model.layout().get().changes() == 1);
    assertThat(workspace.session().effective().get().status(AGENT))
        .isEqualTo(EntityStatus.UNCHANGED);
  }

  @Test
  void aFieldOfANewEntityCannotGoBackAlone() {
    workspace.withDraft();
    workspace
        .session()
        .create(
            EntityKey.of(EntityType.CATEGORY, "Robot"),
            org.ontodraft.model.entity.EntityDocument.of(
                JsonNodeFactory.instance.objectNode().put("id", "Robot").put("label", "Robot")));
    ReviewViewModel model = model();
    fx.until("two changes", () -> model.layout().get().changes() == 2);
    model.nextChange(true);
    model.revert();
    model.show(ReviewMode.JSON);
    fx.until("the file", () -> model.layout().get().changes() == 1);
    assertThat(workspace.store().log()).hasSize(1);
  }

  @Test
  void aRefusalIsShownAndNothingChanges() {
    ReviewViewModel model = withThreeChanges();
    workspace.move(
        org.ontodraft.model.draft.DraftStatus.VALIDATED,
        org.ontodraft.model.draft.DraftStatus.SUBMITTED,
        org.ontodraft.model.draft.DraftStatus.MERGED);
    model.revert();
    fx.until("a notice", () -> !board.notices().isEmpty());
    assertThat(board.notices().getFirst().code()).isEqualTo("DRAFT-01");
    assertThat(model.layout().get().changes()).isEqualTo(3);
  }

  @Test
  void revealWaitsForTheRowsAndTakesFiltersAway() {
    ReviewViewModel model = withThreeChanges();
    model.filter("agent");
    fx.until("filtered", () -> model.layout().get().changes() == 2);
    model.reveal(EMAIL);
    fx.until("revealed", () -> place(model).equals("Has_email "));
    assertThat(model.choices().get().filter()).isEmpty();
  }

  @Test
  void enterOpensTheUnchangedFields() {
    ReviewViewModel model = withThreeChanges();
    model.select(
        model.layout().get().rows().indexOf(new ReviewRow.Unchanged(AGENT, List.of("id"), false)));
    model.toggle();
    fx.until(
        "open",
        () ->
            place(model).equals("Agent unchanged")
                && model.currentRow().get() instanceof ReviewRow.Unchanged row
                && row.open());
  }

  @Test
  void aTickStaysUntilTheEntityIsAnother() {
    ReviewViewModel model = withThreeChanges();
    model.tick();
    fx.until("one of two", () -> reviewed(model) == 1);
    assertThat(place(model)).isEqualTo("Has_email ");
    model.tick();
    fx.until("both", () -> reviewed(model) == 2);

    set(EMAIL, "label", "Electronic mail");
    fx.until("its tick is gone", () -> reviewed(model) == 1);
    workspace.session().undo();
    fx.until("looked at as it is again", () -> reviewed(model) == 2);

    ReviewViewModel later = model();
    fx.until("kept with the draft", () -> reviewed(later) == 2);
    later.tick();
    fx.until("taken away", () -> reviewed(later) == 1);
  }

  private static int reviewed(ReviewViewModel model) {
    Integer count = model.layout().get().totals().reviewed();
    return count == null ? -1 : count;
  }

  @Test
  void saysWhomAMajorChangeBreaks() {
    workspace.withDraft();
    workspace.session().delete(EMAIL);
    ReviewViewModel model = model();
    fx.until("analysed", () -> model.layout().get().totals().level() == SemverLevel.MAJOR);
    model.explain();
    fx.until(
        "an answer",
        () ->
            model.layout().get().rows().stream()
                .anyMatch(row ->
                    row instanceof ReviewRow.Reason reason
                        && reason.impact().rule() == ImpactRule.ENTITY_DELETED
                        && reason.answer() != null));
    model.explain();
    fx.until(
        "folded",
        () -> model.layout().get().rows().stream().noneMatch(ReviewRow.Reason.class::isInstance));
  }

  @Test
  void whoInheritsAChangeIsListedWithItsCause() {
    workspace.withDraft();
    workspace
        .session()
        .setField(
            AGENT, "required_properties", JsonNodeFactory.instance.arrayNode().add("Has_email"));
    ReviewViewModel model = model();
    fx.until(
        "affected",
        () ->
            model.layout().get().rows().stream()
                .anyMatch(row ->
                    row instanceof ReviewRow.Effect effect
                        && effect.key().equals(PERSON)
                        && effect.effect().kind() == InheritedEffect.Kind.GAINED
                        && effect.effect().required()
                        && effect.effect().cause().equals(AGENT)));
    model.reveal(PERSON);
    model.select(model.current().get() + 1);
    model.toggle();
    assertThat(place(model)).isEqualTo("Agent ");
  }

  @Test
  void theSidesCanBeExchanged() {
    ReviewViewModel model = withThreeChanges();
    model.swap();
    fx.until(
        "exchanged",
        () ->
            model.layout().get().rows().stream()
                .anyMatch(row ->
                    row instanceof ReviewRow.Field field
                        && field.place().equals("label")
                        && field.field().base() != null
                        && field.field().base().stringValue().equals("Actor")
                        && !field.revertible()));
    assertThat(reviewed(model)).isEqualTo(-1);
    model.swap();
    fx.until("as before", () -> reviewed(model) == 0);
  }

  @Test
  void aRenameIsOneEntityThatCanBeSplit() {
    workspace.withDraft();
    EntityKey mail = EntityKey.of(EntityType.PROPERTY, "Has_mail");
    workspace.session().delete(EMAIL);
    workspace
        .session()
        .create(
            mail,
            org.ontodraft.model.entity.EntityDocument.of(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("id", "Has_mail")
                    .put("label", "Email")
                    .put("datatype", "Text")));
    ReviewViewModel model = model();
    fx.until("loaded", () -> model.phase().get() == Phase.CHANGES);
    assertThat(heads(model)).containsExactly("RENAMED Has_mail");
    model.split(mail);
    fx.until("split", () -> heads(model).size() == 2);
    assertThat(heads(model)).containsExactly("DELETED Has_email", "ADDED Has_mail");
    model.split(mail);
    fx.until("one again", () -> heads(model).size() == 1);
    model.revert();
    fx.until("both halves went back", () -> model.phase().get() == Phase.NO_CHANGES);
  }

  private static List<String> heads(ReviewViewModel model) {
    return model.layout().get().rows().stream()
        .filter(ReviewRow.Head.class::isInstance)
        .map(row -> ((ReviewRow.Head) row).review().status() + " " + row.key().key())
        .toList();
  }

  @Test
  void writesMarkdown() {
    workspace.withDraft();
    set(AGENT, "description", "Acts | for *itself*");
    workspace
        .session()
        .setField(PERSON, "parents", JsonNodeFactory.instance.arrayNode().add("Thing"));
    workspace.session().delete(EMAIL);
    ReviewViewModel model = model();
    fx.until("analysed", () -> model.layout().get().totals().level() != null);
    List<String> written = new ArrayList<>();
    model.writeMarkdown(written::add);
    fx.until("written", () -> !written.isEmpty());
    assertThat(written.getFirst())
        .isEqualTo(
            """
            ### Modified category Agent

            `categories/Agent.json` +1 -1

            | Field | Base | Mine | Impact |
            | --- | --- | --- | --- |
            | description | Acts | Acts [**\\| for \\*itself\\***] | patch |

            ### Modified category Person

            `categories/Person.json` +1 -1

            | Field | Base | Mine | Impact |
            | --- | --- | --- | --- |
            | parents | Agent | ~~-Agent~~, **+Thing** | MAJOR |

            ### Deleted property Has\\_email

            `properties/Has_email.json` +0 -5

            | Field | Base | Mine | Impact |
            | --- | --- | --- | --- |
            | id | Has\\_email | *not set* |  |
            | label | Email | *not set* |  |
            | datatype | Text | *not set* |  |
            """);
  }

  @Test
  void letsGoOfTheWorkspace() {
    ReviewViewModel model = withThreeChanges();
    int before = workspace.effective().listenerCount() + workspace.draft().listenerCount();
    model.close();
    assertThat(workspace.effective().listenerCount() + workspace.draft().listenerCount())
        .isEqualTo(before - 2);
  }
}
