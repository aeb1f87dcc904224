package org.ontodraft.app.ui.submit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.ComingAlong;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.ontology.OntologyVersion;

/** The branch to merge into, and what would come along into another than the usual. FX thread. */
final class TargetModel {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final StringProperty typed;
  private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
  private final ReadOnlyObjectWrapper<List<String>> branches =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean known;

  /** What was looked at last; null when that is nothing, or no longer so. */
  private @Nullable Looked looked;

  private @Nullable Onward onward;

  /** A branch, looked at for a base. */
  private record Looked(String branch, String base) {}

  /**
   * What is done once this was looked at; another look at the same, as the focus goes, keeps it.
   */
  private record Onward(Looked to, Runnable then) {}

  /**
   * What there is to say of the branch.
   *
   * @param warning whether a person should stop at it
   * @param next what else could be done; empty for nothing
   */
  record Said(boolean warning, String words, String next) {
    static final Said NOTHING = new Said(false, "", "");
  }

  /**
   * For a workspace.
   *
   * @param typed the branch as it is typed; empty for the usual one
   */
  TargetModel(Workspace workspace, TaskRunner tasks, Texts texts, StringProperty typed) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.typed = typed;
    typed.subscribe((before, now) -> mind());
  }

  /** The branch as it is typed; empty for the usual one. */
  StringProperty typed() {
    return typed;
  }

  /** The branch that a draft is merged into when nothing else is said; empty without a draft. */
  String usual() {
    return base().map(OntologyVersion::branch).orElse("");
  }

  /** Merges into the usual branch. */
  void useUsual() {
    typed.set("");
  }

  /** What there is to say of the branch. */
  ReadOnlyObjectProperty<Said> said() {
    return said.getReadOnlyProperty();
  }

  /** Those that can be chosen, as far as they are known. */
  ReadOnlyObjectProperty<List<String>> branches() {
    return branches.getReadOnlyProperty();
  }

  private Optional<OntologyVersion> base() {
    return workspace.draft().get().map(session -> session.draft().get().base());
  }

  private String branch() {
    String name = typed.get().strip();
    return name.equals(usual()) ? "" : name;
  }

  /** What was said of another branch, or another base, does not hold. */
  private void mind() {
    Looked last = looked;
    if (last != null && !last.equals(wanted().orElse(null))) {
      looked = null;
      said.set(Said.NOTHING);
    }
  }

  private Optional<Looked> wanted() {
    String name = branch();
    return name.isEmpty() ? Optional.empty() : base().map(at -> new Looked(name, at.commit()));
  }

  /** Asks the remote for its branches, once. */
  void askBranches() {
    if (!known) {
      tasks.latest(
          "target-branches",
          BackgroundTask.of("target branches", progress -> workspace.submits().targets(progress))
              .onSuccess(this::take));
    }
  }

  private void take(Outcome<List<String>> outcome) {
    switch (outcome) {
      case Outcome.Done<List<String>> done -> {
        known = true;
        branches.set(done.value());
      }
      case Outcome.Refused<List<String>> refused when said.get().words().isEmpty() ->
          said.set(
              new Said(
                  false,
                  texts.get(
                      "submit.into.unknown", title(refused.refusal()), refused.refusal().code()),
                  ""));
      case Outcome.Refused<List<String>> alreadySaid -> {}
    }
  }

  private String title(Refusal refusal) {
    return texts.get("refusal." + refusal.code() + ".title", refusal.arguments().toArray());
  }

  /** Looks what would come along, unless that was looked at. */
  void look() {
    mind();
    Optional<DraftSession> session = workspace.draft().get();
    Optional<Looked> wanted = wanted();
    if (session.isPresent() && wanted.isPresent() && !wanted.get().equals(looked)) {
      look(session.get(), wanted.get());
    }
  }

  /**
   * Looks what would come along, unless that was looked at, and goes on where there is nothing to
   * stop at, or a person was told before.
   */
  void settle(Runnable then) {
    mind();
    Optional<DraftSession> session = workspace.draft().get();
    Optional<Looked> wanted = wanted();
    if (session.isEmpty() || wanted.isEmpty() || wanted.get().equals(looked)) {
      then.run();
      return;
    }
    onward = new Onward(wanted.get(), then);
    look(session.get(), wanted.get());
  }

  private void look(DraftSession session, Looked wanted) {
    said.set(new Said(false, texts.get("submit.into.asking"), ""));
    tasks.latest(
        "target-look",
        BackgroundTask.of(
                "target look",
                progress -> workspace.submits().comingAlong(session, wanted.branch(), progress))
            .onSuccess(outcome -> {
              if (Optional.of(wanted).equals(wanted())) {
                looked = wanted;
                Said words = words(outcome, wanted.branch());
                said.set(words);
                goOn(wanted, !words.warning());
              }
            }));
  }

  private void goOn(Looked seen, boolean may) {
    Onward waiting = onward;
    onward = null;
    if (may && waiting != null && waiting.to().equals(seen)) {
      waiting.then().run();
    }
  }

  private Said words(Outcome<ComingAlong> outcome, String branch) {
    return switch (outcome) {
      case Outcome.Done<ComingAlong>(ComingAlong along) when along.count() == 0 -> Said.NOTHING;
      case Outcome.Done<ComingAlong>(ComingAlong along) ->
          new Said(
              true,
              texts.get(
                  "submit.into.foreign",
                  along.into(),
                  along.count(),
                  along.from(),
                  String.join("; ", along.newest())
                      + (along.count() > along.newest().size() ? " \u2026" : "")),
              texts.get("submit.into.foreign.next", along.from()));
      case Outcome.Refused<ComingAlong>(Refusal refusal) when refusal.code().equals("SUBMIT-10") ->
          new Said(
              true,
              texts.get("submit.into.none", refusal.arguments().get(1), branch),
              texts.get("refusal.SUBMIT-10.next", refusal.arguments().toArray()));
      case Outcome.Refused<ComingAlong>(Refusal refusal) ->
          new Said(
              false,
              texts.get("submit.into.uncounted", branch, title(refusal), refusal.code()),
              "");
    };
  }
}
