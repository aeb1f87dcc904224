package org.ontodraft.app.ui.shell;

/**
 * What the status bar says; a part that does not apply is empty.
 *
 * @param remote where canonical comes from
 * @param offline whether upstream could not be reached the last time
 * @param outbox how many drafts wait to be sent
 * @param store where the ontology is kept and how that is
 */
record StatusLine(
    String name,
    String remote,
    String branch,
    String commit,
    String committed,
    String entities,
    String draft,
    String errors,
    String saved,
    String upstream,
    boolean offline,
    String outbox,
    StoreLine store) {
  static StatusLine empty() {
    return new StatusLine("", "", "", "", "", "", "", "", "", "", false, "", StoreLine.none());
  }
}
