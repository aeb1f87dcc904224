package org.ontodraft.app.service.workspace;

/** How upstream's history went on from the version that was known. */
public enum HistoryTurn {
  /** With new commits, or not at all. */
  CONTINUED,
  /** The known version is no part of it any more: it was pushed by force. */
  REWRITTEN,
  /** Another branch is the default one now. */
  OTHER_BRANCH,
  /** The known version cannot be had any more; the new one was read whole. */
  CUT_OFF
}
