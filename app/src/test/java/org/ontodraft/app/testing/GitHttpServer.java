package org.ontodraft.app.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Serves the bare repositories of a folder by smart HTTP, with Git's own {@code http-backend}. */
public final class GitHttpServer implements AutoCloseable {
  private final Path root;
  private HttpServer server;
  private final Map<String, HttpHandler> contexts = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpFaults faults = new HttpFaults();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final Set<String> headers = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String password;
  private volatile boolean readOnly;
  private final Set<String> protectedRepositories = ConcurrentHashMap.newKeySet();

  private GitHttpServer(Path root, HttpServer server) {
    this.root = root;
    this.server = server;
  }

  /** Serves the folder on a free port of this computer. */
  public static GitHttpServer serving(Path root) {
    try {
      return started(root, HttpServer.create(anyPort(), 0));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Serves the folder by HTTPS on a free port of this computer. */
  public static GitHttpServer servingTls(Path root, SSLContext context) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return started(root, server);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static GitHttpServer started(Path root, HttpServer server) {
    GitHttpServer git = new GitHttpServer(root, server);
    git.handle("/", git::git);
    server.setExecutor(git.threads);
    server.start();
    return git;
  }

  /** Answers another path than repositories. */
  void handle(String path, HttpFaults.Handling handling) {
    HttpHandler handler =
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          headers.addAll(exchange.getRequestHeaders().keySet());
          String authorization = exchange.getRequestHeaders().getFirst("Authorization");
          if (authorization != null) {
            authorizations.add(authorization);
          }
          faults.serve(exchange, handling);
        };
    contexts.put(path, handler);
    server.createContext(path, handler);
  }

  /** From now on asks for this password, with any user name. */
  public GitHttpServer requirePassword(String secret) {
    password = secret;
    return this;
  }

  /** From now on lets nobody push, whoever it is. */
  public GitHttpServer readOnly() {
    readOnly = true;
    return this;
  }

  /** From now on lets nobody push to a repository: {@code owner/name}; or lets them again. */
  void protect(String repository, boolean on) {
    if (on) {
      protectedRepositories.add(repository);
    } else {
      protectedRepositories.remove(repository);
    }
  }

  private boolean mayNotPush(String address) {
    return readOnly
        || protectedRepositories.stream().anyMatch(name -> address.startsWith("/" + name + ".git"));
  }

  /** What goes wrong. */
  public HttpFaults faults() {
    return faults;
  }

  /** Method and address of every request so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The Authorization header of every request that had one. */
  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  /** The names of all headers that any request had. */
  public Set<String> headers() {
    return Set.copyOf(headers);
  }

  /** The server's address, without a slash at its end. */
  public String address() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The address of a repository. */
  public String address(String repository) {
    return address() + "/" + repository;
  }

  private HttpFaults.Reply git(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (password != null && !authorized(exchange)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
      return new HttpFaults.Reply(401, "who is it?".getBytes(StandardCharsets.UTF_8));
    }
    if (exchange.getRequestURI().toString().contains("git-receive-pack")
        && mayNotPush(exchange.getRequestURI().getPath())) {
      return new HttpFaults.Reply(
          403, "Write access to repository not granted.".getBytes(StandardCharsets.UTF_8));
    }
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    builder.environment().putAll(environment(exchange, body.length));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    threads.execute(() -> feed(process, body));
    byte[] output = process.getInputStream().readAllBytes();
    return cgi(exchange, output);
  }

  private static void feed(Process process, byte[] body) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    } catch (IOException finished) {
      // It may answer without reading everything.
    }
  }

  private boolean authorized(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (given == null || !given.startsWith("Basic ")) {
      return false;
    }
    byte[] pair = Base64.getDecoder().decode(given.substring("Basic ".length()));
    return new String(pair, StandardCharsets.UTF_8).endsWith(":" + password);
  }

  private Map<String, String> environment(HttpExchange exchange, int length) {
    Map<String, String> variables = new HashMap<>();
    variables.put("GIT_PROJECT_ROOT", root.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    variables.put("GIT_CONFIG_COUNT", "2");
    variables.put("GIT_CONFIG_KEY_0", "http.receivepack");
    variables.put("GIT_CONFIG_VALUE_0", "true");
    variables.put("GIT_CONFIG_KEY_1", "safe.directory");
    variables.put("GIT_CONFIG_VALUE_1", "*");
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    variables.put("PATH_INFO", exchange.getRequestURI().getPath());
    variables.put("QUERY_STRING", orEmpty(exchange.getRequestURI().getRawQuery()));
    variables.put("CONTENT_LENGTH", String.valueOf(length));
    variables.put("CONTENT_TYPE", orEmpty(exchange.getRequestHeaders().getFirst("Content-Type")));
    variables.put("REMOTE_ADDR", "127.0.0.1");
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    if (encoding != null) {
      variables.put("HTTP_CONTENT_ENCODING", encoding);
    }
    String protocol = exchange.getRequestHeaders().getFirst("Git-Protocol");
    if (protocol != null) {
      variables.put("GIT_PROTOCOL", protocol);
    }
    return variables;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Splits a CGI answer (RFC 3875) into status, headers and body. */
  private static HttpFaults.Reply cgi(HttpExchange exchange, byte[] output) {
    int status = 200;
    int at = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; at < output.length; at++) {
      if (output[at] != '\n') {
        line.write(output[at]);
        continue;
      }
      String header = line.toString(StandardCharsets.ISO_8859_1).strip();
      line.reset();
      if (header.isEmpty()) {
        at++;
        break;
      }
      int colon = header.indexOf(':');
      String name = header.substring(0, colon);
      String value = header.substring(colon + 1).strip();
      if (name.equalsIgnoreCase("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(name, value);
      }
    }
    return new HttpFaults.Reply(
        status, Arrays.copyOfRange(output, Math.min(at, output.length), output.length));
  }

  /** Goes away: connections are refused. Only without TLS. */
  public synchronized void goAway() {
    server.stop(0);
  }

  /** Is back at the same address. */
  public synchronized void comeBack() {
    try {
      server = HttpServer.create(server.getAddress(), 0);
      contexts.forEach(server::createContext);
      server.setExecutor(threads);
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    faults.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
