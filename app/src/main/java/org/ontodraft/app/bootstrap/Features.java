package org.ontodraft.app.bootstrap;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.app.ui.conflict.RebasePage;
import org.ontodraft.app.ui.diff.ReviewPage;
import org.ontodraft.app.ui.diff.ReviewView;
import org.ontodraft.app.ui.diff.ReviewViewModel;
import org.ontodraft.app.ui.editor.DraftEdits;
import org.ontodraft.app.ui.editor.EntityPage;
import org.ontodraft.app.ui.editor.EntityReader;
import org.ontodraft.app.ui.editor.EntityViewModel;
import org.ontodraft.app.ui.editor.TypingPause;
import org.ontodraft.app.ui.submit.SubmitPage;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** The features of one open workspace, put together by hand. FX thread. */
final class Features implements WorkspaceFeatures {
  private final Workspace workspace;
  private final Navigator navigator;
  private final Services services;
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;
  private final DraftEdits edits;
  private final Executor fx = FxThread::run;

  Features(
      Workspace workspace,
      Navigator navigator,
      Services services,
      Texts texts,
      Dates dates,
      Dialogs dialogs,
      ErrorPresenter errors,
      NoticeBoard board) {
    this.workspace = workspace;
    this.navigator = navigator;
    this.services = services;
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
    this.edits = new DraftEdits(workspace, services.tasks(), InstantSource.system());
  }

  @Override
  public Page page(Place place) {
    return switch (place) {
      case Place.Entity entity -> entity(entity.key());
      case Place.Rebase rebase ->
          new RebasePage(workspace, services.tasks(), navigator, texts, errors, fx);
      case Place.Review review -> review();
      case Place.Submit submit ->
          new SubmitPage(
              workspace,
              new DraftReviewService(),
              services.tasks(),
              navigator,
              texts,
              errors,
              fx);
    };
  }

  private Page review() {
    ReviewViewModel viewModel =
        new ReviewViewModel(
            workspace, new DraftReviewService(), services.tasks(), errors, texts);
    return new ReviewPage(
        viewModel, new ReviewView(viewModel, texts, dates, navigator, new Fxml(texts)), texts);
  }

  private Page entity(EntityKey key) {
    EntityViewModel viewModel =
        new EntityViewModel(
            key,
            workspace,
            new EntityReader(),
            edits,
            services.tasks(),
            navigator,
            new TypingPause(services.tasks()),
            fx);
    return new EntityPage(
        viewModel, new EntityPage.Tools(texts, errors, dates, new Fxml(texts), () -> {}, () -> {}));
  }

  @Override
  public Node drafts(Runnable hide) {
    return new javafx.scene.layout.VBox();
  }

  @Override
  public void newDraft() {}

  @Override
  public void newEntity(EntityType type, Optional<EntityKey> parent) {}

  @Override
  public void deleteEntity(EntityKey key) {}

  @Override
  public void close() {}
}
