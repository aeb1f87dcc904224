package org.ontodraft.app.bootstrap;

import java.time.InstantSource;
import org.ontodraft.app.service.store.StoreHealth;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.persistence.store.ServerCheck;
import org.ontodraft.persistence.store.SharedConnections;

/** A server that is watched. */
final class ServerPatient implements StoreWatch.Patient {
  private final String name;
  private final SharedConnections connections;
  private final InstantSource clock;

  ServerPatient(String name, SharedConnections connections, InstantSource clock) {
    this.name = name;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public StoreHealth health() {
    return switch (new ServerCheck(new SchemaScripts()).ask(connections.patient())) {
      case ServerCheck.Finding.Usable usable -> {
        connections.reconnect();
        yield new StoreHealth.Reached(
            name,
            usable.serverVersion(),
            usable.schema(),
            usable.role(),
            usable.latency(),
            clock.instant());
      }
      case ServerCheck.Finding.Unusable unusable ->
          new StoreHealth.Lost(
              name, StoreRefusals.of(unusable.problem(), name, unusable.detail()), clock.instant());
    };
  }

  @Override
  public boolean answers() {
    return connections.answers();
  }
}
