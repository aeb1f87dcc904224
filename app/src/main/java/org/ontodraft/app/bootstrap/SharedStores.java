package org.ontodraft.app.bootstrap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.store.DatabaseCheck;
import org.ontodraft.app.service.store.Databases;
import org.ontodraft.app.service.store.RememberedSharing;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.store.SharedDraftTokens;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.persistence.StoreOpening;
import org.ontodraft.persistence.WorkspaceStore;
import org.ontodraft.persistence.store.PostgresServer;
import org.ontodraft.persistence.store.PostgresServer.FieldProblem;
import org.ontodraft.persistence.store.PostgresServer.TlsMode;
import org.ontodraft.persistence.store.ServerCheck;
import org.ontodraft.persistence.store.ServerProblem;
import org.ontodraft.persistence.store.SharedConnections;
import org.ontodraft.persistence.store.StoreLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workspaces whose ontology and drafts are in a PostgreSQL database. */
public final class SharedStores implements Databases {
  private static final Logger LOG = LoggerFactory.getLogger(SharedStores.class);
  private static final int HASH_BYTES = 4;

  private final DataDirectory data;
  private final InstantSource clock;
  private final Executor background;
  private final SharedDraftTokens tokens;

  /**
   * With journals in this data directory.
   *
   * @param background warms stores up
   * @param tokens of drafts that were opened by one
   */
  public SharedStores(
      DataDirectory data, InstantSource clock, Executor background, SharedDraftTokens tokens) {
    this.data = data;
    this.tokens = tokens;
    this.clock = clock;
    this.background = background;
  }

  /** Opens a workspace in this database; its tables are not changed. */
  public Outcome<Store> open(String workspaceId, SharedDatabase database, Secret password) {
    Optional<Refusal> wrong = wrongField(database);
    if (wrong.isPresent()) {
      return new Outcome.Refused<>(wrong.get());
    }
    if (!StoreLocation.isDataDirectory(data.root())) {
      return Outcome.refused("DATA-05", data.root());
    }
    StoreLocation location =
        new StoreLocation(data.root(), workspaceId + "-" + shortHash(database.name()));
    PostgresServer server = server(database);
    SharedConnections connections =
        new SharedConnections(server, database.user(), password.reveal());
    return switch (WorkspaceStore.openShared(location, new SchemaScripts(), connections, clock)) {
      case StoreOpening.Refused refused ->
          new Outcome.Refused<>(StoreRefusals.of(refused.refusal(), database.name()));
      case StoreOpening.Opened opened -> {
        opened.store().warmUp(background, failed -> LOG.error("STORE-10 warming up", failed));
        yield Outcome.done(
            new OpenStore(
                opened.store(),
                Optional.of(new ServerPatient(database.name(), connections, clock)),
                opened.store().sharing().map(sharing -> remembered(sharing, database)),
                StoreNotices.of(opened.notices())));
      }
    };
  }

  /** Drafts of others that were opened before are there from the start, with edits that wait. */
  private DraftSharing remembered(DraftSharing sharing, SharedDatabase database) {
    RememberedSharing remembered = new RememberedSharing(sharing, tokens, database);
    try {
      remembered.openAgain();
    } catch (StoreAwayException away) {
      LOG.warn("shared drafts could not be opened again: {}", away.getMessage());
    }
    return remembered;
  }

  @Override
  public DatabaseCheck check(SharedDatabase database, Secret password) {
    Optional<Refusal> wrong = wrongField(database);
    return wrong.isPresent()
        ? new DatabaseCheck.Unusable(wrong.get(), false)
        : check(database, server(database).dataSource(database.user(), password.reveal()));
  }

  private DatabaseCheck check(SharedDatabase database, DataSource connections) {
    return switch (new ServerCheck(new SchemaScripts()).ask(connections)) {
      case ServerCheck.Finding.Usable usable ->
          new DatabaseCheck.Usable(
              usable.serverVersion(), usable.schema(), usable.role(), usable.latency());
      case ServerCheck.Finding.Unusable unusable ->
          new DatabaseCheck.Unusable(
              StoreRefusals.of(unusable.problem(), database.name(), unusable.detail()),
              unusable.mayMigrate());
    };
  }

  @Override
  public DatabaseCheck migrate(SharedDatabase database, Secret password) {
    DatabaseCheck before = check(database, password);
    if (!(before instanceof DatabaseCheck.Unusable(Refusal _, boolean may)) || !may) {
      return before;
    }
    DataSource connections = server(database).dataSource(database.user(), password.reveal());
    try {
      new SchemaScripts().migrate(connections);
    } catch (SQLException failed) {
      LOG.error("PG-22 the tables of {} could not be made", database.name(), failed);
      return new DatabaseCheck.Unusable(
          StoreRefusals.of(
              ServerProblem.OTHER, database.name(), String.valueOf(failed.getMessage())),
          false);
    }
    return check(database, connections);
  }

  private static Optional<Refusal> wrongField(SharedDatabase database) {
    return PostgresServer.problem(
            database.host(),
            database.port(),
            database.database(),
            mode(database),
            database.rootCertificate())
        .or(() ->
            PostgresServer.isUser(database.user())
                ? Optional.empty()
                : Optional.of(FieldProblem.USER))
        .map(problem -> StoreRefusals.of(problem, database));
  }

  private static PostgresServer server(SharedDatabase database) {
    return new PostgresServer(
        database.host(),
        database.port(),
        database.database(),
        mode(database),
        database.rootCertificate());
  }

  private static TlsMode mode(SharedDatabase database) {
    return switch (database.tls()) {
      case VERIFY_FULL -> TlsMode.VERIFY_FULL;
      case VERIFY_CA -> TlsMode.VERIFY_CA;
      case DISABLE -> TlsMode.DISABLE;
    };
  }

  private static String shortHash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
