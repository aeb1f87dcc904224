package org.ontodraft.app.service.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;

/**
 * How servers are reached, and who a person is there. Servers are named by their origin as people
 * read it.
 *
 * @param accounts who a person was at a server when it was asked last
 * @param clients the client id for signing in through the browser, by server
 * @param gitHelpers the servers whose password Git may be asked for
 * @param authorities a file with certificates to trust beside those of the system; empty for none
 * @param sshProgram whether servers are reached with the system's ssh program
 */
public record Connections(
    Map<String, Account> accounts,
    Map<String, String> clients,
    Set<String> gitHelpers,
    String authorities,
    boolean sshProgram) {
  public Connections {
    accounts = Map.copyOf(accounts);
    clients = Map.copyOf(clients);
    gitHelpers = Set.copyOf(gitHelpers);
  }

  /** Before anything was chosen. */
  public static Connections initial() {
    return new Connections(Map.of(), Map.of(), Set.of(), "", false);
  }

  /** Who a person is at a server; empty where it was never asked. */
  public Optional<Account> account(Origin server) {
    return Optional.ofNullable(accounts.get(server.toString()));
  }

  /** The client id for a server; empty where none was named. */
  public String client(Origin server) {
    return clients.getOrDefault(server.toString(), "");
  }

  /** Whether Git may be asked for the password of a server. */
  public boolean asksGit(Origin server) {
    return gitHelpers.contains(server.toString());
  }

  /** With another account at a server; null for none. */
  public Connections withAccount(Origin server, @Nullable Account account) {
    return new Connections(
        with(accounts, server, account), clients, gitHelpers, authorities, sshProgram);
  }

  /** With another client id for a server; empty for none. */
  public Connections withClient(Origin server, String client) {
    return new Connections(
        accounts,
        with(clients, server, client.isEmpty() ? null : client),
        gitHelpers,
        authorities,
        sshProgram);
  }

  /** Lets Git be asked for the password of a server, or no longer. */
  public Connections withGitHelper(Origin server, boolean ask) {
    Set<String> helpers = new HashSet<>(gitHelpers);
    if (ask) {
      helpers.add(server.toString());
    } else {
      helpers.remove(server.toString());
    }
    return new Connections(accounts, clients, helpers, authorities, sshProgram);
  }

  /** With another file of certificates; empty for none. */
  public Connections withAuthorities(String file) {
    return new Connections(accounts, clients, gitHelpers, file, sshProgram);
  }

  /** With the ssh program, or without it. */
  public Connections withSshProgram(boolean use) {
    return new Connections(accounts, clients, gitHelpers, authorities, use);
  }

  /** Without anything about a server. */
  public Connections without(Origin server) {
    return withAccount(server, null).withClient(server, "").withGitHelper(server, false);
  }

  private static <T> Map<String, T> with(Map<String, T> before, Origin server, @Nullable T value) {
    Map<String, T> after = new HashMap<>(before);
    if (value == null) {
      after.remove(server.toString());
    } else {
      after.put(server.toString(), value);
    }
    return after;
  }
}
