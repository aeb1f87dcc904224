package org.ontodraft.app.bootstrap;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.app.service.workspace.StoreFactory;
import org.ontodraft.migrations.MigrationFailedException;
import org.ontodraft.migrations.MigrationOutcome;
import org.ontodraft.migrations.SchemaMigrator;
import org.ontodraft.migrations.SchemaState;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.rebase.ResolutionStore;
import org.ontodraft.persistence.StoreOpening;
import org.ontodraft.persistence.WorkspaceStore;
import org.ontodraft.persistence.store.SchemaMigration;
import org.ontodraft.persistence.store.SpareStore;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.store.StoreRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins the embedded database with the migrations, which do not know each other. */
public final class EmbeddedStores implements StoreFactory {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStores.class);

  private static final Duration NEXT_SPARE = Duration.ofSeconds(10);

  private final DataDirectory data;
  private final InstantSource clock;
  private final Executor background;
  private volatile @Nullable SpareStore spare;

  /** Stores of this data directory; the executor warms each up while the ontology is read. */
  public EmbeddedStores(DataDirectory data, InstantSource clock, Executor background) {
    this.data = data;
    this.clock = clock;
    this.background = background;
  }

  /**
   * From now on an empty store is kept ready, so that a first opening need not make it.
   *
   * @return done when it is there
   */
  CompletableFuture<Void> keepSpare() {
    if (!StoreLocation.isDataDirectory(data.root())) {
      return CompletableFuture.completedFuture(null);
    }
    SpareStore kept = new SpareStore(data.root(), new Migration());
    spare = kept;
    return CompletableFuture.runAsync(() -> prepare(kept), background);
  }

  private void prepare(SpareStore kept) {
    kept.prepare(database -> WorkspaceStore.rehearse(database, clock));
  }

  @Override
  public Outcome<Store> open(String workspaceId) {
    if (!StoreLocation.isDataDirectory(data.root())) {
      return Outcome.refused("DATA-05", data.root());
    }
    StoreLocation location = new StoreLocation(data.root(), workspaceId);
    SpareStore kept = spare;
    Optional<SchemaMigration> inspected = kept == null ? Optional.empty() : kept.become(location);
    if (kept != null && inspected.isPresent()) {
      // Not now: what was asked for comes first.
      CompletableFuture.delayedExecutor(NEXT_SPARE.toSeconds(), TimeUnit.SECONDS, background)
          .execute(() -> prepare(kept));
    }
    return switch (WorkspaceStore.open(location, inspected.orElseGet(Migration::new), clock)) {
      case StoreOpening.Refused refused -> new Outcome.Refused<>(of(refused.refusal()));
      case StoreOpening.Opened opened -> {
        opened.notices().forEach(notice -> LOG.warn("STORE-10 {}", notice));
        opened.store().warmUp(background);
        yield Outcome.done(new Opened(opened.store()));
      }
    };
  }

  private static Refusal of(StoreRefusal refusal) {
    return switch (refusal) {
      case StoreRefusal.NewerVersion newer ->
          Refusal.of("STORE-01", newer.folder(), newer.found(), newer.known());
      case StoreRefusal.InUse inUse -> Refusal.of("STORE-02", inUse.folder());
      case StoreRefusal.Damaged damaged -> Refusal.of("STORE-03", damaged.file(), damaged.reason());
      case StoreRefusal.Unwritable unwritable ->
          Refusal.of("STORE-04", unwritable.folder(), unwritable.reason());
      case StoreRefusal.UpgradeFailed failed ->
          Refusal.of("STORE-05", failed.folder(), failed.reason());
    };
  }

  private record Opened(WorkspaceStore store) implements Store {
    @Override
    public CanonicalStore canonical() {
      return store.canonical();
    }

    @Override
    public DraftStore drafts() {
      return store.drafts();
    }

    @Override
    public SubmissionStore submissions() {
      return store.submissions();
    }

    @Override
    public ResolutionStore resolutions() {
      return store.resolutions();
    }

    @Override
    public EditJournal journal() {
      return store.journal();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private static final class Migration implements SchemaMigration {
    private final SchemaMigrator migrator = new SchemaMigrator();

    @Override
    public Status inspect(DataSource owner) throws SQLException {
      SchemaState state = migrator.inspect(owner);
      Kind kind =
          state.isNewer()
              ? Kind.NEWER
              : state.versions().stream().allMatch(version -> version.applied() == 0)
                  ? Kind.EMPTY
                  : state.isPending() ? Kind.PENDING : Kind.CURRENT;
      return new Status(kind, state.found(), state.known());
    }

    @Override
    public void migrate(DataSource owner) throws SQLException {
      try {
        if (migrator.migrate(owner) instanceof MigrationOutcome.NewerSchema newer) {
          throw new SQLException("schema " + newer.state().found() + " is newer than this program");
        }
      } catch (MigrationFailedException failed) {
        throw new SQLException(failed.getMessage(), failed);
      }
    }
  }
}
