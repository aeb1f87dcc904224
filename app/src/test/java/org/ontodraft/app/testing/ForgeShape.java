package org.ontodraft.app.testing;

import java.util.Map;
import org.eclipse.jgit.lib.Repository;
import tools.jackson.databind.JsonNode;

/** How a kind of forge words its API. */
interface ForgeShape {
  /** Where the API is below the server's address. */
  String api();

  /** The folder of its description. */
  String description();

  /** How it wants the token: the value of the Authorization header. */
  String authorization(String token);

  /** An error. */
  JsonNode error(String message);

  /** A pull request. */
  JsonNode pullRequest(HostedPullRequest pullRequest, boolean inList);

  /** Answers a call about a repository that is there. */
  HttpFaults.Reply answer(Call call, Repository repository) throws java.io.IOException;

  /** The repository a path is about; empty for a call about none. */
  String repositoryOf(String path);

  /** The headers that tell of the token when a person asks who they are. */
  default Map<String, String> aboutToken() {
    return Map.of();
  }

  /** Answers a call about no repository. */
  HttpFaults.Reply answerAlone(Call call);

  /**
   * A call.
   *
   * @param fullName the repository it is about
   * @param rest what follows the repository in its path, with a slash before it; may be empty
   */
  record Call(
      String method, String fullName, String rest, Map<String, String> parameters, JsonNode body) {
    boolean is(String wantedMethod, String pattern) {
      return method.equals(wantedMethod) && rest.matches(pattern);
    }

    /** The number that stands at this place of the rest. */
    int number(int place) {
      return Integer.parseInt(rest.split("/", -1)[place]);
    }
  }
}
