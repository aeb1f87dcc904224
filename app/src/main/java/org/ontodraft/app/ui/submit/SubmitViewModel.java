package org.ontodraft.app.ui.submit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.validation.Severity;

/** What would be sent, what stands in the way, and the sending. FX thread. */
final class SubmitViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final Executor fx;
  private final Subscriptions subscriptions = new Subscriptions();

  private final DescriptionModel description = new DescriptionModel();
  private final ObservableList<FindingRow> findings = FXCollections.observableArrayList();
  private final ObservableList<FileRow> files = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper checked = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper hindrance = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable SubmitPreview> preview =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Origin> tokenFor = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<WizardStep> step =
      new ReadOnlyObjectWrapper<>(WizardStep.CHECK);
  private final WishesModel wishes = new WishesModel();
  private final ReviewersModel reviewers;
  private final TargetModel target;
  private final TrackModel track;
  private final BumpModel bumps;
  private final PartsModel parts;
  private final SubmitChecks checks;
  private final OverlapModel overlaps;
  private final PatchModel patches;
  private final SendingModel sending;

  /** What the last check says is in the way. */
  private String found = "";

  private boolean shown;

  private final ReadOnlyObjectWrapper<@Nullable Origin> unknownForge =
      new ReadOnlyObjectWrapper<>();

  SubmitViewModel(
      Workspace workspace,
      ReviewService reviews,
      TaskRunner tasks,
      Navigator navigator,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.navigator = navigator;
    this.texts = texts;
    this.errors = errors;
    this.fx = fx;
    this.reviewers = new ReviewersModel(workspace, tasks, texts, wishes);
    this.target = new TargetModel(workspace, tasks, texts, wishes.into());
    this.track = new TrackModel(workspace, tasks, texts, errors, fx);
    this.bumps = new BumpModel(tasks, errors);
    this.parts = new PartsModel(workspace, tasks, texts, this::check);
    this.checks = new SubmitChecks(reviews, parts, texts);
    this.patches = new PatchModel(workspace, tasks, texts, errors, description);
    this.overlaps = new OverlapModel(workspace, tasks, navigator, texts, fx);
    this.sending =
        new SendingModel(
            workspace,
            new SendingModel.Tools(tasks, navigator, texts, dates, errors, fx),
            description,
            wishes,
            this::ended);
    description.issues().subscribe((before, now) -> mindIssues());
    step.subscribe((before, now) -> attend());
    subscriptions.add(workspace.effective().follow(view -> fx.execute(() -> follow(view))));
    subscriptions.add(workspace.forecast().follow(next -> fx.execute(() -> stand(next))));
  }

  private void follow(DraftOverlay now) {
    sending.follow(now);
    attend();
    check();
  }

  /** Whether somebody can see the page. Who comes back to the last step wants the news. */
  void shown(boolean inFront) {
    boolean back = inFront && !shown;
    shown = inFront;
    attend();
    if (back && step.get() == WizardStep.TRACK) {
      track.readComments();
    }
  }

  private void attend() {
    track.attend(shown && step.get() == WizardStep.TRACK);
  }

  /** Shows the pull request in the browser. */
  void browse() {
    URI page = track.page().get();
    if (page != null) {
      navigator.browse(page);
    }
  }

  /** Offers the ways to sign in where a token is missing. */
  void signIn() {
    Origin server = tokenFor.get();
    if (server != null) {
      errors.signIn(server, this::check);
    }
  }

  /** Gives modules and bundles the versions that say what the draft changes. */
  void bump() {
    SubmitPreview seen = preview.get();
    if (seen != null) {
      workspace.draft().get().ifPresent(session -> bumps.make(session, seen.bumps()));
    }
  }

  /** The last step there is a way to: what becomes of it is seen once it was sent. */
  WizardStep furthest() {
    return sending.sent().get() != null || track.known() || step.get() == WizardStep.TRACK
        ? WizardStep.TRACK
        : WizardStep.SUBMIT;
  }

  /** Goes to a step; what was typed stays. */
  void go(WizardStep wanted) {
    if (wanted.compareTo(furthest()) <= 0) {
      step.set(wanted);
      askForReviewers();
      if (wanted == WizardStep.TRACK) {
        track.come();
      }
    }
  }

  /** They are looked for where they are chosen, and where the forge can be asked. */
  private void askForReviewers() {
    SubmitPreview seen = preview.get();
    if (step.get() == WizardStep.DESCRIBE && seen != null && tokenFor.get() == null) {
      reviewers.ask(seen);
    }
  }

  /**
   * Sends it, once it is known what comes along into the branch that was chosen.
   *
   * @param token takes what was typed as a token; empty to use the one that is kept
   */
  void send(Supplier<String> token) {
    go(WizardStep.SUBMIT);
    target.settle(() -> sending.submit(token.get(), false));
  }

  void next() {
    go(step.get().after());
  }

  void back() {
    go(step.get().before());
  }

  private void check() {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      hindrance.set(texts.get("submit.no-draft"));
      return;
    }
    tasks.latest(
        "submit-check",
        BackgroundTask.of(
                "submit check", progress -> checks.check(workspace.submits(), session.get()))
            .onSuccess(this::take));
  }

  private void take(SubmitChecks.Checked next) {
    preview.set(next.preview());
    findings.setAll(next.findings());
    files.setAll(next.files());
    tokenFor.set(next.tokenFor());
    unknownForge.set(next.unknownForge());
    parts.show(next.parts());
    description.suggest(next.preview());
    overlaps.look(next.preview());
    reviewers.name(next.preview());
    askForReviewers();
    long errorCount =
        next.findings().stream().filter(row -> row.severity() == Severity.ERROR).count();
    checked.set(
        next.findings().isEmpty()
            ? texts.get("submit.check.fine")
            : texts.get(
                "submit.check.found", errorCount, next.findings().size() - (int) errorCount));
    hindrance.set(
        next.files().isEmpty()
            ? texts.get(next.parts().rows().isEmpty() ? "submit.empty" : "submit.part.none")
            : errorCount > 0 ? texts.get("submit.errors", errorCount) : "");
    found = hindrance.get();
    mindIssues();
  }

  /** What is typed as an issue and is none would close nothing. */
  private void mindIssues() {
    List<String> unknown = description.unknownIssues();
    hindrance.set(
        found.isEmpty() && !unknown.isEmpty()
            ? texts.get("submit.issues.unknown", unknown.getFirst())
            : found);
  }

  private void stand(Optional<Forecast> forecast) {
    behind.set(forecast.isPresent());
    standing.set(
        forecast
            .map(next ->
                next.plan().clean()
                    ? texts.get("submit.upstream.clean", next.upstreamChanges())
                    : texts.get("submit.upstream.open", next.upstreamChanges()))
            .orElseGet(() -> texts.get("submit.upstream.same")));
  }

  private void ended(SubmitOutcome outcome) {
    if (outcome instanceof SubmitOutcome.Sent) {
      step.set(WizardStep.TRACK);
      track.askForge();
    }
    check();
  }

  void open(EntityKey entity) {
    navigator.openEntity(entity);
  }

  void showRebase() {
    navigator.openRebase();
  }

  void showReview() {
    navigator.openReview();
  }

  /** Where in the wizard one is. */
  ReadOnlyObjectProperty<WizardStep> step() {
    return step.getReadOnlyProperty();
  }

  /** The server that could be asked which forge it is; null when that is known. */
  ReadOnlyObjectProperty<@Nullable Origin> unknownForge() {
    return unknownForge.getReadOnlyProperty();
  }

  /** Asks that server, since the curator says so. */
  void recognise() {
    tasks.latest(
        "recognise-forge",
        BackgroundTask.of("recognise forge", progress -> workspace.submits().recognise())
            .onSuccess(outcome -> {
              if (outcome instanceof Outcome.Refused<ForgeKind> refused) {
                errors.show(refused.refusal());
              }
              check();
            }));
  }

  /** What is wanted beside the words. */
  WishesModel wishes() {
    return wishes;
  }

  /** Who could review it. */
  ReviewersModel reviewers() {
    return reviewers;
  }

  /** The branch to merge into. */
  TargetModel target() {
    return target;
  }

  /** The pull request that a commit would be added to; empty where another would be opened. */
  Optional<Integer> updates() {
    return Optional.ofNullable(preview.get())
        .flatMap(SubmitPreview::updates)
        .filter(number -> !track.ended());
  }

  /** What became of it. */
  TrackModel track() {
    return track;
  }

  /** Title and description. */
  DescriptionModel description() {
    return description;
  }

  /** Which changes are sent. */
  PartsModel parts() {
    return parts;
  }

  /** Other ways to hand it on. */
  PatchModel patches() {
    return patches;
  }

  /** Who else changes it. */
  OverlapModel overlaps() {
    return overlaps;
  }

  /** Makes descriptions from this template from now on; blank text for none of one's own. */
  void keepTemplate(String text) {
    tasks.inOrder(
        "template",
        BackgroundTask.of(
                "keep template",
                progress -> {
                  workspace.submits().keepTemplate(text);
                  return text;
                })
            .onSuccess(kept -> check()));
  }

  /** The sending itself. */
  SendingModel sending() {
    return sending;
  }

  ObservableList<FindingRow> findings() {
    return findings;
  }

  ObservableList<FileRow> files() {
    return files;
  }

  /** How the draft stands to upstream, in a sentence. */
  ReadOnlyStringProperty standing() {
    return standing.getReadOnlyProperty();
  }

  /** What validation says, in a sentence. */
  ReadOnlyStringProperty checked() {
    return checked.getReadOnlyProperty();
  }

  /** Why it cannot be sent; empty when it can. */
  ReadOnlyStringProperty hindrance() {
    return hindrance.getReadOnlyProperty();
  }

  /** Where it goes; null until the first check is done. */
  ReadOnlyObjectProperty<@Nullable SubmitPreview> preview() {
    return preview.getReadOnlyProperty();
  }

  /** The server a token must be typed for; null when none is missing. */
  ReadOnlyObjectProperty<@Nullable Origin> tokenFor() {
    return tokenFor.getReadOnlyProperty();
  }

  /** Whether upstream has moved since the draft's base. */
  ReadOnlyBooleanProperty behind() {
    return behind.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
    track.close();
    overlaps.close();
    sending.close();
  }
}
