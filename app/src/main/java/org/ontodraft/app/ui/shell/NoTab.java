package org.ontodraft.app.ui.shell;

import java.util.Optional;
import javafx.scene.control.Button;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.draft.Draft;

/** What stands where no tab is: how to begin, or to go on with a draft. FX thread. */
final class NoTab {
  private final WorkbenchViewModel viewModel;
  private final Texts texts;
  private final Runnable newDraft;

  /**
   * For a workbench.
   *
   * @param newDraft asks for a new draft
   */
  NoTab(WorkbenchViewModel viewModel, Texts texts, Runnable newDraft) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.newDraft = newDraft;
  }

  /** What is to be said now. */
  EmptyState shown() {
    return viewModel.hasDraft().get() ? nothingOpen() : noDraft();
  }

  private EmptyState nothingOpen() {
    return new EmptyState(
        Glyph.TREE, texts.get("workbench.empty.title"), texts.get("workbench.empty.text"));
  }

  private EmptyState noDraft() {
    Button start = new Button(texts.get("workbench.start"), new Icon(Glyph.PLUS));
    start.setOnAction(event -> newDraft.run());
    Optional<Draft> newest = viewModel.newestDraft();
    if (newest.isEmpty()) {
      start.getStyleClass().add("accent");
      return new EmptyState(
          Glyph.BRANCH,
          texts.get("workbench.nodraft.title"),
          texts.get("workbench.nodraft.text"),
          start);
    }
    Button goOn = new Button(texts.get("workbench.continue", newest.get().title()));
    goOn.getStyleClass().add("accent");
    goOn.setOnAction(event -> viewModel.openDraft(newest.get()));
    return new EmptyState(
        Glyph.BRANCH,
        texts.get("workbench.draftclosed.title"),
        texts.get("workbench.draftclosed.text"),
        goOn,
        start);
  }
}
