package org.ontodraft.app.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.testing.HostedPullRequest.Checks;
import org.ontodraft.app.testing.HostedPullRequest.Said;
import org.ontodraft.app.testing.HostedPullRequest.State;
import org.ontodraft.app.testing.HostedPullRequest.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A forge on this computer: real bare repositories over smart HTTP, and the calls of the REST API
 * that Ontodraft makes, worded as GitHub, GitLab or Gitea words them. A request that does not fit
 * the forge's description is kept in {@link #violations()} and answered with 400.
 */
public final class ForgeServer implements AutoCloseable {
  /** The person the token belongs to. */
  public static final String USER = "ada";

  private final Path root;
  private final GitHttpServer git;
  private final ForgeShape shape;
  private final ForgeDescription description;
  private final DeviceDesk desk;
  private final JsonMapper json = new JsonMapper();
  private final List<HostedPullRequest> pullRequests = new ArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Map<String, String> users = new ConcurrentHashMap<>();
  private final AtomicInteger notModified = new AtomicInteger();
  private final AtomicInteger lastId = new AtomicInteger();
  private final ForgeKind kind;
  private volatile @Nullable String token;
  private volatile boolean mayPush = true;

  private ForgeServer(Path root, GitHttpServer git, ForgeKind kind) {
    this.root = root;
    this.git = git;
    this.kind = kind;
    this.shape =
        switch (kind) {
          case GITHUB -> new HubShape(this, false);
          case GITEA -> new HubShape(this, true);
          case GITLAB -> new LabShape(this);
        };
    this.description = new ForgeDescription(shape.description());
    this.desk = new DeviceDesk(this, kind);
  }

  /**
   * Serves the bare repositories at {@code <root>/<owner>/<name>.git} like GitHub.
   *
   * @param root the folder of the owners
   */
  public static ForgeServer serving(Path root) {
    return serving(root, ForgeKind.GITHUB);
  }

  /** Serves them like this kind of forge. */
  public static ForgeServer serving(Path root, ForgeKind kind) {
    GitHttpServer git = GitHttpServer.serving(root);
    ForgeServer forge = new ForgeServer(root, git, kind);
    git.handle(forge.shape.api(), forge::api);
    if (kind != ForgeKind.GITEA) {
      forge.desk.paths().forEach(path -> git.handle(path, forge.desk::handle));
    }
    return forge;
  }

  /** From now on wants this token, from Git and from the API. */
  public ForgeServer requireToken(String secret) {
    token = secret;
    git.requirePassword(secret);
    return this;
  }

  /** What the token's owner may do with repositories of others, by the API and by Git. */
  public ForgeServer mayPush(boolean allowed) {
    mayPush = allowed;
    git.protect("acme/ontology", !allowed);
    return this;
  }

  boolean mayPushTo(String fullName) {
    return mayPush || fullName.startsWith(USER + "/");
  }

  /** Where people sign in with a code. */
  public DeviceDesk desk() {
    return desk;
  }

  /** The server as tokens are kept for it. */
  public Origin origin() {
    return Origin.of(URI.create(git.address()));
  }

  /** What goes wrong. */
  public HttpFaults faults() {
    return git.faults();
  }

  /** Host and port, as the settings name a forge. */
  public String host() {
    return git.address().substring("http://".length());
  }

  /** The server's own address. */
  String address() {
    return git.address();
  }

