package org.ontodraft.app.service.workspace;

import java.time.Duration;
import java.util.List;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.submit.OpenPullRequests;
import org.ontodraft.app.service.submit.Outbox;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.tracking.PullRequestTracking;

/**
 * How drafts of a workspace go upstream, and what is known of them there.
 *
 * @param notices what a person should know of how that was found
 * @param pace how often pull requests are asked about, and what waits is tried again
 */
public record Sending(
    SubmitService submits,
    PullRequestTracking tracking,
    OpenPullRequests openPullRequests,
    Outbox outbox,
    List<StoreFinding> notices,
    Duration pace) {
  public Sending {
    notices = List.copyOf(notices);
  }
}
