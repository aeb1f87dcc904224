package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The ten-minute tour of the README without anybody at the keyboard: prints each step and saves a
 * picture of the window after it.
 */
final class SampleTour {
  private static final EntityKey SPECIMEN = EntityKey.of(EntityType.CATEGORY, "Specimen");
  private static final EntityKey FIELD_TRIP = EntityKey.of(EntityType.CATEGORY, "Field_trip");

  /** Long enough for the window to take up what changed and draw it. */
  private static final Duration SETTLE = Duration.ofMillis(900);

  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;

  private final DesktopApplication application;
  private final Path folder;
  private final PrintWriter out;
  private final Texts texts = Texts.load();
  private int step;

  SampleTour(DesktopApplication application, Path folder, PrintWriter out) {
    this.application = application;
    this.folder = folder;
    this.out = out;
  }

  void run() throws InterruptedException, IOException {
    show("welcome");

    application.open(new OpenRequest.Sample());
    Waiting.until("the sample to open", () -> application.workspace().isPresent());
    Workspace workspace = application.workspace().orElseThrow();
    Waiting.until("the window", () -> application.onFx(application::navigator).isPresent());
    go(navigator -> navigator.openEntity(SPECIMEN));
    show(
        "open",
        count(workspace),
        workspace.canonical().get().version().branch(),
        workspace.canonical().get().version().shortCommit());

    DraftSession draft = done(workspace.startDraft(texts.get("tour.title")));
    edit(draft);
    show("draft", draft.draft().get().title(), draft.effective().get().changes().size());

    List<EntityReview> reviews = new DraftReviewService().review(draft.effective().get());
    go(Navigator::openReview);
    show("diff", reviews.size());
    reviews.forEach(this::print);

    meetUpstream(workspace, draft);
    submit(workspace, draft);
    out.println(texts.get("tour.end", folder.toAbsolutePath()));
  }

  private static int count(Workspace workspace) {
    int count = 0;
    for (EntityType type : EntityType.values()) {
      count += workspace.effective().get().entities(type).size();
    }
    return count;
  }

  private void edit(DraftSession draft) {
    done(
        draft.setField(
            SPECIMEN, "label", JsonNodeFactory.instance.stringNode(texts.get("tour.label"))));
    ArrayNode optional = JsonNodeFactory.instance.arrayNode();
    draft
        .effective()
        .get()
        .document(FIELD_TRIP)
        .texts("optional_properties")
        .forEach(optional::add);
    optional.add("Has_elevation");
    done(draft.setField(FIELD_TRIP, "optional_properties", optional));
  }

  private void print(EntityReview review) {
    for (FieldChange row : review.rows()) {
      if (row.kind() != FieldChange.Kind.UNCHANGED) {
        out.println("      " + review.key() + " " + row.field().name());
        out.println("        - " + row.base());
        out.println("        + " + row.mine());
      }
    }
  }

  private void meetUpstream(Workspace workspace, DraftSession draft)
      throws InterruptedException, IOException {
    application.services().sample().playUpstreamChange();
    done(workspace.refresh(Progress.none()));
    Waiting.until("the forecast", () -> workspace.forecast().get().isPresent());
    Forecast forecast = workspace.forecast().get().orElseThrow();
    go(Navigator::openRebase);
    show("upstream", forecast.upstreamChanges(), forecast.plan().conflicts().size());
    done(workspace.rebaseDraft());
    go(navigator -> navigator.openEntity(SPECIMEN));
    show("rebased", draft.draft().get().base().shortCommit());
  }

  private void submit(Workspace workspace, DraftSession draft)
      throws InterruptedException, IOException {
    go(Navigator::openSubmit);
    SubmitPreview preview = workspace.submits().preview(draft);
    show("check", preview.findings().size(), preview.files().size());
    SubmitOutcome outcome =
        workspace
            .submits()
            .submit(
                draft,
                preview.title(),
                preview.body(),
                false,
                report -> out.println("      " + report.step() + " " + report.state()),
                Progress.none());
    switch (outcome) {
      case SubmitOutcome.Sent sent ->
          show("sent", sent.submission().branch(), sent.submission().commit().substring(0, 7));
      case SubmitOutcome.Failed failed -> throw stopped(failed.refusal());
      case SubmitOutcome.UpstreamMoved moved ->
          throw new TourFailedException("Upstream moved a second time.");
    }
  }

  private void go(Consumer<Navigator> way) {
    application.onFx(() -> {
      Optional<Navigator> navigator = application.navigator();
      navigator.ifPresent(way);
      return navigator;
    });
  }

  /** Says what was done and saves what the window shows of it. */
  private void show(String name, Object... arguments) throws InterruptedException, IOException {
    step++;
    Thread.sleep(SETTLE);
    Path file = folder.resolve(String.format(java.util.Locale.ROOT, "%02d-%s.png", step, name));
    application.savePicture(file, WIDTH, HEIGHT);
    out.println(step + ". " + texts.get("tour." + name, arguments));
    out.println("      " + file);
    out.flush();
  }

  private <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T> done -> done.value();
      case Outcome.Refused<T> refused -> throw stopped(refused.refusal());
    };
  }

  private TourFailedException stopped(Refusal refusal) {
    return new TourFailedException(
        texts.get("refusal." + refusal.code() + ".text", refusal.arguments().toArray())
            + " ("
            + refusal.code()
            + ")");
  }
}
