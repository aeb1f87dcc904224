package org.ontodraft.app.service.workspace;

import org.ontodraft.app.service.submit.OpenPullRequests;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.tracking.PullRequestTracking;

/** How drafts of a workspace go upstream, and what is known of them there. */
public record Sending(
    SubmitService submits, PullRequestTracking tracking, OpenPullRequests openPullRequests) {}
