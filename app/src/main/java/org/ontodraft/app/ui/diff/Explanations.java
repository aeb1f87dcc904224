package org.ontodraft.app.ui.diff;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.diff.ReviewSource.Sides;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.impact.ChangeImpact;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.Witness;

/**
 * What changes mean and whom they break, worked out in the background; the newest wins. Used by the
 * thread that the tasks deliver to.
 */
final class Explanations {
  private final TaskRunner tasks;
  private final Runnable changed;
  private final String taskKey = "review analysis " + UUID.randomUUID();
  private final Map<ChangeImpact, Witness> answers = new HashMap<>();
  private final Set<Question> questions = new LinkedHashSet<>();
  private @Nullable ChangeAnalysis analysis;

  /** Whom the changes of a field break; an empty field is the whole entity. */
  private record Question(EntityKey key, String field) {}

  /**
   * Nothing yet.
   *
   * @param changed called when more is known
   */
  Explanations(TaskRunner tasks, Runnable changed) {
    this.tasks = tasks;
    this.changed = changed;
  }

  /** What the changes mean; null until that is known. */
  @Nullable ChangeAnalysis analysis() {
    return analysis;
  }

  /** Whom major changes break, as far as that was asked. */
  Map<ChangeImpact, Witness> answers() {
    return answers;
  }

  /** Looks at other sides. What is known of the same ones stays until something newer is. */
  void follow(@Nullable Sides before, @Nullable Sides now) {
    if (now == null || before == null || !now.base().side().equals(before.base().side())) {
      analysis = null;
      answers.clear();
    }
    if (now != null) {
      tasks.latest(
          taskKey,
          BackgroundTask.of(
                  "review-analysis",
                  progress -> ChangeAnalysis.between(now.base().view(), now.mine().view()))
              .onSuccess(result -> {
                analysis = result;
                answers.clear();
                questions.forEach(question -> look(result, question));
                changed.run();
              }));
    }
  }

  /**
   * Looks for those whom the major changes of a field break; an empty field is the whole entity.
   */
  void ask(EntityKey key, String field) {
    Question question = new Question(key, field);
    questions.add(question);
    ChangeAnalysis known = analysis;
    if (known != null) {
      look(known, question);
    }
  }

  /** No longer looks for them. */
  void forget(EntityKey key, String field) {
    questions.remove(new Question(key, field));
  }

  private void look(ChangeAnalysis known, Question question) {
    List<ChangeImpact> asked =
        known.impacts(question.key()).stream()
            .filter(impact -> question.field().isEmpty() || impact.field().equals(question.field()))
            .filter(impact -> impact.level() == SemverLevel.MAJOR)
            .filter(impact -> !answers.containsKey(impact))
            .toList();
    tasks.start(
        BackgroundTask.of("witness", progress -> found(known, asked))
            .onSuccess(found -> {
              if (analysis == known) {
                answers.putAll(found);
                changed.run();
              }
            }));
  }

  private static Map<ChangeImpact, Witness> found(ChangeAnalysis known, List<ChangeImpact> asked) {
    Map<ChangeImpact, Witness> found = new HashMap<>();
    asked.forEach(impact -> known.witness(impact).ifPresent(who -> found.put(impact, who)));
    return found;
  }

  /** The field that is explained; empty for the entity as a whole. */
  static String field(ReviewRow row) {
    return switch (row) {
      case ReviewRow.Field shown when !shown.impacts().isEmpty() -> shown.place();
      case ReviewRow.Reason shown -> shown.field();
      default -> "";
    };
  }
}
