package org.ontodraft.app.service.submit;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ForgeProbe;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.Outcome;

/** Finds out which forge a server is that nobody has named, when a person says so. */
public final class ForgeRecognition {
  private final Remote remote;
  private final Supplier<ForgeDirectory> directory;
  private final ForgeProbe probe;
  private final BiConsumer<Origin, String> name;

  /**
   * For the remote of a workspace.
   *
   * @param directory what is known so far
   * @param name takes the API's address of a server into the settings
   */
  public ForgeRecognition(
      Remote remote,
      Supplier<ForgeDirectory> directory,
      ForgeProbe probe,
      BiConsumer<Origin, String> name) {
    this.remote = remote;
    this.directory = directory;
    this.probe = probe;
    this.name = name;
  }

  /** The server that could be asked; empty where the forge is known or there is no server. */
  Optional<Origin> askable() {
    return directory.get().detect(remote) instanceof ForgeDirectory.Detection.Unknown
        ? remote.origin()
        : Optional.empty();
  }

  /** Asks the server, without a token, and remembers what it says. */
  Outcome<ForgeKind> ask() {
    Optional<Origin> server = askable();
    if (server.isEmpty()) {
      return Outcome.refused("FORGE-01", remote.address());
    }
    return switch (probe.ask(server.get())) {
      case ForgeProbe.Found.Known known -> {
        name.accept(server.get(), known.api().toString());
        yield Outcome.done(known.kind());
      }
      case ForgeProbe.Found.Unknown unknown -> Outcome.refused("FORGE-15", server.get());
      case ForgeProbe.Found.Away away ->
          Outcome.refused("FORGE-04", server.get(), away.failure().detail());
    };
  }
}
