package org.ontodraft.app.ui.common;

/**
 * A part of the window in which keys of its own count, before those of the window. The bundle has
 * its name under {@code context.<name>}.
 */
public enum Context {
  /** The whole window, whatever has the focus. */
  ANYWHERE,
  EXPLORER,
  /** A table of properties or subobjects, on the page of an entity. */
  TABLE,
  REVIEW,
  REBASE,
  HISTORY,
  DRAFT_HISTORY,
  DRAFTS,
  PROBLEMS,
  ACTIVITY,
  SUBMIT,
  GRAPH;

  /** Whether it is a page of the tabs: its keys count only while that page is in front. */
  public boolean isPage() {
    return this != ANYWHERE && this != EXPLORER && this != PROBLEMS;
  }
}
