package org.ontodraft.app.service.submit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.Submission.Stage;
import org.ontodraft.model.draft.SubmissionStore;

/**
 * The stored plans of submits: a try that failed is taken up again, and what was sent before is
 * gone on with on its branch, not made anew.
 */
final class SubmissionPlans {
  /** How the branches of drafts begin. */
  static final String OF_DRAFTS = "ontodraft/";

  private static final int SLUG_LENGTH = 40;

  private final SubmissionStore store;
  private final Supplier<Optional<String>> forges;
  private final InstantSource clock;

  /** The id the next new plan of a draft gets, so that its branch can be shown before. */
  private final Map<UUID, UUID> nextIds = new ConcurrentHashMap<>();

  SubmissionPlans(SubmissionStore store, Supplier<Optional<String>> forges, InstantSource clock) {
    this.store = store;
    this.forges = forges;
    this.clock = clock;
  }

  /** The plan that a former try on the draft's present base left unfinished. */
  Optional<Submission> unfinished(Draft draft) {
    return store.ofDraft(draft.id()).stream()
        .findFirst()
        .filter(last -> !last.reached(Stage.RECORDED))
        .filter(last -> last.parent().equals(draft.base().commit()));
  }

  /** The unfinished plan, if it says what is to be said now. */
  Optional<Submission> resumable(Draft draft, String title, String body) {
    return unfinished(draft).filter(plan -> plan.title().equals(title) && plan.body().equals(body));
  }

  /** The numbers of the pull requests that a draft was sent as. */
  Set<Integer> numbers(UUID draft) {
    return store.ofDraft(draft).stream()
        .map(Submission::number)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** What was pushed last for a draft, before the plan that is followed. */
  Optional<Submission> pushedBefore(Draft draft, Optional<Submission> followed) {
    Optional<UUID> present = followed.map(Submission::id);
    return store.ofDraft(draft.id()).stream()
        .filter(one -> one.reached(Stage.PUSHED))
        .filter(one -> present.filter(one.id()::equals).isEmpty())
        .findFirst();
  }

  /** A new plan that goes on where another ended, on its branch; kept once its commit is known. */
  Submission goingOn(Draft draft, Submission before, String title, String body) {
    return new Submission(
        UUID.randomUUID(),
        draft.id(),
        title,
        body,
        draft.base().commit(),
        "",
        before.remote(),
        before.branch(),
        forges.get().orElse(null),
        before.number(),
        before.url(),
        Stage.PLANNED,
        now(before));
  }

  /** A new plan with a branch of its own; kept once its commit is known. */
  Submission fresh(Draft draft, String remote, String title, String body) {
    UUID id = nextId(draft);
    return new Submission(
        id,
        draft.id(),
        title,
        body,
        draft.base().commit(),
        "",
        remote,
        branchName(draft.title(), id),
        forges.get().orElse(null),
        null,
        null,
        Stage.PLANNED,
        store.ofDraft(draft.id()).stream()
            .findFirst()
            .map(this::now)
            .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS)));
  }

  /** Later than what it follows, so that the newest stays the newest where clocks are coarse. */
  private Instant now(Submission before) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return now.isAfter(before.createdAt()) ? now : before.createdAt().plusSeconds(1);
  }

  /** The branch that the next submit would push, as far as this computer knows. */
  String branch(Draft draft) {
    return unfinished(draft)
        .or(() -> pushedBefore(draft, Optional.empty()))
        .map(Submission::branch)
        .orElseGet(() -> branchName(draft.title(), nextId(draft)));
  }

  private UUID nextId(Draft draft) {
    return nextIds.computeIfAbsent(draft.id(), ignored -> UUID.randomUUID());
  }

  Submission save(Submission submission) {
    store.save(submission);
    nextIds.remove(submission.draft());
    return submission;
  }

  /** The branch is not this plan's any more: from now on it has another. */
  Submission useOtherBranch(Submission plan) {
    return save(plan.withBranch(branchName(plan.title(), UUID.randomUUID())));
  }

  /** A readable name whose end comes from a random id, so that it tells nothing of the draft. */
  private static String branchName(String title, UUID random) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String head = slug.substring(0, Math.min(SLUG_LENGTH, slug.length())).replaceAll("-$", "");
    String suffix = String.format(Locale.ROOT, "%08x", random.hashCode());
    return OF_DRAFTS + (head.isEmpty() ? "" : head + "-") + suffix;
  }
}
