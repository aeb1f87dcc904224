package org.ontodraft.app.service.store;

import org.ontodraft.app.secret.Secret;

/** Port to database servers. Blocking; not for the FX thread. */
public interface Databases {
  /** Whether the database can be used, and exactly why not. Changes nothing. */
  DatabaseCheck check(SharedDatabase database, Secret password);

  /** Makes or upgrades the tables, then checks again. A script that fails leaves them as before. */
  DatabaseCheck migrate(SharedDatabase database, Secret password);
}
