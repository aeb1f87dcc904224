package org.ontodraft.app.service.submit;

/**
 * Somebody who changed files of a draft before it.
 *
 * @param name as Git has it
 * @param commit the newest of their commits that did so
 */
public record LatelyChanged(String name, String commit) {}
