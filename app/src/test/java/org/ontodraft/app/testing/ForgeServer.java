package org.ontodraft.app.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A forge like GitHub on this computer: real bare repositories over smart HTTP, and the calls of
 * the REST API that Ontodraft makes. A request that does not fit GitHub's description is kept in
 * {@link #violations()} and answered with 400.
 */
public final class ForgeServer implements AutoCloseable {
  private static final String API = "/api/v3";

  private final Path root;
  private final GitHttpServer git;
  private final GitHubDescription description = new GitHubDescription();
  private final JsonMapper json = new JsonMapper();
  private final List<ObjectNode> pullRequests = new ArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private volatile @Nullable String token;
  private volatile boolean mayPush = true;

  private ForgeServer(Path root, GitHttpServer git) {
    this.root = root;
    this.git = git;
  }

  /**
   * Serves the bare repositories at {@code <root>/<owner>/<name>.git}.
   *
   * @param root the folder of the owners
   */
  public static ForgeServer serving(Path root) {
    GitHttpServer git = GitHttpServer.serving(root);
    ForgeServer forge = new ForgeServer(root, git);
    git.handle(API, forge::api);
    return forge;
  }

  /** From now on wants this token, from Git and from the API. */
  public ForgeServer requireToken(String secret) {
    token = secret;
    git.requirePassword(secret);
    return this;
  }

  /** What the token's owner may do, as the API tells it. */
  public ForgeServer mayPush(boolean allowed) {
    mayPush = allowed;
    return this;
  }

  /** What goes wrong. */
  public HttpFaults faults() {
    return git.faults();
  }

  /** Host and port, as the settings name a forge. */
  public String host() {
    return git.address().substring("http://".length());
  }

  /** The base address of the API. */
  public String api() {
    return git.address() + API;
  }

  /** The address to clone a repository from: {@code owner/name}. */
  public String cloneAddress(String fullName) {
    return git.address(fullName + ".git");
  }

  /** Method and address of every request so far. */
  public List<String> requests() {
    return git.requests();
  }

  /** The Authorization header of every request that had one. */
  public List<String> authorizations() {
    return git.authorizations();
  }

  /** How requests and answers broke GitHub's description. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** The pull requests that were made, in order. */
  public synchronized List<JsonNode> pullRequests() {
    return List.copyOf(pullRequests);
  }

  /** Merges or closes a pull request. */
  public synchronized void close(int number, boolean merged) {
    ObjectNode pullRequest = pullRequests.get(number - 1);
    pullRequest.put("state", "closed");
    pullRequest.put("merged", merged);
    if (merged) {
      pullRequest.put("merged_at", "2026-01-06T10:00:00Z");
    }
  }

  /** The branches of a repository: {@code owner/name}. */
  public List<String> branches(String fullName) {
    try (Repository repository = open(fullName)) {
      return repository.getRefDatabase().getRefsByPrefix("refs/heads/").stream()
          .map(ref -> Repository.shortenRefName(ref.getName()))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Repository open(String fullName) throws IOException {
    Path folder = root.resolve(fullName + ".git");
    return new RepositoryBuilder().setGitDir(folder.toFile()).setMustExist(true).build();
  }

  private synchronized HttpFaults.Reply api(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getRawPath().substring(API.length());
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().set("X-GitHub-Request-Id", "TEST:" + git.requests().size());
    List<String> problems = description.problems(exchange, path, body);
    if (!problems.isEmpty()) {
      problems.forEach(
          each -> violations.add(exchange.getRequestMethod() + " " + path + ": " + each));
      return reply(400, error("Problems with the request"));
    }
    String secret = token;
    if (secret != null
        && !("Bearer " + secret).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return reply(401, error("Bad credentials"));
    }
    HttpFaults.Reply reply = answer(exchange, path, body);
    description
        .problemsWithAnswer(
            exchange.getRequestMethod(),
            path,
            reply.status(),
            new String(reply.body(), StandardCharsets.UTF_8))
        .forEach(each -> violations.add("our answer to " + path + ": " + each));
    return reply;
  }

  private HttpFaults.Reply answer(HttpExchange exchange, String path, String body)
      throws IOException {
    String[] parts = path.split("/", -1);
    String fullName = parts[2] + "/" + parts[3];
    try (Repository repository = open(fullName)) {
      if (parts.length == 4) {
        return reply(200, repository(fullName, repository));
      }
      return exchange.getRequestMethod().equals("GET")
          ? list(GitHubDescription.parameters(exchange.getRequestURI().getRawQuery()))
          : create(fullName, repository, json.readTree(body));
    } catch (RepositoryNotFoundException unknown) {
      return reply(404, error("Not Found"));
    }
  }

  private ObjectNode repository(String fullName, Repository repository) throws IOException {
    ObjectNode node = json.createObjectNode();
    node.put("id", 1);
    node.put("name", fullName.substring(fullName.indexOf('/') + 1));
    node.put("full_name", fullName);
    node.put("private", false);
    node.put("html_url", git.address() + "/" + fullName);
    node.put("default_branch", Repository.shortenRefName(repository.getFullBranch()));
    node.put("archived", false);
    node.putObject("permissions").put("admin", false).put("push", mayPush).put("pull", true);
    return node;
  }

  private HttpFaults.Reply list(Map<String, String> parameters) {
    String state = parameters.getOrDefault("state", "open");
    ArrayNode found = json.createArrayNode();
    for (ObjectNode each : pullRequests.reversed()) {
      boolean stateFits = state.equals("all") || each.path("state").asString().equals(state);
      String head = parameters.get("head");
      if (stateFits && (head == null || each.at("/head/label").asString().equals(head))) {
        ObjectNode simple = each.deepCopy();
        simple.remove("merged");
        found.add(simple);
      }
    }
    return reply(200, found);
  }

  private HttpFaults.Reply create(String fullName, Repository repository, JsonNode request)
      throws IOException {
    String owner = fullName.substring(0, fullName.indexOf('/'));
    String branch = request.path("head").asString();
    String label = owner + ":" + branch;
    ObjectId head = commit(repository, branch);
    ObjectId base = commit(repository, request.path("base").asString());
    if (head == null || base == null) {
      return invalid(head == null ? "head" : "base", "invalid", "");
    }
    if (head.equals(base)) {
      return invalid(
          "", "custom", "No commits between " + request.path("base").asString() + " and " + branch);
    }
    for (ObjectNode each : pullRequests) {
      if (each.path("state").asString().equals("open")
          && each.at("/head/label").asString().equals(label)) {
        return invalid("", "custom", "A pull request already exists for " + label + ".");
      }
    }
    ObjectNode made = json.createObjectNode();
    int number = pullRequests.size() + 1;
    made.put("url", api() + "/repos/" + fullName + "/pulls/" + number);
    made.put("id", 1000 + number);
    made.put("html_url", git.address() + "/" + fullName + "/pull/" + number);
    made.put("number", number);
    made.put("state", "open");
    made.put("title", request.path("title").asString());
    made.put("body", request.path("body").asString(null));
    made.put("created_at", "2026-01-05T10:00:00Z");
    made.putNull("merged_at");
    made.put("merged", false);
    made.put("draft", request.path("draft").asBoolean(false));
    made.putObject("head").put("label", label).put("ref", branch).put("sha", head.name());
    made.putObject("base")
        .put("label", owner + ":" + request.path("base").asString())
        .put("ref", request.path("base").asString())
        .put("sha", base.name());
    pullRequests.add(made);
    return reply(201, made);
  }

  private static @Nullable ObjectId commit(Repository repository, String branch)
      throws IOException {
    Ref ref = repository.getRefDatabase().exactRef("refs/heads/" + branch);
    return ref == null ? null : ref.getObjectId();
  }

  private HttpFaults.Reply invalid(String field, String code, String message) {
    ObjectNode error = error("Validation Failed");
    ObjectNode detail = error.putArray("errors").addObject();
    detail.put("resource", "PullRequest").put("code", code);
    if (!field.isEmpty()) {
      detail.put("field", field);
    }
    if (!message.isEmpty()) {
      detail.put("message", message);
    }
    return reply(422, error);
  }

  private ObjectNode error(String message) {
    return json.createObjectNode()
        .put("message", message)
        .put("documentation_url", "https://docs.github.com/rest");
  }

  private HttpFaults.Reply reply(int status, JsonNode body) {
    return new HttpFaults.Reply(status, json.writeValueAsBytes(body));
  }

  @Override
  public void close() {
    git.close();
  }
}
