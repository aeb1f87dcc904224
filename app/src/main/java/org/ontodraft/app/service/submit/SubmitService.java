package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.part.LeftOut;

/** Sends a draft upstream. Blocking; not for the FX thread. */
public interface SubmitService extends AutoCloseable {
  /** What a submit would send; validates the whole. Touches no server. */
  SubmitPreview preview(DraftSession session);

  /**
   * Makes descriptions for this repository from a template of the curator's own from now on; from
   * blank text, no longer. {@code {summary}}, {@code {changes}}, {@code {impact}} and {@code
   * {findings}} stand for what is known of a draft.
   */
  void keepTemplate(String text);

  /**
   * What would be sent, as a patch file, made on the draft's base. Touches no server. Refused for
   * what a submit would be refused for before it sends anything.
   */
  Outcome<PatchFile> patch(DraftSession session, String title, String body);

  /** Words that ask somebody to pull what was sent; empty when its base is no longer here. */
  Optional<String> requestToPull(Submission sent);

  /** What of a draft would be sent. */
  ChosenParts chosen(DraftSession session);

  /**
   * Leaves these out of a draft's submits from now on; they stay in the draft.
   *
   * @return what is sent then
   */
  ChosenParts leaveOut(DraftSession session, LeftOut leftOut);

  /**
   * The open pull requests of others that touch files which would be sent; none where there is no
   * forge to ask, or no token for it.
   */
  Outcome<List<Overlap>> overlaps(DraftSession session);

  /**
   * The branches of the remote that a pull request can be merged into, those of drafts left out.
   */
  Outcome<List<String>> targets(Progress progress);

  /**
   * What a pull request into this branch of the remote would bring there besides the draft. Asks
   * the remote. Refused with {@code SUBMIT-10} where there is no such branch.
   */
  Outcome<ComingAlong> comingAlong(DraftSession session, String branch, Progress progress);

  /**
   * Who changed the files lately, by the user names that the forge wants for reviewers. Asks the
   * forge; what it has told once is not asked for again.
   */
  Outcome<Suggested> suggestReviewers(SubmitPreview preview);

  /**
   * The server that wants a token before a pull request can be opened, while none is kept for it;
   * empty where there is no forge, or a token is kept.
   */
  Optional<Origin> missingToken();

  /** The server that could be asked which forge it is; empty where that is known. */
  Optional<Origin> unknownForge();

  /**
   * Asks that server, without a token, and remembers the answer. Only when the curator has said so.
   */
  Outcome<ForgeKind> recognise();

  /** Keeps a token for the forge's server, and says where; the caller closes its copy. */
  SecretStore.Kept keepToken(Secret token);

  /**
   * Sends the draft. May be called again after a failure: what is done is not done twice.
   *
   * @param onOldBase send on the draft's own base although upstream moved
   * @param wishes what is wanted of the pull request, where there is one
   * @param steps told of each step as it goes
   * @throws java.util.concurrent.CancellationException when it was asked to stop, or the service is
   *     closed; what was done so far is gone on with at the next try
   */
  SubmitOutcome submit(
      DraftSession session,
      String title,
      String body,
      boolean onOldBase,
      Wishes wishes,
      Consumer<StepReport> steps,
      Progress progress);

  /** Sends the draft without a wish. */
  default SubmitOutcome submit(
      DraftSession session,
      String title,
      String body,
      boolean onOldBase,
      Consumer<StepReport> steps,
      Progress progress) {
    return submit(session, title, body, onOldBase, Wishes.NONE, steps, progress);
  }

  /**
   * Sends nothing more, and waits for what is being sent, which whoever began it has asked to stop:
   * what a server was told is to be in the store before that closes.
   */
  @Override
  void close();
}
