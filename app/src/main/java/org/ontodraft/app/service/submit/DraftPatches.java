package org.ontodraft.app.service.submit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.ontodraft.app.git.CommitRequest;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;

/** Makes patch files: a commit that is pushed nowhere, written as a mail. */
final class DraftPatches {
  private final OntologyRepository repository;
  private final SubmissionPlans plans;
  private final MediaImages images;
  private final Supplier<Author> author;
  private final InstantSource clock;

  DraftPatches(
      OntologyRepository repository,
      SubmissionPlans plans,
      MediaImages images,
      Supplier<Author> author,
      InstantSource clock) {
    this.repository = repository;
    this.plans = plans;
    this.images = images;
    this.author = author;
    this.clock = clock;
  }

  /** The patch of what is chosen of a draft. */
  PatchFile of(Draft draft, DraftOverlay overlay, String title, String body) throws StepFailed {
    String base = draft.base().commit();
    if (repository.version(base).isEmpty()) {
      throw StepFailed.at(SubmitStep.WRITE_OBJECTS, "SUBMIT-04", draft.base().shortCommit());
    }
    SortedMap<String, Optional<byte[]>> media =
        StepFailed.unlessRefused(
            SubmitStep.WRITE_OBJECTS, "", images.ofCommit(draft.id(), overlay, base));
    Map<String, Optional<String>> files = DraftCommit.files(overlay);
    if (files.isEmpty() && media.isEmpty()) {
      throw StepFailed.at(SubmitStep.WRITE_OBJECTS, "SUBMIT-03");
    }
    CommitRequest request =
        CommitRequest.of(
                base,
                files,
                DraftCommit.message(title, body),
                author.get(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS))
            .with(media);
    String commit = DraftCommit.made(repository.commit(request), Optional.empty());
    boolean carriageReturns =
        files.values().stream().flatMap(Optional::stream).anyMatch(text -> text.contains("\r\n"));
    return new PatchFile(
        plans.branch(draft).replaceFirst("^ontodraft/", "") + ".patch",
        repository.mailed(commit),
        carriageReturns);
  }
}
