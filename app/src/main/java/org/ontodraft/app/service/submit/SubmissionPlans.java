package org.ontodraft.app.service.submit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.Submission.Stage;
import org.ontodraft.model.draft.SubmissionStore;

/** The stored plans of submits: a try that failed is taken up again, not made anew. */
final class SubmissionPlans {
  private static final int SLUG_LENGTH = 40;

  private final SubmissionStore store;
  private final String remote;
  private final @Nullable String forge;
  private final InstantSource clock;

  /** The id the next new plan of a draft gets, so that its branch can be shown before. */
  private final Map<UUID, UUID> nextIds = new ConcurrentHashMap<>();

  SubmissionPlans(
      SubmissionStore store, String remote, Optional<String> forge, InstantSource clock) {
    this.store = store;
    this.remote = remote;
    this.forge = forge.orElse(null);
    this.clock = clock;
  }

  /** The plan that a former try on the draft's present base left unfinished. */
  Optional<Submission> unfinished(Draft draft) {
    return store.ofDraft(draft.id()).stream()
        .findFirst()
        .filter(last -> !last.reached(Stage.RECORDED))
        .filter(last -> last.parent().equals(draft.base().commit()));
  }

  /** The plan to follow: the unfinished one, with these words, or a new one. */
  Submission plan(Draft draft, String title, String body) {
    Optional<Submission> former = unfinished(draft);
    if (former.isPresent()
        && former.get().title().equals(title)
        && former.get().body().equals(body)) {
      return former.get();
    }
    if (former.isPresent() && !former.get().reached(Stage.PUSHED)) {
      return save(former.get().withText(title, body));
    }
    UUID id = nextId(draft);
    nextIds.remove(draft.id());
    return save(
        new Submission(
            id,
            draft.id(),
            title,
            body,
            draft.base().commit(),
            "",
            remote,
            branchName(draft.title(), id),
            forge,
            null,
            null,
            Stage.PLANNED,
            clock.instant().truncatedTo(ChronoUnit.SECONDS)));
  }

  /** The branch that {@link #plan} would name. */
  String branch(Draft draft) {
    return unfinished(draft)
        .map(Submission::branch)
        .orElseGet(() -> branchName(draft.title(), nextId(draft)));
  }

  private UUID nextId(Draft draft) {
    return nextIds.computeIfAbsent(draft.id(), ignored -> UUID.randomUUID());
  }

  Submission save(Submission submission) {
    store.save(submission);
    return submission;
  }

  /** Somebody else's branch has the name: the next try takes another. */
  void useOtherBranch(Submission plan) {
    save(plan.withBranch(branchName(plan.title(), UUID.randomUUID())));
  }

  /** A readable name whose end comes from a random id, so that it tells nothing of the draft. */
  private static String branchName(String title, UUID random) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String head = slug.substring(0, Math.min(SLUG_LENGTH, slug.length())).replaceAll("-$", "");
    String suffix = String.format(Locale.ROOT, "%08x", random.hashCode());
    return "ontodraft/" + (head.isEmpty() ? "" : head + "-") + suffix;
  }
}
