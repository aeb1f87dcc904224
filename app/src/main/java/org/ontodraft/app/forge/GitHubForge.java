package org.ontodraft.app.forge;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitHub and GitHub Enterprise through the REST API, version 2022-11-28. Thread-safe.
 *
 * <p>The token is sent to the API's origin only, in the header that is for it; a token with
 * characters no header may hold counts as refused.
 */
public final class GitHubForge implements Forge {
  private static final String API_VERSION = "2022-11-28";
  private static final String PULLS = "/repos/{owner}/{repo}/pulls";

  private final JsonCalls calls;
  private final GitHubAnswers answers;
  private final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * An adapter.
   *
   * @param client one that follows no redirects
   * @param timeout the longest a call may take, from sending to the last byte of the answer
   */
  public GitHubForge(HttpClient client, Duration timeout, InstantSource clock) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "a client that follows redirects would take the token along");
    }
    this.calls = new JsonCalls(client, timeout);
    this.answers = new GitHubAnswers(json, clock);
  }

  @Override
  public AccessOutcome access(ForgeRepository repository, Secret token) {
    return switch (call(repository, token, "", "/repos/{owner}/{repo}", Optional.empty())) {
      case GitHubAnswers.Answer.Failed failed -> failed.failure();
      case GitHubAnswers.Answer.Json answer ->
          new AccessOutcome.Access(
              answer.value().path("permissions").path("push").asBoolean(false),
              answer.value().path("archived").asBoolean(false),
              answer.value().path("default_branch").asString(""));
    };
  }

  @Override
  public FindOutcome find(ForgeRepository repository, Secret token, String branch) {
    String query =
        "/pulls?head="
            + URLEncoder.encode(repository.owner() + ":" + branch, StandardCharsets.UTF_8)
            + "&state=all&per_page=10";
    return switch (call(repository, token, query, PULLS, Optional.empty())) {
      case GitHubAnswers.Answer.Failed failed -> failed.failure();
      case GitHubAnswers.Answer.Json answer -> newest(branch, answer.value());
    };
  }

  private FindOutcome newest(String branch, JsonNode list) {
    if (!list.isArray()) {
      return new ForgeFailure.UnexpectedAnswer("not a list of pull requests");
    }
    List<PullRequest> found = new ArrayList<>();
    for (JsonNode each : list) {
      Optional<PullRequest> pullRequest = answers.pullRequest(each);
      if (pullRequest.isEmpty()) {
        return new ForgeFailure.UnexpectedAnswer("not a pull request");
      }
      // A server that does not know the filter answers with pull requests of other branches.
      pullRequest.filter(one -> one.headBranch().equals(branch)).ifPresent(found::add);
    }
    return found.stream()
        .min(
            Comparator.comparing(PullRequest::state)
                .thenComparing(PullRequest::number, Comparator.reverseOrder()))
        .<FindOutcome>map(FindOutcome.Found::new)
        .orElseGet(FindOutcome.Absent::new);
  }

  @Override
  public OpenOutcome open(ForgeRepository repository, Secret token, NewPullRequest request) {
    ObjectNode body = json.createObjectNode();
    body.put("title", request.title());
    body.put("body", request.body());
    body.put("head", request.head());
    body.put("base", request.base());
    Optional<String> text = Optional.of(json.writeValueAsString(body));
    return switch (call(repository, token, "/pulls", PULLS, text)) {
      case GitHubAnswers.Answer.Json answer ->
          answers
              .pullRequest(answer.value())
              .<OpenOutcome>map(opened -> new OpenOutcome.Opened(opened, false))
              .orElseGet(() -> new ForgeFailure.UnexpectedAnswer("not a pull request"));
      case GitHubAnswers.Answer.Failed failed
          when failed.failure() instanceof ForgeFailure.Rejected ->
          openAlready(repository, token, request, failed.failure());
      case GitHubAnswers.Answer.Failed failed -> failed.failure();
    };
  }

  /** GitHub refuses a second pull request of a branch; the first is then as good as a new one. */
  private OpenOutcome openAlready(
      ForgeRepository repository, Secret token, NewPullRequest request, ForgeFailure rejection) {
    return find(repository, token, request.head()) instanceof FindOutcome.Found found
            && found.pullRequest().state() == PullRequest.State.OPEN
            && found.pullRequest().baseBranch().equals(request.base())
        ? new OpenOutcome.Opened(found.pullRequest(), true)
        : rejection;
  }

  private GitHubAnswers.Answer call(
      ForgeRepository repository,
      Secret token,
      String suffix,
      String template,
      Optional<String> body) {
    String value = token.reveal();
    if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return new GitHubAnswers.Answer.Failed(new ForgeFailure.SignInRefused());
    }
    URI address =
        URI.create(
            repository.api() + "/repos/" + repository.owner() + "/" + repository.name() + suffix);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/vnd.github+json")
            .header("X-GitHub-Api-Version", API_VERSION)
            .header("Authorization", "Bearer " + value)
            .header("User-Agent", "Ontodraft");
    body.ifPresentOrElse(
        text ->
            request
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(text)),
        request::GET);
    return switch (calls.send(request.build(), template)) {
      case JsonCalls.Exchange.Failed failed -> new GitHubAnswers.Answer.Failed(failed.failure());
      case JsonCalls.Exchange.Answered answered -> answers.read(answered);
    };
  }
}
