package org.ontodraft.app.ui.submit;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.submit.LatelyChanged;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.service.submit.Suggested;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;

/** Who could review: by name at once, by user name once the forge has told it. FX thread. */
final class ReviewersModel {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final WishesModel wishes;
  private final ReadOnlyObjectWrapper<List<String>> suggested =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private List<String> logins = List.of();
  private @Nullable List<LatelyChanged> asked;

  ReviewersModel(Workspace workspace, TaskRunner tasks, Texts texts, WishesModel wishes) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.wishes = wishes;
    wishes.reviewers().subscribe((before, now) -> offer());
  }

  /** Names those who changed the files of a draft; asks nobody. */
  void name(SubmitPreview preview) {
    if (!preview.lately().equals(asked)) {
      asked = null;
      logins = List.of();
      say(preview, preview.lately().isEmpty() ? "" : "submit.reviewers.lately");
      offer();
    }
  }

  /** Asks the forge for their user names, unless it was asked. */
  void ask(SubmitPreview preview) {
    List<LatelyChanged> lately = preview.lately();
    if (lately.isEmpty() || lately.equals(asked) || !preview.opensPullRequest()) {
      return;
    }
    asked = lately;
    tasks.latest(
        "suggest-reviewers",
        BackgroundTask.of(
                "suggest reviewers", progress -> workspace.submits().suggestReviewers(preview))
            .onSuccess(outcome -> take(preview, outcome)));
  }

  private void take(SubmitPreview preview, Outcome<Suggested> outcome) {
    if (!preview.lately().equals(asked)) {
      return;
    }
    switch (outcome) {
      case Outcome.Done<Suggested>(Suggested found) -> {
        logins = found.logins();
        say(
            preview,
            !found.told()
                ? "submit.reviewers.untold"
                : logins.isEmpty() ? "submit.reviewers.nobody" : "submit.reviewers.lately");
      }
      case Outcome.Refused<Suggested> refused -> {
        String code = refused.refusal().code();
        Object[] arguments = refused.refusal().arguments().toArray();
        say(
            preview,
            "submit.reviewers.unknown",
            texts.get("refusal." + code + ".title", arguments),
            code);
      }
    }
    offer();
  }

  private void say(SubmitPreview preview, String key, String... more) {
    if (key.isEmpty()) {
      note.set("");
      return;
    }
    Object[] arguments = new Object[1 + more.length];
    arguments[0] =
        preview.lately().stream().map(LatelyChanged::name).collect(Collectors.joining(", "));
    System.arraycopy(more, 0, arguments, 1, more.length);
    note.set(texts.get(key, arguments));
  }

  private void offer() {
    List<String> named = wishes.reviewerNames();
    suggested.set(
        logins.stream()
            .filter(login -> named.stream().noneMatch(login::equalsIgnoreCase))
            .toList());
  }

  /** Asks somebody to review. */
  void add(String login) {
    String typed = wishes.reviewers().get().strip().replaceFirst("[,;\\s]+$", "");
    wishes.reviewers().set(typed.isEmpty() ? login : typed + ", " + login);
  }

  /** User names that can be added with a click, without those that are typed. */
  ReadOnlyObjectProperty<List<String>> suggested() {
    return suggested.getReadOnlyProperty();
  }

  /** Who changed the files lately, in a sentence; empty when that is not known. */
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }
}
