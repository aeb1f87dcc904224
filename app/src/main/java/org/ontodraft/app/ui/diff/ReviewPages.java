package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.review.Comparisons;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.diff.ReviewView.Tools;

/** Makes the pages that show what differs, and chooses what they compare. FX thread. */
public final class ReviewPages {
  private final Workspace workspace;
  private final ReviewService reviews;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Tools tools;
  private final Texts texts;
  private final ChosenSides chosen = new ChosenSides();

  /** Pages of a workspace. */
  public ReviewPages(
      Workspace workspace,
      ReviewService reviews,
      TaskRunner tasks,
      ErrorPresenter errors,
      Tools tools) {
    this.workspace = workspace;
    this.reviews = reviews;
    this.tasks = tasks;
    this.errors = errors;
    this.tools = tools;
    this.texts = tools.texts();
  }

  /** The changes of the open draft. */
  public Page review() {
    return page(
        ReviewViewModel.ofDraft(workspace, reviews, tasks, errors, texts),
        "review.tab",
        Glyph.CHANGES);
  }

  /** What differs between the sides that were chosen; at first, upstream and what is shown. */
  public Page compare() {
    if (chosen.sides().get().isEmpty()) {
      ComparedSide shown =
          workspace
              .draft()
              .get()
              .<ComparedSide>map(session -> new ComparedSide.OfDraft(session.id()))
              .orElseGet(ComparedSide.Upstream::new);
      compare(new ComparedSide.Upstream(), shown);
    }
    return page(
        new ReviewViewModel(
            new ComparedChanges(workspace, reviews, chosen), workspace, tasks, errors, texts),
        "compare.tab",
        Glyph.COMPARE);
  }

  private Page page(ReviewViewModel model, String title, Glyph icon) {
    SideChoosing choosing =
        new SideChoosing(this::findChoices, tools.navigator()::openCompare, this::askCommit);
    ReviewView view = new ReviewView(model, choosing, tools, new Fxml(texts));
    return new ReviewPage(model, view, texts.get(title), icon);
  }

  /** Chooses what {@link #compare()} compares. */
  public void compare(ComparedSide base, ComparedSide mine) {
    chosen.choose(base, mine);
  }

  private void findChoices(Consumer<List<Comparisons.Choice>> found) {
    tasks.latest(
        "compare choices",
        BackgroundTask.of("compare-choices", progress -> workspace.comparisons().choices())
            .onSuccess(found));
  }

  private void askCommit(Consumer<ComparedSide> chosenSide) {
    TextField name = new TextField();
    Label label = new Label(texts.get("compare.commit.label"));
    label.setLabelFor(name);
    VBox content = new VBox(label, name);
    content.getStyleClass().add("form");
    tools
        .dialogs()
        .form(
            texts.get("compare.commit.title"),
            content,
            texts.get("compare.commit.do"),
            name.textProperty().isNotEmpty(),
            name,
            () ->
                tasks.start(
                    BackgroundTask.of(
                            "compare-named",
                            progress -> workspace.comparisons().named(name.getText()))
                        .onSuccess(outcome -> {
                          switch (outcome) {
                            case Outcome.Done<ComparedSide>(ComparedSide side) ->
                                chosenSide.accept(side);
                            case Outcome.Refused<ComparedSide> refused ->
                                errors.show(refused.refusal());
                          }
                        })));
  }
}
