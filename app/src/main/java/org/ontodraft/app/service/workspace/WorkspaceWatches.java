package org.ontodraft.app.service.workspace;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;

/** What an open workspace asks from time to time: its server, upstream, the forge. Thread-safe. */
final class WorkspaceWatches {
  private final Optional<StoreWatch> server;
  private final UpstreamWatch upstream;
  private final UpstreamWatch forge;

  private WorkspaceWatches(
      Optional<StoreWatch> server, UpstreamWatch upstream, UpstreamWatch forge) {
    this.server = server;
    this.upstream = upstream;
    this.forge = forge;
  }

  /**
   * Begins to ask.
   *
   * @param server the watch over the database server, where the store has one
   * @param fetch asks upstream
   * @param ask asks the forge, at its own pace
   */
  static WorkspaceWatches start(
      String workspace,
      TaskRunner tasks,
      Optional<StoreWatch> server,
      Consumer<Progress> fetch,
      Consumer<Progress> ask,
      Duration pace) {
    server.ifPresent(StoreWatch::start);
    UpstreamWatch upstream = new UpstreamWatch(workspace, tasks, fetch);
    upstream.start(UpstreamWatch.PACE);
    UpstreamWatch forge = new UpstreamWatch(workspace + " pull requests", tasks, ask);
    forge.start(pace);
    return new WorkspaceWatches(server, upstream, forge);
  }

  /** The watch over the server, where there is one. */
  Optional<StoreWatch> server() {
    return server;
  }

  /** Asks upstream and the forge no more. */
  void closeAsking() {
    upstream.close();
    forge.close();
  }

  /** Asks the server no more. */
  void closeServer() {
    server.ifPresent(StoreWatch::close);
  }
}
