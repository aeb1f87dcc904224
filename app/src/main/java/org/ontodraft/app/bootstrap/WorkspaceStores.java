package org.ontodraft.app.bootstrap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.store.DatabasePasswords;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.workspace.Store;
import org.ontodraft.app.service.workspace.StoreFactory;
import org.ontodraft.app.service.workspace.StorePlaces;

/** Opens each workspace where the settings say that it is kept. */
final class WorkspaceStores implements StoreFactory, StorePlaces {
  private final StoreFactory embedded;
  private final SharedStores shared;
  private final SettingsService settings;
  private final DatabasePasswords passwords;

  WorkspaceStores(
      StoreFactory embedded,
      SharedStores shared,
      SettingsService settings,
      DatabasePasswords passwords) {
    this.embedded = embedded;
    this.shared = shared;
    this.settings = settings;
    this.passwords = passwords;
  }

  @Override
  public Outcome<Store> open(String workspaceId) {
    return open(workspaceId, settings.settings().get().databases().get(workspaceId));
  }

  @Override
  public Outcome<Store> open(String workspaceId, @Nullable SharedDatabase database) {
    if (database == null) {
      return embedded.open(workspaceId);
    }
    Optional<Secret> password = passwords.find(database);
    if (password.isEmpty()) {
      return Outcome.refused("PG-23", database.name());
    }
    return shared.open(workspaceId, database, password.get());
  }
}
