package org.ontodraft.app.task;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on virtual threads and delivers what comes of them. Cancelling asks, it never
 * interrupts: an interrupt would close the database file.
 */
public final class TaskRunner implements AutoCloseable {
  private final Executor delivery;
  private final Consumer<TaskFailure> failures;
  private final ExecutorService threads;
  private final Set<RunningTask> cancellable = ConcurrentHashMap.newKeySet();
  private final Map<String, RunningTask> latest = new ConcurrentHashMap<>();
  private final Map<String, ExecutorService> queues = new ConcurrentHashMap<>();
  private final Jobs jobs = new Jobs(InstantSource.system());

  /**
   * A runner.
   *
   * @param delivery where handlers run: the FX thread
   * @param failures hears of every failure that has no handler of its own
   */
  public TaskRunner(Executor delivery, Consumer<TaskFailure> failures) {
    this.delivery = delivery;
    this.failures = failures;
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("task-", 1).factory());
  }

  /** The tasks that a person may want to know of. */
  public Jobs jobs() {
    return jobs;
  }

  /** Starts a task beside others. */
  public <T extends @Nullable Object> RunningTask start(BackgroundTask<T> task) {
    RunningTask running = new RunningTask();
    execute(task, running);
    return running;
  }

  /** Starts a task whose result replaces that of any earlier one with this key: newest wins. */
  public <T extends @Nullable Object> RunningTask latest(String key, BackgroundTask<T> task) {
    RunningTask running = new RunningTask();
    RunningTask earlier = latest.put(key, running);
    if (earlier != null) {
      earlier.cancel();
    }
    execute(
        threads,
        task,
        running,
        () -> {
          run(task, running);
          latest.remove(key, running);
        });
    return running;
  }

  /** Starts a task after all earlier ones with this key have ended: none is skipped. */
  public <T extends @Nullable Object> RunningTask inOrder(String key, BackgroundTask<T> task) {
    RunningTask running = new RunningTask();
    Executor queue =
        queues.computeIfAbsent(
            key,
            k -> Executors.newSingleThreadExecutor(Thread.ofVirtual().name(k + "-", 1).factory()));
    execute(queue, task, running, () -> run(task, running));
    return running;
  }

  /**
   * Does all of these beside each other for a caller that waits: part of a task, not one itself.
   * When one fails the others still end, and the first failure is thrown as it was.
   */
  public <T> List<T> all(List<Callable<T>> parts) {
    List<FutureTask<T>> running = parts.stream().map(FutureTask::new).toList();
    running.stream().skip(1).forEach(threads::execute);
    running.stream().limit(1).forEach(FutureTask::run);
    return results(running);
  }

  /** Does this beside a caller, who asks for the result in time and then waits for it. */
  public <T> Supplier<T> beside(Callable<T> part) {
    FutureTask<T> running = new FutureTask<>(part);
    threads.execute(running);
    return () -> results(List.of(running)).getFirst();
  }

  /** Waits for all of these, and throws the first failure as it was. */
  private static <T> List<T> results(List<FutureTask<T>> running) {
    boolean interrupted = false;
    List<T> results = new ArrayList<>();
    @Nullable Throwable failure = null;
    for (FutureTask<T> part : running) {
      while (true) {
        try {
          results.add(part.get());
          break;
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (ExecutionException failed) {
          failure = failure == null ? failed.getCause() : failure;
          break;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return switch (failure) {
      case null -> results;
      case RuntimeException known -> throw known;
      case Error fatal -> throw fatal;
      default -> throw new IllegalStateException(failure);
    };
  }

  private <T extends @Nullable Object> void execute(BackgroundTask<T> task, RunningTask running) {
    cancellable.add(running);
    execute(
        threads,
        task,
        running,
        () -> {
          run(task, running);
          cancellable.remove(running);
          latest.values().remove(running);
        });
  }

  /** A view may still ask for something while the program ends: that is cancelled at once. */
  private void execute(
      Executor executor, BackgroundTask<?> task, RunningTask running, Runnable work) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException closed) {
      running.cancel();
      running.finish();
      delivery.execute(() -> {
        task.cancel();
        task.end();
      });
    }
  }

  private <T extends @Nullable Object> void run(BackgroundTask<T> task, RunningTask running) {
    JobNote<? super T> note = task.note();
    long job = note == null ? Jobs.NONE : jobs.begin(note, running);
    try {
      running.checkCancelled();
      T result = task.run(new Reporter(task, running, job));
      delivery.execute(() -> {
        if (running.cancelled()) {
          jobs.end(job, Job.State.CANCELLED, Optional.empty());
          task.cancel();
        } else {
          Optional<Job.Failure> refused =
              note == null ? Optional.empty() : note.refused().apply(result);
          jobs.end(job, refused.isEmpty() ? Job.State.DONE : Job.State.FAILED, refused);
          task.succeed(result);
        }
        task.end();
      });
    } catch (CancellationException stopped) {
      delivery.execute(() -> {
        jobs.end(job, Job.State.CANCELLED, Optional.empty());
        task.cancel();
        task.end();
      });
    } catch (Exception failure) {
      delivery.execute(() -> {
        fail(task, job, failure);
        task.end();
      });
    } catch (Error fatal) {
      delivery.execute(() -> {
        fail(task, job, new ExecutionException(fatal));
        task.end();
      });
    } finally {
      running.finish();
    }
  }

  private <T extends @Nullable Object> void fail(
      BackgroundTask<T> task, long job, Exception failure) {
    jobs.end(job, Job.State.FAILED, Optional.of(new Job.Failure("", List.of(), failure)));
    Consumer<? super Exception> handler = task.failureHandler();
    if (handler == null) {
      failures.accept(new TaskFailure(task.name(), failure));
    } else {
      handler.accept(failure);
    }
  }

  /**
   * Asks the running tasks to stop and waits; those in a queue are all done first. A task that is
   * asked for afterwards is cancelled, one for a queue is refused with an exception.
   */
  @Override
  public void close() {
    cancellable.forEach(RunningTask::cancel);
    queues.values().forEach(ExecutorService::close);
    threads.close();
  }

  private final class Reporter implements Progress {
    private final BackgroundTask<?> task;
    private final RunningTask running;
    private final long job;
    private final AtomicReference<@Nullable ProgressReport> waiting = new AtomicReference<>();
    private volatile ProgressReport present = new ProgressReport("", 0, 0);

    Reporter(BackgroundTask<?> task, RunningTask running, long job) {
      this.task = task;
      this.job = job;
      this.running = running;
    }

    @Override
    public void stage(String stage, long total) {
      checkCancelled();
      publish(new ProgressReport(stage, 0, total));
    }

    @Override
    public void done(long units) {
      checkCancelled();
      publish(new ProgressReport(present.stage(), units, present.total()));
    }

    private void publish(ProgressReport report) {
      present = report;
      if (waiting.getAndSet(report) == null) {
        delivery.execute(() -> {
          ProgressReport newest = waiting.getAndSet(null);
          if (newest != null) {
            jobs.progress(job, newest);
            task.report(newest);
          }
        });
      }
    }

    @Override
    public boolean cancelled() {
      return running.cancelled();
    }
  }
}
