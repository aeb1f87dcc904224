package org.ontodraft.app.service.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.GitTransports;
import org.ontodraft.app.git.LocalFolder;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.sample.SampleOntology;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.RemoteRefusals;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.ontology.StoreFailure;

/** Opens folders, addresses and the sample as workspaces over our own bare repository. */
public final class RepositoryOpener implements WorkspaceOpener {
  /** The most characters of a workspace's name in its id. */
  private static final int SLUG_LENGTH = 40;

  private final DataDirectory data;
  private final StoreFactory stores;
  private final GitTransports transports;
  private final CredentialsSource credentials;
  private final SampleOntology sample;
  private final SendingFactory submits;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final String program;

  /** Makes what sends the drafts of a workspace. */
  @FunctionalInterface
  public interface SendingFactory {
    /**
     * The services over this workspace's parts.
     *
     * @param workspace its id
     */
    Sending make(
        String workspace,
        Store store,
        OntologyRepository repository,
        Remote remote,
        SendingHost host);
  }

  /**
   * With all that a workspace is made of.
   *
   * @param program the version that exported drafts say they were written by
   */
  public RepositoryOpener(
      DataDirectory data,
      StoreFactory stores,
      GitTransports transports,
      CredentialsSource credentials,
      SampleOntology sample,
      SendingFactory submits,
      TaskRunner tasks,
      InstantSource clock,
      String program) {
    this.data = data;
    this.stores = stores;
    this.transports = transports;
    this.credentials = credentials;
    this.sample = sample;
    this.submits = submits;
    this.tasks = tasks;
    this.clock = clock;
    this.program = program;
  }

  /** A remote that was found, and what to call it. */
  private record Located(Remote remote, String name, int localOnlyCommits) {}

  @Override
  public Outcome<Workspace> open(OpenRequest request, Progress progress) {
    return switch (locate(request)) {
      case Outcome.Refused<Located> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<Located>(Located located) ->
          refuseOnFault(located, () -> open(request, located, progress));
    };
  }

  private Outcome<Located> locate(OpenRequest request) {
    return switch (request) {
      case OpenRequest.Sample asked -> locateSample();
      case OpenRequest.Address address -> locateAddress(address);
      case OpenRequest.Folder folder -> locateFolder(folder.folder());
    };
  }

  /** The id of the workspace that this address is opened as. */
  public static Outcome<String> workspaceOf(OpenRequest.Address address) {
    return idOf(locateAddress(address));
  }

  /** The id of the workspace that this folder is opened as. */
  public static Outcome<String> workspaceOf(OpenRequest.Folder folder) {
    return idOf(locateFolder(folder.folder()));
  }

  private static Outcome<String> idOf(Outcome<Located> found) {
    return switch (found) {
      case Outcome.Refused<Located> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<Located> located -> Outcome.done(idOf(located.value()));
    };
  }

  private static Outcome<Located> locateAddress(OpenRequest.Address address) {
    return switch (Remote.parse(address.url().strip())) {
      case Remote.Parsed.Accepted accepted ->
          Outcome.done(new Located(accepted.remote(), nameOf(accepted.remote()), 0));
      case Remote.Parsed.Refused refused ->
          new Outcome.Refused<>(RemoteRefusals.of(refused.problem(), withoutPassword(address)));
    };
  }

  /** What people see of an address that may hold a password. */
  private static String withoutPassword(OpenRequest.Address address) {
    return address.url().replaceAll("://[^/@]*@", "://***@");
  }

  private Outcome<Located> locateSample() {
    try {
      sample.ensure();
      return Outcome.done(new Located(Remote.of(sample.folder()), "sample", 0));
    } catch (IOException failed) {
      return Outcome.refused("OPEN-02", sample.folder(), failed.getMessage());
    }
  }

  private static Outcome<Located> locateFolder(Path folder) {
    return switch (LocalFolder.inspect(folder)) {
      case LocalFolder.CloneOf clone ->
          Outcome.done(new Located(clone.origin(), fileName(folder), clone.localOnly().count()));
      case LocalFolder.Standalone alone ->
          Outcome.done(new Located(alone.remote(), fileName(folder), 0));
      case LocalFolder.BundleFile bundle ->
          Outcome.done(new Located(bundle.remote(), fileName(folder), 0));
      case LocalFolder.NotARepository none ->
          none.enclosing().isPresent()
              ? Outcome.refused("OPEN-03", folder, none.enclosing().get())
              : Outcome.refused("OPEN-04", folder);
      case LocalFolder.MissingDefaultBranch missing ->
          Outcome.refused("OPEN-05", folder, missing.branch());
      case LocalFolder.NoCommits none -> Outcome.refused("OPEN-06", folder);
      case LocalFolder.ShallowWithoutOrigin shallow -> Outcome.refused("OPEN-13", folder);
      case LocalFolder.UnusableOrigin origin ->
          new Outcome.Refused<>(RemoteRefusals.of(origin.problem(), folder.toString()));
      case LocalFolder.Unreadable unreadable ->
          Outcome.refused("OPEN-08", folder, unreadable.detail());
    };
  }

