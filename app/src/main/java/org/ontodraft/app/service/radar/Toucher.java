package org.ontodraft.app.service.radar;

import java.net.URI;
import java.util.UUID;

/** Who changes something beside the open draft. */
public sealed interface Toucher {

  /** What it is called: a draft's or a pull request's title. */
  String title();

  /** A draft of the same workspace, sent or not. */
  record OtherDraft(UUID id, String title) implements Toucher {}

  /**
   * A pull request that is open on the forge and comes from no draft of this workspace.
   *
   * @param number as the forge counts
   * @param author the login of who opened it
   * @param page where it is read
   */
  record OpenPullRequest(int number, String title, String author, URI page) implements Toucher {}
}
