package org.ontodraft.app.task;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work and who wants to hear of it. The work runs off the FX thread; the handlers run
 * where the {@link TaskRunner} delivers. Without {@link #onFailure} the runner's reporter speaks.
 */
public final class BackgroundTask<T extends @Nullable Object> {
  /** The work; it may throw anything. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    /** Does it. */
    T run(Progress progress) throws Exception;
  }

  private final String name;
  private final Work<T> work;
  private Consumer<? super T> success = result -> {};
  private @Nullable Consumer<? super Exception> failure;
  private Consumer<ProgressReport> progress = report -> {};
  private Runnable cancelled = () -> {};
  private Runnable ended = () -> {};
  private @Nullable JobNote<? super T> note;

  private BackgroundTask(String name, Work<T> work) {
    this.name = name;
    this.work = work;
  }

  /** A task with a name for logs and the task list. */
  public static <T extends @Nullable Object> BackgroundTask<T> of(String name, Work<T> work) {
    return new BackgroundTask<>(name, work);
  }

  /** Puts the task on the list of jobs, where a person can follow it. */
  public BackgroundTask<T> asJob(JobNote<? super T> words) {
    note = words;
    return this;
  }

  /** Told the result. */
  public BackgroundTask<T> onSuccess(Consumer<? super T> handler) {
    success = handler;
    return this;
  }

  /** Told a failure instead of the runner's reporter. */
  public BackgroundTask<T> onFailure(Consumer<? super Exception> handler) {
    failure = handler;
    return this;
  }

  /** Told how far it is; at most one report waits for delivery. */
  public BackgroundTask<T> onProgress(Consumer<ProgressReport> handler) {
    progress = handler;
    return this;
  }

  /** Told that it was cancelled or overtaken before it had a result. */
  public BackgroundTask<T> onCancelled(Runnable handler) {
    cancelled = handler;
    return this;
  }

  /** Told last, however it ended. */
  public BackgroundTask<T> onEnd(Runnable handler) {
    ended = handler;
    return this;
  }

  String name() {
    return name;
  }

  @Nullable JobNote<? super T> note() {
    return note;
  }

  T run(Progress reporter) throws Exception {
    return work.run(reporter);
  }

  void succeed(T result) {
    success.accept(result);
  }

  @Nullable Consumer<? super Exception> failureHandler() {
    return failure;
  }

  void report(ProgressReport report) {
    progress.accept(report);
  }

  void cancel() {
    cancelled.run();
  }

  void end() {
    ended.run();
  }
}
