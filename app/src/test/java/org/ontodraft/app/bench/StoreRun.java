package org.ontodraft.app.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.bench.Figures.Spent;
import org.ontodraft.app.bench.Figures.Start;
import org.ontodraft.app.bootstrap.EmbeddedStores;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.sample.SampleOntology;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.search.IndexStanding;
import org.ontodraft.app.service.submit.OpenPullRequests;
import org.ontodraft.app.service.submit.Outbox;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.tracking.PullRequestTracking;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.RepositoryOpener;
import org.ontodraft.app.service.workspace.Sending;
import org.ontodraft.app.service.workspace.StoreFactory;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.GeneratedRepository;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.model.hierarchy.EffectiveClosure;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.persistence.store.PostgresServer;
import org.ontodraft.persistence.testing.RealMigration;
import tools.jackson.databind.json.JsonMapper;

/** One ontology on one database, from its first import to the third sync. */
final class StoreRun {
  private static final List<Integer> SYNCS = List.of(1, 100, 10_000);

  /** How often a sync of few files is taken; one alone says how warm the program was. */
  private static final int TIMES = 5;

  private static final int FEW = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final GeneratedRepository repository;
  private final Path data;
  private final String database;
  private final @Nullable EmbeddedPostgres server;
  private final Figures figures;
  private final boolean refreshed;

  /** The server's database; null on H2. */
  private @Nullable DataSource remote;

  /**
   * A run.
   *
   * @param refreshed whether the server's effective rows are timed as well, which takes it minutes
   *     after each step where there are a million entities
   */
  StoreRun(
      GeneratedRepository repository,
      Path data,
      String database,
      @Nullable EmbeddedPostgres server,
      Figures figures,
      boolean refreshed) {
    this.repository = repository;
    this.data = data;
    this.database = database;
    this.server = server;
    this.figures = figures;
    this.refreshed = refreshed;
  }

  void run() throws Exception {
    figures.time("baseline: read and parse", this::baseline);
    StoreFactory stores = stores();
    Start first = Start.now();
    Stages stages = new Stages();
    Workspace workspace = open(stores, stages);
    say("first: tree usable", first.spent());
    workspace.close();
    Spent whole = first.spent();
    stages.print("first");
    say("first: all rows, fetch included", whole);
    say("first: all rows, after the fetch", whole.minus(stages.fetched()));
    open("open after a first import", stores).close();
    workspace = open("open again", stores);
    effective("first", workspace);
    awaitSearch(workspace);
    rest();
    for (int count : SYNCS) {
      for (int time = 0; time < (count < FEW ? TIMES : 1); time++) {
        sync(workspace, count);
      }
      effective("after a sync of " + count, workspace);
    }
    workspace.close();
    workspace = open("open after syncs", stores);
    say("heap in use, MB as ms", heap());
    workspace.close();
  }

  /** The index of names and texts is made behind an opening, which takes both processors. */
  private void awaitSearch(Workspace workspace) throws Exception {
    figures.time(
        database + " search index made",
        () -> {
          while (!(workspace.search().standing().get() instanceof IndexStanding.Ready)) {
            Thread.sleep(100);
          }
          return workspace;
        });
  }

  /**
   * A first import makes the server tidy every table, which at a million entities takes it minutes
   * on both processors; a sync comes when that is long done.
   */
  private void rest() throws Exception {
    DataSource rows = remote;
    if (rows == null) {
      return;
    }
    figures.time(
        database + " server at rest",
        () -> {
          try (Connection connection = rows.getConnection();
              Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            return statement.execute("checkpoint");
          }
        });
  }

  private void sync(Workspace workspace, int count) throws Exception {
    String before = repository.head();
    String after = repository.change(count);
    Stages synced = new Stages();
    Start start = Start.now();
    if (workspace.refresh(synced) instanceof Outcome.Refused<?> refused) {
      throw new IllegalStateException(refused.toString());
    }
    Spent spent = start.spent();
    String name = "sync of " + count;
    synced.print(name);
    say(name + ": after the fetch", spent.minus(synced.fetched()));
    say(name + ": after the tree diff", spent.minus(synced.fetched()).minus(synced.compared()));
    figures.time(
        "git diff-tree of " + count,
        () -> GitCommand.in(repository.folder()).run("diff-tree", "-r", before, after));
  }

