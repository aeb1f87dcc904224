package org.ontodraft.app.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pull request as a local forge keeps it. */
final class HostedPullRequest {
  final int number;
  final String repository;
  final String source;
  final String branch;
  final List<Verdict> verdicts = new ArrayList<>();
  final List<Said> said = new ArrayList<>();
  final Set<Integer> resolved = new HashSet<>();
  final List<String> labels = new ArrayList<>();
  final List<String> reviewers = new ArrayList<>();
  String author = ForgeServer.USER;
  String base;
  String title;
  String body;
  boolean draft;
  State state = State.OPEN;
  Checks checks = Checks.NONE;
  String headCommit = "";
  @Nullable String mergeCommit;

  HostedPullRequest(int number, String repository, String source, String branch) {
    this.number = number;
    this.repository = repository;
    this.source = source;
    this.branch = branch;
    this.base = "";
    this.title = "";
    this.body = "";
  }

  enum State {
    OPEN,
    CLOSED,
    MERGED
  }

  enum Checks {
    NONE,
    PENDING,
    PASSED,
    FAILED
  }

  /** What a reviewer decided. */
  record Verdict(int id, String user, boolean approves) {}

  /**
   * A comment.
   *
   * @param path empty for one on the whole
   * @param line 0 when it is no longer there
   * @param answers the comment it answers; 0 for none
   */
  record Said(int id, String user, String path, int line, String text, int answers) {
    /** When it was said: later ones later. */
    String at() {
      return String.format("2026-01-05T10:%02d:%02dZ", id / 60 % 60, id % 60);
    }
  }
}
