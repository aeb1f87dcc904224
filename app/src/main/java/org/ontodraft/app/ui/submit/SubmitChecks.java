package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.validation.Finding;

/** Looks through what would be sent. Blocking; not for the FX thread. */
final class SubmitChecks {
  private final ReviewService reviews;
  private final PartsModel parts;
  private final Texts texts;

  SubmitChecks(ReviewService reviews, PartsModel parts, Texts texts) {
    this.reviews = reviews;
    this.parts = parts;
    this.texts = texts;
  }

  /**
   * What a check found.
   *
   * @param tokenFor the server a token must be typed for; null when none is missing
   * @param unknownForge the server that could be asked which forge it is; null when that is known
   */
  record Checked(
      SubmitPreview preview,
      List<FindingRow> findings,
      List<FileRow> files,
      PartsModel.Shown parts,
      @Nullable Origin tokenFor,
      @Nullable Origin unknownForge) {}

  Checked check(SubmitService submits, DraftSession session) {
    SubmitPreview made = submits.preview(session);
    DraftOverlay view = made.chosen().selection().draft();
    List<FindingRow> found = new ArrayList<>();
    for (Finding finding : made.findings()) {
      found.add(
          new FindingRow(
              finding.severity(),
              finding.key(),
              view.find(finding.key()).map(EntitySummary::label).orElse(finding.key().key()),
              texts
                  .find("finding." + finding.rule(), finding.arguments().toArray())
                  .orElseGet(
                      () -> finding.rule() + ": " + String.join(", ", finding.arguments()))));
    }
    List<FileRow> changed =
        reviews.review(view).stream()
            .flatMap(review -> review.files().stream())
            .filter(file -> file.addedLines() + file.removedLines() > 0)
            .map(file -> new FileRow(file.path(), file.addedLines(), file.removedLines()))
            .toList();
    return new Checked(
        made,
        found,
        changed,
        parts.shown(session, made.chosen()),
        submits.missingToken().orElse(null),
        submits.unknownForge().orElse(null));
  }
}
