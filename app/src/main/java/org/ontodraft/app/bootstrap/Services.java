package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.ontodraft.app.forge.DeviceGrants;
import org.ontodraft.app.forge.Forge;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeProbe;
import org.ontodraft.app.forge.ForgesByKind;
import org.ontodraft.app.git.GitCredentialProgram;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.git.UserIdentity;
import org.ontodraft.app.network.Network;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.sample.SampleOntology;
import org.ontodraft.app.secret.KeyringSecretStore;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.account.Accounts;
import org.ontodraft.app.service.account.BrowserSignIn;
import org.ontodraft.app.service.account.GitPasswords;
import org.ontodraft.app.service.account.HelperSecretStore;
import org.ontodraft.app.service.account.KeptCredentials;
import org.ontodraft.app.service.account.ProxyAccounts;
import org.ontodraft.app.service.account.Renewals;
import org.ontodraft.app.service.account.RenewedSecretStore;
import org.ontodraft.app.service.account.SignIns;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.service.settings.Connections;
import org.ontodraft.app.service.settings.ListedSecretStore;
import org.ontodraft.app.service.settings.ServerSettings;
import org.ontodraft.app.service.settings.SettingsFile;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.store.DatabasePasswords;
import org.ontodraft.app.service.store.Databases;
import org.ontodraft.app.service.store.SharedDraftTokens;
import org.ontodraft.app.service.submit.DescriptionTemplates;
import org.ontodraft.app.service.submit.ForgeOpenPullRequests;
import org.ontodraft.app.service.submit.ForgePullRequests;
import org.ontodraft.app.service.submit.ForgeRecognition;
import org.ontodraft.app.service.submit.GitOutbox;
import org.ontodraft.app.service.submit.GitSubmitService;
import org.ontodraft.app.service.submit.LeftOutNotes;
import org.ontodraft.app.service.submit.OpenPullRequests;
import org.ontodraft.app.service.submit.PullRequests;
import org.ontodraft.app.service.submit.SendingFile;
import org.ontodraft.app.service.submit.WaitingNotes;
import org.ontodraft.app.service.tracking.ForgeTracking;
import org.ontodraft.app.service.tracking.RemoteBranches;
import org.ontodraft.app.service.tracking.TrackedNotes;
import org.ontodraft.app.service.workspace.CredentialsSource;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.RepositoryOpener;
import org.ontodraft.app.service.workspace.Sending;
import org.ontodraft.app.service.workspace.StorePlaces;
import org.ontodraft.app.service.workspace.WorkspaceOpener;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.persistence.media.UnusedImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything below the window, put together by hand, to be read from top to bottom. The window, the
 * tour and tests start from here.
 */
public final class Services implements AutoCloseable {
  private static final Duration FORGE_TIMEOUT = Duration.ofSeconds(30);

  /** How often pull requests are asked about; what has not changed costs no rate limit. */
  private static final Duration PULL_REQUEST_PACE = Duration.ofMinutes(2);

  private static final Duration GIT_PATIENCE = Duration.ofSeconds(20);
  private static final Duration GLANCE = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(Services.class);

  private final DataDirectory data;
  private final InstantSource clock;
  private final TaskRunner tasks;
  private final SettingsService settings;
  private final SecretStore secrets;
  private final SignIns signIns;
  private final SampleOntology sample;
  private final GitTransports transports;
  private final HttpClient http;
  private final EmbeddedStores stores;
  private final Databases databases;
  private final DatabasePasswords passwords;
  private final ProxyAccounts proxyAccounts;
  private final SharedDraftTokens draftTokens;
  private final WorkspaceStores places;
  private final WorkspaceOpener opener;

  /**
   * Puts the parts together.
   *
   * @param secrets where tokens are kept
   * @param home the user's home directory: author's name and SSH keys
   */
  public Services(
      DataDirectory data, TaskRunner tasks, SecretStore secrets, Path home, InstantSource clock) {
    this(data, tasks, secrets, home, clock, PULL_REQUEST_PACE, SystemProxies.ofProcess());
  }

