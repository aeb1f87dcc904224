package org.ontodraft.app.forge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;

/** Reads what is open at a forge, page by page; what has not changed costs no rate limit. */
final class OpenLists {
  private final ForgeCalls calls;
  private final String size;

  /**
   * Of one forge.
   *
   * @param size the parameter that says how much is on a page
   */
  OpenLists(ForgeCalls calls, String size) {
    this.calls = calls;
    this.size = size;
  }

  /** Entries that have not the shape of an open pull request are left out. */
  ForgeReply<List<OpenPullRequest>> open(
      Secret token,
      String address,
      String template,
      Function<JsonNode, Optional<PullRequest>> pullRequest,
      Function<JsonNode, String> author) {
    return read(
        token,
        address,
        template,
        Forge.MOST_LOOKED_THROUGH,
        node ->
            pullRequest
                .apply(node)
                .filter(one -> one.state() == PullRequest.State.OPEN)
                .map(one -> new OpenPullRequest(one, author.apply(node)))
                .stream());
  }

  /** The paths of files before and after, each once. */
  ForgeReply<List<String>> paths(
      Secret token, String address, String template, String path, String before) {
    return switch (read(
        token,
        address,
        template,
        Forge.MOST_FILES,
        node ->
            Stream.of(node.path(path).asString(""), node.path(before).asString(""))
                .filter(name -> !name.isEmpty()))) {
      case ForgeReply.Failed<List<String>> failed -> failed;
      case ForgeReply.Given<List<String>> given ->
          ForgeReply.given(given.value().stream().distinct().toList());
    };
  }

  private <T> ForgeReply<List<T>> read(
      Secret token,
      String address,
      String template,
      int most,
      Function<JsonNode, Stream<T>> values) {
    return switch (calls.pages(token, address, size, template, ForgeCalls::list, most)) {
      case ForgeReply.Failed<List<JsonNode>> failed -> ForgeReply.failed(failed.failure());
      case ForgeReply.Given<List<JsonNode>> given ->
          ForgeReply.given(given.value().stream().flatMap(values).toList());
    };
  }
}
