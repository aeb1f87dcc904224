package org.ontodraft.app.ui.activity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.Job;
import org.ontodraft.app.task.Jobs;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;

/** The jobs of the program in words. FX thread. */
public final class ActivityViewModel implements AutoCloseable {
  private final Jobs jobs;
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<List<Job>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription following;

  /**
   * Follows the jobs.
   *
   * @param fx where what changed elsewhere is taken up: the FX thread
   */
  public ActivityViewModel(
      Jobs jobs, Texts texts, Dates dates, ErrorPresenter errors, Executor fx) {
    this.jobs = jobs;
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
    this.following = jobs.list().follow(list -> fx.execute(() -> shown.set(jobs.list().get())));
  }

  /** The jobs, the newest first. */
  ReadOnlyObjectProperty<List<Job>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** What a job is: {@code Back up: ~/garden.zip}. */
  String title(Job job) {
    String name = texts.get("job." + job.name());
    return job.subject().isEmpty() ? name : name + ": " + job.subject();
  }

  /** How it stands, in words. */
  String state(Job job) {
    return switch (job.state()) {
      case RUNNING -> {
        String stage = job.progress().stage();
        String words = stage.isEmpty() ? "" : texts.find("stage." + stage).orElse("");
        yield words.isEmpty() ? texts.get("activity.running") : words;
      }
      case DONE -> texts.get("activity.done");
      case CANCELLED -> texts.get("activity.cancelled");
      case FAILED -> job.failure().map(this::why).orElse(texts.get("activity.failed"));
    };
  }

  /** Why it failed, in a sentence with the code to quote. */
  private String why(Job.Failure failure) {
    Exception fault = failure.fault();
    if (fault != null) {
      return texts.get("fault.text", fault.getClass().getSimpleName());
    }
    Notice notice = errors.notice(new Refusal(failure.code(), failure.arguments()));
    return Stream.of(notice.title(), notice.text(), notice.next())
            .filter(words -> !words.isEmpty())
            .map(words -> words.endsWith(".") ? words : words + ".")
            .collect(Collectors.joining(" "))
        + " ("
        + failure.code()
        + ")";
  }

  /** When it began and, once it has ended, how long it took. */
  String times(Job job) {
    String began = dates.moment(job.began());
    return job.ended() == null
        ? texts.get("activity.since", began)
        : texts.get(
            "activity.took", began, Duration.between(job.began(), job.ended()).toMillis() / 1000.0);
  }

  /** How far it is, from 0 to 1; below 0 when nobody knows. */
  static double share(Job job) {
    return job.progress().total() > 0
        ? Math.min(1, (double) job.progress().done() / job.progress().total())
        : -1;
  }

  boolean canCancel(Job job) {
    return jobs.canCancel(job);
  }

  void cancel(Job job) {
    jobs.cancel(job);
  }

  boolean canRepeat(Job job) {
    return jobs.canRepeat(job);
  }

  void repeat(Job job) {
    jobs.repeat(job);
  }

  /** Takes what has ended off the list. */
  void clear() {
    jobs.clear();
  }

  /** Jobs as tab-separated lines, with a heading. */
  String tsv(List<Job> lines) {
    StringBuilder out =
        new StringBuilder(
            String.join(
                "\t",
                texts.get("activity.column.job"),
                texts.get("activity.column.state"),
                texts.get("activity.column.time")));
    for (Job job : lines) {
      out.append('\n')
          .append(String.join("\t", cell(title(job)), cell(state(job)), cell(times(job))));
    }
    return out.append('\n').toString();
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }

  @Override
  public void close() {
    following.close();
  }
}