  /** Effective properties of every category, worked out in memory and by the server's own rows. */
  private void effective(String when, Workspace workspace) throws Exception {
    DataSource rows = remote;
    if (rows == null || !refreshed) {
      return;
    }
    Hierarchy hierarchy = workspace.effective().get().hierarchy();
    figures.time(
        "effective properties in memory, " + when, () -> EffectiveClosure.ofProperties(hierarchy));
    figures.time(
        "effective rows refreshed concurrently, " + when,
        () -> {
          try (Connection connection = rows.getConnection();
              Statement statement = connection.createStatement()) {
            return statement.execute("select ontology.refresh_effective()");
          }
        });
  }

  private Workspace open(String name, StoreFactory stores) {
    Stages stages = new Stages();
    Start start = Start.now();
    Workspace workspace = open(stores, stages);
    Spent spent = start.spent();
    stages.print(name);
    say(name + ": after the fetch", spent.minus(stages.fetched()));
    return workspace;
  }

  private Workspace open(StoreFactory stores, Stages stages) {
    TaskRunner tasks =
        new TaskRunner(
            Runnable::run,
            failure -> {
              throw new IllegalStateException(failure.cause());
            });
    RepositoryOpener opener =
        new RepositoryOpener(
            new DataDirectory(data),
            stores,
            new GitTransports(data, Duration.ofSeconds(30)),
            remote -> null,
            new SampleOntology(data.resolve("sample")),
            (workspace, store, source, remote, host) ->
                new Sending(
                    never(SubmitService.class),
                    never(PullRequestTracking.class),
                    OpenPullRequests.NONE,
                    Outbox.NONE,
                    List.of(),
                    Duration.ofHours(1)),
            tasks,
            InstantSource.system(),
            "bench");
    return switch (opener.open(new OpenRequest.Folder(repository.folder()), stages)) {
      case Outcome.Done<Workspace> done -> done.value();
      case Outcome.Refused<Workspace> refused ->
          throw new IllegalStateException(refused.refusal().toString());
    };
  }

  private static <T> T never(Class<T> service) {
    return service.cast(
        Proxy.newProxyInstance(
            service.getClassLoader(),
            new Class<?>[] {service},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  private StoreFactory stores() throws Exception {
    Files.createDirectories(data);
    EmbeddedStores embedded =
        new EmbeddedStores(new DataDirectory(data), InstantSource.system(), Runnable::run);
    if (database.equals("h2")) {
      return embedded;
    }
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    String name = "bench" + System.nanoTime();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    DataSource made =
        new PostgresServer(
                "localhost", server.getPort(), name, PostgresServer.TlsMode.DISABLE, null)
            .dataSource("postgres", "");
    new RealMigration().migrate(made);
    remote = made;
    return new SharedCanonicalStores(embedded, made);
  }

  /**
   * Adds a figure and prints it at once: a run at XL that is stopped has told what it took so far.
   */
  private void say(String name, Spent spent) {
    figures.add(database + " " + name, spent);
    System.out.printf(
        Locale.ROOT,
        "%s  %s: wall %.0f ms, processor %.0f ms%n",
        LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
        name,
        spent.wall(),
        spent.processor());
  }

  private static Spent heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    Runtime runtime = Runtime.getRuntime();
    double used = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    return new Spent(used, 0);
  }

  private Integer baseline() throws IOException {
    int members = 0;
    try (Repository git =
            new FileRepositoryBuilder().setGitDir(repository.folder().toFile()).build();
        ObjectReader reader = git.newObjectReader();
        TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(new RevWalk(reader).parseCommit(git.resolve("HEAD")).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        members += JSON.readTree(reader.open(walk.getObjectId(0)).getBytes()).size();
      }
    }
    return members;
  }

  /** Adds up the time between the stages that are reported. */
  private final class Stages implements Progress {
    private final Map<String, Spent> spent = new LinkedHashMap<>();
    private String present = "prepare";
    private Start since = Start.now();

    @Override
    public synchronized void stage(String stage, long total) {
      end();
      present = stage;
    }

    private void end() {
      spent.merge(present, since.spent(), Spent::plus);
      since = Start.now();
    }

    synchronized void print(String name) {
      end();
      spent.forEach((stage, time) -> say(name + ":   stage " + stage, time));
    }

    /** What came before the repository's own work, in which the store opens too. */
    synchronized Spent fetched() {
      return spent.entrySet().stream()
          .filter(stage -> stage.getKey().startsWith("fetch") || stage.getKey().equals("prepare"))
          .map(Map.Entry::getValue)
          .reduce(Spent.NOTHING, Spent::plus);
    }

    synchronized Spent compared() {
      return spent.getOrDefault("compare", Spent.NOTHING);
    }

    @Override
    public void done(long units) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
