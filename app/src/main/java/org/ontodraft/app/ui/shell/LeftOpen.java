package org.ontodraft.app.ui.shell;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.Observable;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.settings.OpenTabs;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.model.draft.Draft;

/**
 * Opens what was left open of a workspace, its draft among it, hides what was hidden, and has what
 * is open remembered from then on. FX thread.
 */
final class LeftOpen implements AutoCloseable {
  private final WorkbenchViewModel workbench;
  private final Consumer<OpenTabs> remember;
  private final Subscription following;
  private String draft;
  private boolean hadDraft;
  private boolean closed;

  /**
   * Opens what was open before.
   *
   * @param remember keeps what is open now, after each change
   * @param fx the FX thread
   */
  LeftOpen(
      WorkbenchViewModel workbench, OpenTabs before, Consumer<OpenTabs> remember, Executor fx) {
    this.workbench = workbench;
    this.remember = remember;
    this.draft = before.draft();
    Workspace workspace = workbench.workspace();
    workspace.drafts().get().stream()
        .filter(each -> each.id().toString().equals(draft) && !each.archived())
        .map(Draft::id)
        .findFirst()
        .ifPresent(workbench::reopenDraft);
    workbench.tabs().restore(before, workbench.places()::canShow);
    workbench.hiddenPanes().addAll(before.hidden());
    workbench.tabs().watch(this::changed);
    workbench.hiddenPanes().addListener((Observable change) -> changed());
    following = workspace.draft().follow(now -> fx.execute(() -> draftIs(now)));
  }

  /** Before the first one is open there is none yet, which is not what is to be remembered. */
  private void draftIs(Optional<DraftSession> open) {
    if (open.isEmpty() && !hadDraft) {
      return;
    }
    hadDraft = true;
    draft = open.map(session -> session.draft().get().id()).map(UUID::toString).orElse("");
    changed();
  }

  private void changed() {
    if (!closed) {
      remember.accept(
          workbench.tabs().remembered().withDraft(draft).withHidden(workbench.hiddenPanes()));
    }
  }

  /** What goes from now on goes with the window. */
  @Override
  public void close() {
    closed = true;
    following.close();
  }
}
