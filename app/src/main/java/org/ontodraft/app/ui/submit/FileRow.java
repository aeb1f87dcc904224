package org.ontodraft.app.ui.submit;

/** A file of the commit with its counts, as {@code git diff --numstat} gives them. */
record FileRow(String path, int added, int removed) {}
