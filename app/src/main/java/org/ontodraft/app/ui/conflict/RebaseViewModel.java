package org.ontodraft.app.ui.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.validation.Finding;
import tools.jackson.databind.JsonNode;

/** Every decision that moving the open draft takes, the open ones first. FX thread. */
final class RebaseViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ObservableList<RebaseRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper move = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper clean = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper(false);

  RebaseViewModel(
      Workspace workspace,
      TaskRunner tasks,
      Navigator navigator,
      Texts texts,
      ErrorPresenter errors,
      Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.navigator = navigator;
    this.texts = texts;
    this.errors = errors;
    subscriptions.add(workspace.forecast().follow(forecast -> fx.execute(this::rebuild)));
  }

  /** What the rows are made of, worked out off the FX thread. */
  private record Content(Optional<Forecast> forecast, List<RebaseRow> rows) {}

  private void rebuild() {
    tasks.latest(
        "rebase-page",
        BackgroundTask.of(
                "rebase page",
                progress -> {
                  Optional<Forecast> forecast = workspace.forecast().get();
                  return new Content(
                      forecast,
                      forecast
                          .map(found -> rowsOf(found.plan(), workspace.effective().get()))
                          .orElse(List.of()));
                })
            .onSuccess(this::take));
  }

  private void take(Content content) {
    rows.setAll(content.rows());
    behind.set(content.forecast().isPresent());
    content
        .forecast()
        .ifPresentOrElse(
            forecast -> {
              long open = content.rows().stream().filter(RebaseRow::open).count();
              clean.set(forecast.plan().clean());
              move.set(texts.get("rebase.move", forecast.onto().shortCommit()));
              sentence.set(
                  forecast.plan().clean()
                      ? texts.get("rebase.clean", forecast.upstreamChanges())
                      : texts.get("rebase.open", forecast.upstreamChanges(), open));
            },
            () -> {
              clean.set(false);
              sentence.set(texts.get("rebase.newest"));
            });
  }

  private List<RebaseRow> rowsOf(RebasePlan plan, DraftOverlay view) {
    List<RebaseRow> made = new ArrayList<>();
    for (EntityMerge merge : plan.merges()) {
      String label = label(view, merge.key());
      switch (merge.kind()) {
        case MERGED -> {
          for (FieldDecision decision : merge.decisions()) {
            made.add(row(merge.key(), label, decision));
          }
        }
        case CONVERGED, DELETED_UPSTREAM, UPDATED_UPSTREAM, CREATED_TWICE ->
            made.add(
                new RebaseRow(
                    merge.key(),
                    label,
                    "",
                    "",
                    "",
                    "",
                    "",
                    texts.get("rebase.entity." + name(merge.kind())),
                    merge.hasConflict()));
      }
    }
    for (Finding finding : plan.semanticConflicts()) {
      made.add(
          new RebaseRow(
              finding.key(),
              label(view, finding.key()),
              finding.pointer(),
              "",
              "",
              "",
              "",
              texts
                  .find("finding." + finding.rule(), finding.arguments().toArray())
                  .orElse(finding.rule()),
              true));
    }
    made.sort(Comparator.comparing(RebaseRow::open).reversed());
    return made;
  }

  private RebaseRow row(EntityKey key, String label, FieldDecision decision) {
    boolean open = decision.reason() == FieldDecision.Reason.CONFLICT;
    return new RebaseRow(
        key,
        label,
        decision.field().name(),
        value(decision.base()),
        value(decision.draft()),
        value(decision.canonical()),
        open ? "" : value(decision.result()),
        texts.get("rebase.reason." + name(decision.reason())),
        open);
  }

  private static String label(DraftOverlay view, EntityKey key) {
    return view.find(key).map(EntitySummary::label).orElse(key.key());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String value(@Nullable JsonNode value) {
    if (value == null) {
      return texts.get("rebase.value.absent");
    }
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(this::value)
          .collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  ObservableList<RebaseRow> rows() {
    return rows;
  }

  /** How things stand, in a sentence. */
  ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** The words on the button that moves the draft. */
  ReadOnlyStringProperty move() {
    return move.getReadOnlyProperty();
  }

  /** Whether there is a newer version. */
  ReadOnlyBooleanProperty behind() {
    return behind.getReadOnlyProperty();
  }

  /** Whether the draft can move without a decision. */
  ReadOnlyBooleanProperty clean() {
    return clean.getReadOnlyProperty();
  }

  /** Whether the draft is being moved. */
  ReadOnlyBooleanProperty moving() {
    return moving.getReadOnlyProperty();
  }

  void open(RebaseRow row) {
    navigator.openEntity(row.entity());
  }

  /** Moves the draft to the newest version. */
  void moveDraft() {
    if (moving.get()) {
      return;
    }
    moving.set(true);
    tasks.inOrder(
        "edits",
        BackgroundTask.<Outcome<DraftSession>>of("rebase", progress -> workspace.rebaseDraft())
            .onSuccess(outcome -> {
              if (outcome instanceof Outcome.Refused<DraftSession> refused) {
                errors.show(refused.refusal());
              }
            })
            .onEnd(() -> moving.set(false)));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
