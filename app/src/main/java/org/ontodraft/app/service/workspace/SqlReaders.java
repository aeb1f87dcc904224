package org.ontodraft.app.service.workspace;

import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.ontology.EffectiveRows;
import org.ontodraft.model.ontology.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the effective rows fresh for those who read by SQL; no screen waits for it. What the store
 * is away for is left out: the next sync asks again. Thread-safe.
 */
final class SqlReaders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqlReaders.class);

  private final EffectiveRows rows;
  private final TaskRunner tasks;
  private final String workspace;
  private boolean closed;

  SqlReaders(EffectiveRows rows, TaskRunner tasks, String workspace) {
    this.rows = rows;
    this.tasks = tasks;
    this.workspace = workspace;
  }

  /** Brings the rows up to date in the background. */
  void freshen() {
    tasks.latest(
        "effective-rows:" + workspace,
        BackgroundTask.of("effective-rows", progress -> refresh())
            .asJob(JobNote.of("effective-rows", "")));
  }

  private boolean refresh() {
    try {
      boolean stale = isStale();
      if (stale) {
        rows.refresh();
      }
      return stale;
    } catch (StoreAwayException away) {
      LOG.info("left out while the store is away: {}", away.getMessage());
      return false;
    }
  }

  private synchronized boolean isStale() {
    return !closed && !rows.isFresh();
  }

  /** A question that is under way ends first; a refresh goes on in the server. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
