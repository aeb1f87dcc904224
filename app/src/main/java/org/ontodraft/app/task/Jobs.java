package org.ontodraft.app.task;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;

/** The jobs that run and those that ended last, the newest first. Thread-safe. */
public final class Jobs {
  /** The id of what is no job. */
  static final long NONE = 0;

  /** How many ended ones are remembered. */
  private static final int REMEMBERED = 100;

  private final InstantSource clock;
  private final State<List<Job>> jobs = new State<>(List.of());
  private final Map<Long, Handle> handles = new ConcurrentHashMap<>();
  private long next = NONE + 1;

  private record Handle(JobNote<?> note, RunningTask running) {}

  Jobs(InstantSource clock) {
    this.clock = clock;
  }

  /** What to show. */
  public Observed<List<Job>> list() {
    return jobs;
  }

  /** Whether a job runs that can be stopped. */
  public boolean canCancel(Job job) {
    Handle handle = handles.get(job.id());
    return handle != null
        && job.state() == Job.State.RUNNING
        && handle.note().cancellable()
        && !handle.running().cancelled();
  }

  /** Asks a job to stop, if it can be. */
  public void cancel(Job job) {
    Handle handle = handles.get(job.id());
    if (handle != null && canCancel(job)) {
      handle.running().cancel();
    }
  }

  /** Whether a job failed and can be begun again. */
  public boolean canRepeat(Job job) {
    Handle handle = handles.get(job.id());
    return handle != null && job.state() == Job.State.FAILED && handle.note().again() != null;
  }

  /** Begins a job once more, if it can be; on the thread that handlers run on. */
  public void repeat(Job job) {
    Handle handle = handles.get(job.id());
    Runnable again = handle == null ? null : handle.note().again();
    if (canRepeat(job) && again != null) {
      forget(job);
      again.run();
    }
  }

  /** Takes what has ended off the list. */
  public void clear() {
    jobs.update(all -> {
      all.stream()
          .filter(job -> job.state() != Job.State.RUNNING)
          .forEach(job -> handles.remove(job.id()));
      return all.stream().filter(job -> job.state() == Job.State.RUNNING).toList();
    });
  }

  private void forget(Job job) {
    handles.remove(job.id());
    jobs.update(all -> all.stream().filter(other -> other.id() != job.id()).toList());
  }

  synchronized long begin(JobNote<?> note, RunningTask running) {
    long id = next++;
    handles.put(id, new Handle(note, running));
    Job job =
        new Job(
            id,
            note.name(),
            note.subject(),
            Job.State.RUNNING,
            new ProgressReport("", 0, 0),
            clock.instant(),
            null,
            Optional.empty());
    jobs.update(all -> with(all, job));
    return id;
  }

  private List<Job> with(List<Job> all, Job job) {
    List<Job> more = new ArrayList<>(all.size() + 1);
    more.add(job);
    int ended = 0;
    for (Job other : all) {
      if (other.state() == Job.State.RUNNING || ++ended <= REMEMBERED) {
        more.add(other);
      } else {
        handles.remove(other.id());
      }
    }
    return List.copyOf(more);
  }

  /** Does nothing for an id that {@link #begin} did not give. */
  void progress(long id, ProgressReport report) {
    replace(id, report, null, Optional.empty());
  }

  /** Does nothing for an id that {@link #begin} did not give. */
  void end(long id, Job.State how, Optional<Job.Failure> why) {
    replace(id, null, how, why);
  }

  private void replace(
      long id,
      @Nullable ProgressReport report,
      Job.@Nullable State how,
      Optional<Job.Failure> why) {
    if (!handles.containsKey(id)) {
      return; // most tasks are no jobs
    }
    jobs.update(all ->
        all.stream()
            .map(job -> {
              if (job.id() != id || job.state() != Job.State.RUNNING) {
                return job;
              }
              Job progressed = report == null ? job : job.progressed(report);
              return how == null ? progressed : progressed.ended(how, clock.instant(), why);
            })
            .toList());
  }
}
