package org.ontodraft.app.task;

/**
 * How far a task is.
 *
 * @param stage a text key below {@code stage.} in the bundle; empty before the first step
 * @param total 0 when unknown
 */
public record ProgressReport(String stage, long done, long total) {}
