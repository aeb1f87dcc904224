package org.ontodraft.app.service.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

class RepositoryComparisonsTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(
          Map.of(
              "categories/Person.json",
              "{\n  \"id\": \"Person\",\n  \"label\": \"Person\",\n  \"description\": \"One\"\n}\n"));

  private Compared read(ComparedSide side) {
    return ((Outcome.Done<Compared>) workspace.comparisons().read(side)).value();
  }

  private List<String> differing(ComparedSide base, ComparedSide mine) {
    Compared left = read(base);
    Compared right = read(mine);
    DraftReviewService service = new DraftReviewService();
    return OntologyDiff.between(left.view(), right.view()).changes().stream()
        .map(change -> service.review(left.view(), right.view(), change))
        .map(review -> review.status() + " " + review.key().key() + " " + review.path())
        .toList();
  }

  @Test
  void aDraftIsComparedWithUpstreamAndWithAnotherDraft() {
    workspace.withDraft();
    UUID first = workspace.session().id();
    workspace.session().setField(PERSON, "label", StringNode.valueOf("Human"));
    workspace.withDraft();
    UUID second = workspace.session().id();
    workspace.session().setField(PERSON, "label", StringNode.valueOf("Somebody"));

    assertThat(differing(new ComparedSide.Upstream(), new ComparedSide.OfDraft(first)))
        .containsExactly("MODIFIED Person categories/Person.json");
    assertThat(read(new ComparedSide.OfDraft(first)).view().document(PERSON).label())
        .contains("Human");
    assertThat(read(new ComparedSide.OfDraft(second)).view().document(PERSON).label())
        .contains("Somebody");
    assertThat(differing(new ComparedSide.BaseOf(first), new ComparedSide.Upstream())).isEmpty();
  }

  @Test
  void aRenameBetweenTwoCommitsIsOneChange() {
    String before = workspace.canonical().get().version().commit();
    workspace.commitUpstream(
        Map.of(
            "categories/Human.json",
            "{\n  \"id\": \"Human\",\n  \"label\": \"Person\",\n  \"description\": \"One\"\n}\n"));
    workspace.commitUpstream(Collections.singletonMap("categories/Person.json", null));
    workspace.refresh(Progress.none());

    assertThat(differing(new ComparedSide.Commit(before), new ComparedSide.Upstream()))
        .containsExactly("RENAMED Human categories/Human.json");
    assertThat(
            OntologyDiff.between(
                    read(new ComparedSide.Commit(before)).view(),
                    read(new ComparedSide.Upstream()).view())
                .changes())
        .allMatch(EntityChange.Renamed.class::isInstance);
  }

  @Test
  void theFilesOfARenameAreComparedWithEachOther() {
    String before = workspace.canonical().get().version().commit();
    workspace.commitUpstream(
        Map.of(
            "categories/Human.json",
            "{\n  \"id\": \"Human\",\n  \"label\": \"Person\",\n  \"description\": \"One\"\n}\n"));
    workspace.commitUpstream(Collections.singletonMap("categories/Person.json", null));
    workspace.refresh(Progress.none());
    Compared left = read(new ComparedSide.Commit(before));
    Compared right = read(new ComparedSide.Upstream());
    EntityChange change =
        OntologyDiff.between(left.view(), right.view()).changes().iterator().next();

    EntityReview review = new DraftReviewService().review(left.view(), right.view(), change);

    assertThat(review.addedLines()).isEqualTo(1);
    assertThat(review.removedLines()).isEqualTo(1);
    assertThat(review.renaming()).isNotNull();
    assertThat(review.renaming().deleted().status()).isEqualTo(EntityStatus.DELETED);
  }

  @Test
  void anEntityThatBecameUnreadableIsNotToldAsDeleted() {
    String before = workspace.canonical().get().version().commit();
    workspace.commitUpstream(Map.of("categories/Person.json", "{ broken"));
    workspace.refresh(Progress.none());
    Compared left = read(new ComparedSide.Commit(before));
    Compared right = read(new ComparedSide.Upstream());

    assertThat(differing(new ComparedSide.Commit(before), new ComparedSide.Upstream()))
        .containsExactly("BROKEN Person categories/Person.json");
    assertThat(new DraftReviewService().unreadable(left.view(), right.view()))
        .singleElement()
        .satisfies(review -> {
          assertThat(review.status()).isEqualTo(EntityStatus.BROKEN);
          assertThat(review.problems())
              .extracting(problem -> problem.code().shortCode())
              .containsExactly("SRC-01");
        });
    assertThat(new DraftReviewService().unreadable(right.view(), right.view())).isEmpty();
  }

  @Test
  void whatIsNotThereIsRefusedByName() {
    assertThat(workspace.comparisons().named("no-such-tag"))
        .isEqualTo(Outcome.refused("COMPARE-01", "no-such-tag"));
    assertThat(workspace.comparisons().read(new ComparedSide.Commit("1".repeat(40))))
        .isEqualTo(Outcome.refused("COMPARE-01", "1111111"));
    assertThat(workspace.comparisons().read(new ComparedSide.OfDraft(new UUID(0, 1))))
        .isEqualTo(Outcome.refused("COMPARE-02"));
  }
}