  private static String fileName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String text = name == null ? folder.toString() : name.toString();
    return withoutSuffix(text);
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(".git") && name.length() > 4 ? name.substring(0, name.length() - 4) : name;
  }

  private static String nameOf(Remote remote) {
    String path = remote.repositoryPath().isEmpty() ? remote.address() : remote.repositoryPath();
    String last = path.substring(path.replaceAll("/+$", "").lastIndexOf('/') + 1);
    return last.isEmpty() ? remote.address() : withoutSuffix(last.replaceAll("/+$", ""));
  }

  private Outcome<Workspace> open(OpenRequest request, Located located, Progress progress) {
    String id = idOf(located);
    OntologyRepository repository =
        OntologyRepository.open(data.repositories().resolve(id + ".git"), transports);
    Outcome<Workspace> opened =
        refuseOnFault(
            located,
            () ->
                open(
                    new WorkspaceInfo(
                        id,
                        located.name(),
                        request,
                        located.remote().address(),
                        located.localOnlyCommits()),
                    located.remote(),
                    repository,
                    progress));
    if (opened instanceof Outcome.Refused<Workspace>) {
      repository.close();
    }
    return opened;
  }

  /** Fetches; the store is opened meanwhile where it is sure to be wanted. */
  private Outcome<Workspace> open(
      WorkspaceInfo info, Remote remote, OntologyRepository repository, Progress progress) {
    boolean early = remote instanceof Remote.Folder || repository.fetchedHead().isPresent();
    Optional<Supplier<Outcome<Store>>> opening =
        early ? Optional.of(tasks.beside(() -> stores.open(info.id()))) : Optional.empty();
    boolean taken = false;
    try {
      RemoteAccess access = new RemoteAccess(repository, remote, credentials);
      Outcome<OntologyVersion> fetched = access.fetch(progress);
      if (fetched instanceof Outcome.Refused<OntologyVersion> refused
          && repository.fetchedHead().isEmpty()) {
        return new Outcome.Refused<>(refused.refusal());
      }
      taken = true;
      return switch (opening.orElse(() -> stores.open(info.id())).get()) {
        case Outcome.Refused<Store> refused -> new Outcome.Refused<>(refused.refusal());
        case Outcome.Done<Store> store ->
            open(info, remote, repository, access, store.value(), fetched, progress);
      };
    } finally {
      if (!taken) {
        opening.map(Supplier::get).ifPresent(RepositoryOpener::close);
      }
    }
  }

  private static void close(Outcome<Store> opened) {
    if (opened instanceof Outcome.Done<Store>(Store store)) {
      store.close();
    }
  }

  private Outcome<Workspace> open(
      WorkspaceInfo info,
      Remote remote,
      OntologyRepository repository,
      RemoteAccess access,
      Store store,
      Outcome<OntologyVersion> fetched,
      Progress progress) {
    boolean opened = false;
    try {
      Optional<String> other =
          store.isShared()
              ? store.claim(repository.rootCommit(), remote.address())
              : Optional.empty();
      if (other.isPresent()) {
        return Outcome.refused("PG-15", info.remote(), other.get());
      }
      progress.stage("load", 0);
      CanonicalSync sync = new CanonicalSync(repository, store.canonical(), tasks);
      Optional<CanonicalSync.Moved> present =
          sync.stored()
              .map(stored -> sync.bringUp(stored, progress))
              .or(() -> sync.first(progress));
      if (present.isEmpty()) {
        return Outcome.refused("OPEN-09", info.remote());
      }
      HistoryTurn turn = present.get().turn();
      @Nullable OntologyVersion awaiting = present.get().awaiting().orElse(null);
      SyncState state =
          switch (fetched) {
            case Outcome.Refused<OntologyVersion> refused ->
                new SyncState(null, refused.refusal(), turn, awaiting);
            case Outcome.Done<OntologyVersion> done ->
                new SyncState(clock.instant(), null, turn, awaiting);
          };
      Workspace workspace =
          new LiveWorkspace(
              new WorkspaceAssembly(info, store, repository, access, sync, tasks, clock, program)
                  .assemble(
                      present.get().ontology(),
                      state,
                      host -> submits.make(info.id(), store, repository, remote, host)));
      opened = true;
      sync.startImport();
      return Outcome.done(workspace);
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  /** A disk or database that fails while opening is told like any other refusal. */
  private static Outcome<Workspace> refuseOnFault(
      Located located, Supplier<Outcome<Workspace>> opening) {
    try {
      return opening.get();
    } catch (StoreAwayException away) {
      return Outcome.refused("PG-20", away.getMessage());
    } catch (UncheckedIOException failed) {
      return Outcome.refused("OPEN-11", located.remote().address(), failed.getMessage());
    } catch (RuntimeException fault) {
      String reason = StoreFailure.unwritable(fault).orElseThrow(() -> fault);
      return Outcome.refused("STORE-04", located.name(), reason);
    }
  }

  private static String idOf(Located located) {
    String slug = located.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed =
        slug.substring(0, Math.min(SLUG_LENGTH, slug.length())).replaceAll("^-|-$", "");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(located.remote().address().getBytes(StandardCharsets.UTF_8));
      String suffix = HexFormat.of().formatHex(hash, 0, 6);
      return trimmed.isEmpty() ? suffix : trimmed + "-" + suffix;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
