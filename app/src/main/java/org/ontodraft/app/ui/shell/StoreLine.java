package org.ontodraft.app.ui.shell;

/**
 * What the status bar says of the databases.
 *
 * @param text where the ontology is kept; with the reason, when that does not answer
 * @param detail the same in full, for a tool tip and for screen readers
 * @param lost whether the server does not answer
 * @param waiting how many edits wait for it, in words; empty for none
 */
record StoreLine(String text, String detail, boolean lost, String waiting) {
  static StoreLine none() {
    return new StoreLine("", "", false, "");
  }
}
