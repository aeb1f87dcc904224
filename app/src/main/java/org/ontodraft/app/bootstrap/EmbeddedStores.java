package org.ontodraft.app.bootstrap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.app.service.workspace.StoreFactory;
import org.ontodraft.persistence.StoreOpening;
import org.ontodraft.persistence.WorkspaceStore;
import org.ontodraft.persistence.store.SchemaMigration;
import org.ontodraft.persistence.store.SpareStore;
import org.ontodraft.persistence.store.StoreLocation;
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
    SpareStore kept = new SpareStore(data.root(), new SchemaScripts());
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
    return switch (WorkspaceStore.open(location, inspected.orElseGet(SchemaScripts::new), clock)) {
      case StoreOpening.Refused refused ->
          new Outcome.Refused<>(StoreRefusals.of(refused.refusal(), ""));
      case StoreOpening.Opened opened -> {
        opened.store().warmUp(background, failed -> LOG.error("STORE-10 copying drafts", failed));
        yield Outcome.done(
            new OpenStore(
                opened.store(),
                Optional.empty(),
                Optional.empty(),
                StoreNotices.of(opened.notices())));
      }
    };
  }
}
