package org.ontodraft.app.testing;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ontodraft.app.forge.DeviceGrants;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgesByKind;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.account.Accounts;
import org.ontodraft.app.service.account.BrowserSignIn;
import org.ontodraft.app.service.account.Renewals;
import org.ontodraft.app.service.account.RenewedSecretStore;
import org.ontodraft.app.service.account.SignIns;
import org.ontodraft.app.service.settings.ListedSecretStore;
import org.ontodraft.app.service.settings.SettingsFile;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.task.Progress;

/** Signing in with every part real but the time, which passes in the pauses. */
public final class AccountParts implements AutoCloseable {
  private final MovedClock clock = new MovedClock();
  private final MemorySecretStore keychain = new MemorySecretStore();
  private final List<Duration> pauses = new ArrayList<>();
  private final Map<Integer, Runnable> afterPause = new HashMap<>();
  private final HttpClient client;
  private final SettingsFile settings;
  private final SecretStore secrets;
  private final Accounts accounts;
  private final BrowserSignIn browser;

  /** Parts that keep their settings in this folder. */
  public AccountParts(Path folder) {
    client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    settings = new SettingsFile(folder.resolve("settings.json"));
    Duration patience = Duration.ofSeconds(3);
    Supplier<ForgeDirectory> directory =
        () -> new ForgeDirectory(settings.settings().get().forgeApis());
    DeviceGrants grants = new DeviceGrants(client, patience, clock);
    Renewals renewals = new Renewals(keychain);
    secrets =
        new RenewedSecretStore(
            new ListedSecretStore(keychain, settings),
            renewals,
            grants,
            settings,
            directory,
            clock);
    accounts =
        new Accounts(
            settings,
            secrets,
            renewals,
            new ForgesByKind(client, patience, clock),
            directory,
            clock);
    browser = new BrowserSignIn(grants, directory, settings, accounts, clock, this::pause);
  }

  private void pause(Duration time, Progress progress) {
    clock.pass(time);
    pauses.add(time);
    afterPause.getOrDefault(pauses.size(), () -> {}).run();
  }

  /** Knows a server's API and the client that is registered there. */
  public AccountParts knowing(ForgeServer server) {
    server.desk().by(clock);
    settings.update(now ->
        now.withForgeApis(Map.of(server.host(), server.api()))
            .withConnections(all -> all.withClient(server.origin(), DeviceDesk.CLIENT)));
    return this;
  }

  /** Something happens when the program has waited so often. */
  public AccountParts after(int count, Runnable event) {
    afterPause.put(count, event);
    return this;
  }

  /** How long the program waited, each time. */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  public MovedClock clock() {
    return clock;
  }

  public SettingsService settings() {
    return settings;
  }

  public SecretStore secrets() {
    return secrets;
  }

  public Accounts accounts() {
    return accounts;
  }

  public BrowserSignIn browser() {
    return browser;
  }

  public SignIns signIns() {
    return new SignIns(settings, secrets, accounts, browser);
  }

  @Override
  public void close() {
    client.close();
  }
}
