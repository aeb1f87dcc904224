package org.ontodraft.app.ui.control.code;

/**
 * A part of a text.
 *
 * @param start its first UTF-16 unit
 * @param end the unit behind its last one
 */
public record CodeSpan(int start, int end, CodeToken token) {}
