package org.ontodraft.app.forge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of forge there is an adapter for. */
public enum ForgeKind {
  /** GitHub and GitHub Enterprise. */
  GITHUB("v3"),
  GITLAB("v4"),
  /** Gitea and Forgejo, whose APIs are one. */
  GITEA("v1");

  private static final Pattern VERSIONED = Pattern.compile(".*/api/(v[0-9]+)/*");

  private final String apiVersion;

  ForgeKind(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  /** The ref of the target repository under which Git has a pull request's commits. */
  public String headRef(int number) {
    return switch (this) {
      case GITHUB, GITEA -> "refs/pull/" + number + "/head";
      case GITLAB -> "refs/merge-requests/" + number + "/head";
    };
  }

  /**
   * Whether it says which user made a commit. GitLab tells the names that Git has, and finds users
   * by addresses only where they are public.
   */
  public boolean namesAuthors() {
    return this != GITLAB;
  }

  /** The kind of this name, see {@link #id}. */
  public static Optional<ForgeKind> ofId(String id) {
    return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** How submissions and settings name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a server of one's own has behind its address to make that of its API. */
  public String apiPath() {
    return "/api/" + apiVersion;
  }

  /**
   * The kind that an API address tells by its version: {@code /api/v3} is GitHub Enterprise, {@code
   * /api/v4} GitLab, {@code /api/v1} Gitea or Forgejo. Any other is taken for GitHub's.
   */
  public static ForgeKind ofApi(String address) {
    Matcher versioned = VERSIONED.matcher(address);
    if (versioned.matches()) {
      for (ForgeKind kind : values()) {
        if (kind.apiVersion.equals(versioned.group(1))) {
          return kind;
        }
      }
    }
    return GITHUB;
  }
}
