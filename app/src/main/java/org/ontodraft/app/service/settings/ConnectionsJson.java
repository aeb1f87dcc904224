package org.ontodraft.app.service.settings;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ontodraft.app.service.settings.Account.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of the settings file about servers. */
final class ConnectionsJson {
  private ConnectionsJson() {}

  static Connections read(JsonNode node) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    node.path("accounts")
        .properties()
        .forEach(entry -> accounts.put(entry.getKey(), account(entry.getValue())));
    Map<String, String> clients = new LinkedHashMap<>();
    node.path("clients")
        .properties()
        .forEach(entry -> clients.put(entry.getKey(), entry.getValue().asString("")));
    Set<String> helpers = new LinkedHashSet<>();
    node.path("gitHelpers").forEach(server -> helpers.add(server.asString("")));
    return new Connections(
        accounts,
        clients,
        helpers,
        node.path("authorities").asString(""),
        node.path("sshProgram").asBoolean(false));
  }

  private static Account account(JsonNode node) {
    String expires = node.path("expires").asString("");
    return new Account(
        node.path("user").asString(""),
        node.path("scopes").valueStream().map(scope -> scope.asString("")).toList(),
        expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires)),
        Way.valueOf(node.path("way").asString("token").toUpperCase(Locale.ROOT)),
        Instant.parse(node.path("asked").asString()));
  }

  static void write(Connections connections, ObjectNode node) {
    ObjectNode accounts = node.putObject("accounts");
    new TreeMap<>(connections.accounts())
        .forEach((server, account) -> write(account, accounts.putObject(server)));
    ObjectNode clients = node.putObject("clients");
    new TreeMap<>(connections.clients()).forEach(clients::put);
    var helpers = node.putArray("gitHelpers");
    connections.gitHelpers().stream().sorted().forEach(helpers::add);
    node.put("authorities", connections.authorities());
    node.put("sshProgram", connections.sshProgram());
  }

  private static void write(Account account, ObjectNode node) {
    node.put("user", account.user());
    var scopes = node.putArray("scopes");
    account.scopes().forEach(scopes::add);
    account.expires().ifPresent(instant -> node.put("expires", instant.toString()));
    node.put("way", account.way().name().toLowerCase(Locale.ROOT));
    node.put("asked", account.asked().toString());
  }
}
