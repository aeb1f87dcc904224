package org.ontodraft.app.task;

/** A task that failed and had no handler of its own. */
public record TaskFailure(String task, Exception cause) {}