  /**
   * The same with a pace and proxies of its own.
   *
   * @param pace how often pull requests are asked about, and what waits is tried again
   */
  public Services(
      DataDirectory data,
      TaskRunner tasks,
      SecretStore secrets,
      Path home,
      InstantSource clock,
      Duration pace,
      SystemProxies proxies) {
    this.data = data;
    this.clock = clock;
    this.tasks = tasks;
    this.settings = new SettingsFile(data.settingsFile());
    this.sample = new SampleOntology(data.sampleUpstream());
    this.proxyAccounts = new ProxyAccounts(proxies, secrets);
    Network network =
        Network.ofSystem(
            proxies, () -> ownAuthorities(settings.settings().get().connections()), proxyAccounts);
    this.transports =
        new GitTransports(
            home,
            Duration.ofSeconds(30),
            network,
            () -> settings.settings().get().connections().sshProgram());
    this.http = network.client(FORGE_TIMEOUT);
    Forge forge = new ForgesByKind(http, FORGE_TIMEOUT, clock);
    Supplier<ForgeDirectory> directory =
        () -> new ForgeDirectory(settings.settings().get().forgeApis());
    DeviceGrants grants = new DeviceGrants(http, FORGE_TIMEOUT, clock);
    Renewals renewals = new Renewals(secrets);
    GitPasswords passwordsOfGit =
        new GitPasswords(new GitCredentialProgram(home, GIT_PATIENCE), settings);
    this.secrets =
        new HelperSecretStore(
            new RenewedSecretStore(
                new ListedSecretStore(secrets, settings),
                renewals,
                grants,
                settings,
                directory,
                clock),
            passwordsOfGit);
    Accounts accounts = new Accounts(settings, this.secrets, renewals, forge, directory, clock);
    this.signIns =
        new SignIns(
            settings,
            this.secrets,
            accounts,
            new BrowserSignIn(grants, directory, settings, accounts, clock, Services::await));
    CredentialsSource credentials = new KeptCredentials(this.secrets, passwordsOfGit, directory);
    Executor background = Thread::startVirtualThread;
    this.stores = new EmbeddedStores(data, clock, background);
    this.draftTokens = new SharedDraftTokens(secrets);
    SharedStores shared = new SharedStores(data, clock, background, draftTokens);
    this.databases = shared;
    this.passwords = new DatabasePasswords(secrets, new MemorySecretStore());
    this.places = new WorkspaceStores(stores, shared, settings, passwords);
    this.opener =
        new RepositoryOpener(
            data,
            places,
            transports,
            credentials,
            sample,
            (workspace, store, repository, remote, host) -> {
              SendingFile sending = new SendingFile(data.sending().resolve(workspace + ".json"));
              LeftOutNotes leftOut = new LeftOutNotes(sending);
              PullRequests pullRequests =
                  new ForgePullRequests(forge, directory, this.secrets, remote, Services::aSecond);
              OpenPullRequests open =
                  new ForgeOpenPullRequests(
                      pullRequests, repository, remote, () -> credentials.find(remote));
              WaitingNotes waiting = new WaitingNotes(sending);
              GitSubmitService submits =
                  new GitSubmitService(
                      store.drafts(),
                      store.submissions(),
                      repository,
                      new MediaImages(store.images(), repository),
                      remote,
                      () -> credentials.find(remote),
                      pullRequests,
                      open,
                      new ForgeRecognition(
                          remote,
                          directory,
                          new ForgeProbe(http, FORGE_TIMEOUT, clock),
                          (server, api) -> servers().nameApi(server, api)),
                      host,
                      () -> UserIdentity.find(home),
                      leftOut,
                      waiting,
                      new DescriptionTemplates(
                          repository,
                          repository.history(),
                          data.sending().resolve(workspace + ".md")),
                      clock);
              return new Sending(
                  submits,
                  new ForgeTracking(
                      store.drafts(),
                      store.submissions(),
                      pullRequests,
                      host,
                      new RemoteBranches(repository, () -> credentials.find(remote)),
                      leftOut,
                      new TrackedNotes(sending),
                      clock),
                  open,
                  new GitOutbox(store.drafts(), submits, waiting, clock),
                  sending.notices(),
                  pace);
            },
            tasks,
            clock,
            ProgramVersion.text());
  }

  /** The parts of a person's installation. */
  public static Services ofUser(DataDirectory data, TaskRunner tasks) {
    return new Services(
        data,
        tasks,
        new KeyringSecretStore(),
        Path.of(System.getProperty("user.home")),
        InstantSource.system());
  }

  /** Where everything is kept. */
  public DataDirectory data() {
    return data;
  }

  /** Runs work off the FX thread. */
  public TaskRunner tasks() {
    return tasks;
  }

  /** What is remembered. */
  public SettingsService settings() {
    return settings;
  }

  /** Where tokens are kept. */
  public SecretStore secrets() {
    return secrets;
  }

  /** The servers a person works with. */
  public ServerSettings servers() {
    return new ServerSettings(settings, secrets);
  }

  /** The ways of signing in. */
  public SignIns signIns() {
    return signIns;
  }

  /** The sample and its upstream. */
  public SampleOntology sample() {
    return sample;
  }

  /** Database servers. */
  public Databases databases() {
    return databases;
  }

  /** The tokens of drafts that others have shared. */
  public SharedDraftTokens draftTokens() {
    return draftTokens;
  }

  /** Who one is at proxies. */
  public ProxyAccounts proxyAccounts() {
    return proxyAccounts;
  }

  /** The passwords of databases. */
  public DatabasePasswords passwords() {
    return passwords;
  }

  /** Where workspaces can be kept. */
  public StorePlaces places() {
    return places;
  }

  /** Opens repositories. */
  public WorkspaceOpener opener() {
    return opener;
  }

  /**
   * Makes ready in the background what a first opening needs.
   *
   * @return done when it is ready
   */
  public CompletableFuture<Void> prepare() {
    // The first schemas of a process take longer than all of the later ones.
    return stores.keepSpare().thenRun(() -> RepositorySchemas.compile(Map.of()));
  }

  /** Removes images that no draft shows and no undo brings back any more. Blocking. */
  public void removeUnusedImages() {
    try {
      List<Path> removed =
          UnusedImages.remove(
              data.root(), settings.settings().get().databases()::containsKey, clock.instant());
      LOG.info("{} unused images were removed", removed.size());
    } catch (IOException | UncheckedIOException later) {
      LOG.warn("unused images are looked for at the next start", later);
    }
  }

  private static Optional<Path> ownAuthorities(Connections connections) {
    return Optional.of(connections.authorities()).filter(file -> !file.isEmpty()).map(Path::of);
  }

  /** Waits, and looks now and then whether somebody wants it to stop. */
  private static void await(Duration time, Progress progress) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !progress.cancelled(); ) {
      LockSupport.parkNanos(Math.min(left, GLANCE.toNanos()));
      left = end - System.nanoTime();
    }
  }

  private static void aSecond() {
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
  }

  @Override
  public void close() {
    tasks.close();
    transports.close();
    http.close();
  }
}