  /** The base address of the API. */
  public String api() {
    return git.address() + shape.api();
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

  /** How requests and answers broke the forge's description. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** How often it said that nothing had changed. */
  public int notModified() {
    return notModified.get();
  }

  /** The pull requests that were made, in order, as the API tells them. */
  public synchronized List<JsonNode> pullRequests() {
    return hosted().stream().map(one -> shape.pullRequest(one, false)).toList();
  }

  synchronized List<HostedPullRequest> hosted() {
    pullRequests.forEach(this::look);
    return List.copyOf(pullRequests);
  }

  /** Sees where the branch is now; one that is gone was where it was seen last. */
  private void look(HostedPullRequest one) {
    if (one.state == State.OPEN) {
      try (Repository repository = open(one.source)) {
        ObjectId head = commit(repository, one.branch);
        if (head != null && !head.name().equals(one.headCommit)) {
          one.headCommit = head.name();
          GitCommand.in(root.resolve(one.repository + ".git"))
              .run(
                  "fetch",
                  "-q",
                  root.resolve(one.source + ".git").toString(),
                  "+refs/heads/" + one.branch + ":" + kind.headRef(one.number));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  synchronized HostedPullRequest number(int number) {
    HostedPullRequest one = pullRequests.get(number - 1);
    look(one);
    return one;
  }

  synchronized HostedPullRequest add(String repository, String source, String branch) {
    HostedPullRequest made =
        new HostedPullRequest(pullRequests.size() + 1, repository, source, branch);
    pullRequests.add(made);
    look(made);
    return made;
  }

  int nextId() {
    return lastId.incrementAndGet();
  }

  /** Says that a pull request was merged, or closes it; its commits stay where they are. */
  public synchronized void close(int number, boolean merged) {
    number(number).state = merged ? State.MERGED : State.CLOSED;
  }

  /** How a maintainer merges. */
  public enum Way {
    MERGE,
    SQUASH,
    REBASE
  }

  /** Merges a pull request as a maintainer does, with Git itself. */
  public synchronized void merge(int number, Way way) {
    HostedPullRequest one = number(number);
    one.mergeCommit =
        new Maintainer(root)
            .merge(
                root.resolve(one.repository + ".git"),
                root.resolve(one.source + ".git"),
                one.branch,
                one.base,
                way);
    one.state = State.MERGED;
  }

  /** A maintainer changes a file on the pull request's branch. */
  public synchronized void editBranch(int number, String path, String text) {
    HostedPullRequest one = number(number);
    new Maintainer(root).edit(root.resolve(one.source + ".git"), one.branch, path, text);
  }

  /** Deletes the branch of a pull request. */
  public synchronized void deleteBranch(int number) {
    HostedPullRequest one = number(number);
    GitCommand.in(root.resolve(one.source + ".git")).run("branch", "-D", one.branch);
  }

  /** Somebody reviews a pull request. */
  public synchronized void review(int number, String user, boolean approves) {
    number(number).verdicts.add(new Verdict(nextId(), user, approves));
  }

  /** Somebody says something about a line, or about the whole where the path is empty. */
  public synchronized int comment(int number, String user, String path, int line, String text) {
    int id = nextId();
    number(number).said.add(new Said(id, user, path, line, text, 0));
    return id;
  }

  /** Somebody opens a pull request from a branch that is there. */
  public synchronized int opened(String fullName, String branch, String author, String title) {
    HostedPullRequest made = add(fullName, fullName, branch);
    made.author = author;
    made.title = title;
    made.base = "main";
    return made.number;
  }

  /** The branch that a pull request is to be merged into. */
  public synchronized String target(int number) {
    return number(number).base;
  }

  /** Somebody settles what a comment began. GitHub's API does not tell of it. */
  public synchronized void resolve(int number, int comment) {
    number(number).resolved.add(comment);
  }

  /** From now on who commits with this address is this user. */
  public ForgeServer user(String mail, String login) {
    users.put(mail, login);
    return this;
  }

  /** The user of an address; null for nobody that the forge knows. */
  @Nullable String userOf(String mail) {
    return users.get(mail);
  }

  /** The paths that a pull request touches, by Git's own account. */
  List<String> touched(HostedPullRequest one) {
    String base = one.base.isEmpty() ? "main" : one.base;
    return GitCommand.in(root.resolve(one.source + ".git"))
        .run("diff", "--name-only", base + "..." + one.headCommit)
        .lines()
        .toList();
  }

  /** The texts of what was said, in order. */
  public synchronized List<String> said(int number) {
    return number(number).said.stream().map(Said::text).toList();
  }

  /** The labels and the reviewers that were asked for, in order. */
  public synchronized List<String> wished(int number) {
    HostedPullRequest one = number(number);
    return Stream.concat(one.labels.stream(), one.reviewers.stream()).toList();
  }

  /** The machines say something of a pull request: null for not yet. */
  public synchronized void check(int number, @Nullable Boolean passed) {
    number(number).checks =
        passed == null ? Checks.PENDING : passed ? Checks.PASSED : Checks.FAILED;
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

  /** Copies a repository for the token's owner; tells whether it was there already. */
  boolean fork(String fullName, String to) {
    if (Files.exists(root.resolve(to + ".git"))) {
      return true;
    }
    GitCommand.in(root)
        .run(
            "clone",
            "-q",
            "--bare",
            root.resolve(fullName + ".git").toString(),
            root.resolve(to + ".git").toString());
    return false;
  }

  Repository open(String fullName) throws IOException {
    Path folder = root.resolve(fullName + ".git");
    return new RepositoryBuilder().setGitDir(folder.toFile()).setMustExist(true).build();
  }

  static @Nullable ObjectId commit(Repository repository, String branch) throws IOException {
    Ref ref = repository.getRefDatabase().exactRef("refs/heads/" + branch);
    return ref == null ? null : ref.getObjectId();
  }

  private synchronized HttpFaults.Reply api(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getRawPath().substring(shape.api().length());
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().set("X-GitHub-Request-Id", "TEST:" + git.requests().size());
    List<String> problems = description.problems(exchange, path, body);
    if (!problems.isEmpty()) {
      problems.forEach(
          each -> violations.add(exchange.getRequestMethod() + " " + path + ": " + each));
      return reply(400, shape.error("Problems with the request"));
    }
    String secret = token;
    if (secret != null
        && !shape
            .authorization(secret)
            .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return reply(401, shape.error("Bad credentials"));
    }
    HttpFaults.Reply reply = answer(exchange, path, body);
    description
        .problemsWithAnswer(
            exchange.getRequestMethod(),
            path,
            reply.status(),
            new String(reply.body(), StandardCharsets.UTF_8))
        .forEach(each -> violations.add("our answer to " + path + ": " + each));
    return unlessKnown(exchange, reply);
  }

  /** Answers 304 to who has the answer already (RFC 9110, 13.1.2). */
  private HttpFaults.Reply unlessKnown(HttpExchange exchange, HttpFaults.Reply reply) {
    if (!exchange.getRequestMethod().equals("GET") || reply.status() != 200) {
      return reply;
    }
    String tag = "W/\"" + Integer.toHexString(Arrays.hashCode(reply.body())) + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    if (!tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      return reply;
    }
    notModified.incrementAndGet();
    return new HttpFaults.Reply(304, new byte[0]);
  }

  private HttpFaults.Reply answer(HttpExchange exchange, String path, String body)
      throws IOException {
    String fullName = shape.repositoryOf(path);
    String rest = path.replaceFirst("^/(?:repos/[^/]+/[^/]+|projects/[^/]+)", "");
    ForgeShape.Call call =
        new ForgeShape.Call(
            exchange.getRequestMethod(),
            fullName,
            rest,
            ForgeDescription.parameters(exchange.getRequestURI().getRawQuery()),
            body.isEmpty() ? json.createObjectNode() : json.readTree(body));
    if (fullName.isEmpty()) {
      shape.aboutToken().forEach(exchange.getResponseHeaders()::set);
      return shape.answerAlone(call);
    }
    try (Repository repository = open(fullName)) {
      return shape.answer(call, repository);
    } catch (RepositoryNotFoundException unknown) {
      return reply(404, shape.error("Not Found"));
    }
  }

  HttpFaults.Reply reply(int status, JsonNode body) {
    return new HttpFaults.Reply(status, json.writeValueAsBytes(body));
  }

  /** Goes away: connections are refused. */
  public void goAway() {
    git.goAway();
  }

  /** Is back at the same address. */
  public void comeBack() {
    git.comeBack();
  }

  @Override
  public void close() {
    git.close();
  }
}
