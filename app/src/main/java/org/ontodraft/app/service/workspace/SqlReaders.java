package org.ontodraft.app.service.workspace;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.ontology.EffectiveRows;
import org.ontodraft.model.ontology.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the effective rows fresh for those who read by SQL; no screen waits for it. A refresh takes
 * the server minutes where there is much, so it begins when nobody has waited for a sync for a
 * while, and never beside another one. What the store is away for is left out: the next sync asks
 * again. Thread-safe.
 */
final class SqlReaders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqlReaders.class);

  private final EffectiveRows rows;
  private final TaskRunner tasks;
  private final String workspace;
  private final Lull lull;
  private final Duration quiet;
  private final ReentrantLock refreshing = new ReentrantLock();
  private boolean closed;

  /**
   * Readers of a workspace's rows.
   *
   * @param quiet how long nobody must have waited for anything
   */
  SqlReaders(EffectiveRows rows, TaskRunner tasks, String workspace, Lull lull, Duration quiet) {
    this.rows = rows;
    this.tasks = tasks;
    this.workspace = workspace;
    this.lull = lull;
    this.quiet = quiet;
  }

  /** Brings the rows up to date in the background, once for all syncs until it begins. */
  void freshen() {
    tasks.latest(
        "effective-rows-later:" + workspace,
        BackgroundTask.of("effective-rows-later", this::freshenLater));
  }

  private boolean freshenLater(Progress progress) {
    boolean begun = lull.await(quiet, () -> isClosed() || progress.cancelled());
    if (begun) {
      tasks.latest(
          "effective-rows:" + workspace,
          BackgroundTask.of("effective-rows", running -> refresh())
              .asJob(JobNote.of("effective-rows", "")));
    }
    return begun;
  }

  /** One that waited for another finds the rows fresh, unless a sync came between. */
  private boolean refresh() {
    refreshing.lock();
    try {
      boolean stale = isStale();
      if (stale) {
        rows.refresh();
      }
      return stale;
    } catch (StoreAwayException away) {
      LOG.info("left out while the store is away: {}", away.getMessage());
      return false;
    } finally {
      refreshing.unlock();
    }
  }

  private synchronized boolean isStale() {
    return !closed && !rows.isFresh();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** A question that is under way ends first; a refresh goes on in the server. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
