package org.ontodraft.app.service.submit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.Remote;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.impact.SemverImpact;
import org.ontodraft.model.impact.SemverPolicy;
import org.ontodraft.model.impact.VersionBump;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologyHistory.AuthoredCommit;
import org.ontodraft.model.validation.Finding;

/** Works out what a submit would send. */
final class SubmitPreviews {
  /** So many commits that touched the files are looked at for who knows them. */
  private static final int LATELY = 10;

  /** Of so many files; and no longer than this, since a suggestion is not worth a wait. */
  private static final int LOOKED_AT = 50;

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final SubmissionPlans plans;
  private final PullRequests pullRequests;
  private final Remote remote;
  private final Upstream upstream;
  private final DraftChecks checks;
  private final DescriptionTemplates templates;
  private final OntologyHistory history;

  SubmitPreviews(
      SubmissionPlans plans,
      PullRequests pullRequests,
      Remote remote,
      Upstream upstream,
      DraftChecks checks,
      DescriptionTemplates templates,
      OntologyHistory history) {
    this.plans = plans;
    this.pullRequests = pullRequests;
    this.remote = remote;
    this.upstream = upstream;
    this.checks = checks;
    this.templates = templates;
    this.history = history;
  }

  DescriptionTemplates templates() {
    return templates;
  }

  SubmitPreview of(Draft draft, ChosenParts chosen) {
    DraftOverlay overlay = chosen.selection().draft();
    Optional<Submission> unfinished = plans.unfinished(draft);
    Optional<Submission> sent = plans.pushedBefore(draft, unfinished);
    SemverImpact impact =
        SemverImpact.of(
            OntologyDiff.between(overlay.base(), overlay),
            SemverPolicy.DEFAULT,
            overlay.baseHierarchy(),
            overlay.hierarchy());
    List<VersionBump> bumps = VersionBump.of(impact, overlay.base(), overlay);
    List<Finding> findings = checks.of(overlay, upstream.schemas(draft.base()));
    List<FileChange> files = DraftFiles.of(overlay);
    DescriptionTemplate template = templates.at(draft.base().commit());
    return new SubmitPreview(
        unfinished
            .or(() -> sent)
            .map(Submission::title)
            .orElseGet(() -> SubmissionText.title(draft, overlay)),
        unfinished
            .or(() -> sent)
            .map(Submission::body)
            .orElseGet(() ->
                SubmissionText.body(template, draft, overlay, impact.level(), bumps, findings)),
        template,
        remote.address(),
        draft.base().branch(),
        plans.branch(draft),
        pullRequests.forge().isPresent(),
        sent.map(Submission::number),
        plans.pushedBefore(draft, Optional.empty()),
        impact.level(),
        bumps,
        files,
        upstream.holds(draft.base()) ? lately(draft.base().commit(), files) : List.of(),
        findings,
        chosen);
  }

  /** Who changed these files last, the newest first, each once. */
  private List<LatelyChanged> lately(String base, List<FileChange> files) {
    List<String> paths = files.stream().limit(LOOKED_AT).map(FileChange::path).toList();
    Map<String, LatelyChanged> people = new LinkedHashMap<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    @Nullable String from = paths.isEmpty() ? null : base;
    for (int i = 0; i < LATELY && from != null; i++) {
      Optional<AuthoredCommit> last =
          history.lastChange(from, paths, () -> System.nanoTime() > end);
      last.filter(one -> !one.author().isBlank())
          .ifPresent(one ->
              people.putIfAbsent(
                  one.author(), new LatelyChanged(one.author(), one.version().commit())));
      from = last.map(AuthoredCommit::parent).orElse(null);
    }
    return List.copyOf(people.values());
  }
}
