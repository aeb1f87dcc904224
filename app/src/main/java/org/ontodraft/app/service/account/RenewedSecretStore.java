package org.ontodraft.app.service.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.DeviceGrant;
import org.ontodraft.app.forge.DeviceGrants;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.SettingsService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a token that a sign-in through the browser gave: before it is handed out when it has
 * ended, and when its server refuses it before that. Where that fails the old one is handed out,
 * for the server to refuse. Blocking: it may ask the forge. Thread-safe.
 */
public final class RenewedSecretStore implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(RenewedSecretStore.class);

  /** Renewed so early, a token does not end in the middle of a call. */
  private static final Duration BEFORE = Duration.ofMinutes(1);

  /** Who is refused again so soon is not refused for the token's age. */
  private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(5);

  private final SecretStore secrets;
  private final Renewals renewals;
  private final DeviceGrants grants;
  private final SettingsService settings;
  private final Supplier<ForgeDirectory> directory;
  private final InstantSource clock;
  private final Map<Origin, Instant> renewedAfterRefusal = new HashMap<>();

  /** Over the store that keeps the tokens. */
  public RenewedSecretStore(
      SecretStore secrets,
      Renewals renewals,
      DeviceGrants grants,
      SettingsService settings,
      Supplier<ForgeDirectory> directory,
      InstantSource clock) {
    this.secrets = secrets;
    this.renewals = renewals;
    this.grants = grants;
    this.settings = settings;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Secret> find(Origin origin) {
    if (throughBrowser(origin).filter(this::ends).isPresent()) {
      renew(origin);
    }
    return secrets.find(origin);
  }

  /** The next token, or the one that another call has got meanwhile. */
  @Override
  public synchronized Optional<Secret> instead(Origin origin, Secret refused) {
    Instant now = clock.instant();
    if (throughBrowser(origin).isEmpty()) {
      return Optional.empty();
    }
    Optional<Secret> next = otherThan(refused, origin);
    @Nullable Instant before = renewedAfterRefusal.get(origin);
    if (next.isPresent() || (before != null && now.isBefore(before.plus(BETWEEN_REFUSALS)))) {
      return next;
    }
    renewedAfterRefusal.put(origin, now);
    renew(origin);
    return otherThan(refused, origin);
  }

  private Optional<Secret> otherThan(Secret refused, Origin origin) {
    return secrets.find(origin).filter(kept -> !kept.reveal().equals(refused.reveal()));
  }

  private Optional<Account> throughBrowser(Origin origin) {
    return settings
        .settings()
        .get()
        .connections()
        .account(origin)
        .filter(known -> known.way() == Account.Way.BROWSER);
  }

  private boolean ends(Account account) {
    return account
        .expires()
        .filter(end -> !clock.instant().isBefore(end.minus(BEFORE)))
        .isPresent();
  }

  private void renew(Origin origin) {
    directory
        .get()
        .api(origin)
        .ifPresent(
            api -> renewals.of(origin).ifPresent(renewal -> renew(origin, api.kind(), renewal)));
  }

  private void renew(Origin origin, ForgeKind kind, Secret renewal) {
    String client = settings.settings().get().connections().client(origin);
    switch (grants.renew(kind, origin, client, renewal)) {
      case DeviceGrant.Granted granted -> {
        secrets.save(origin, granted.token());
        granted.renewal().ifPresent(next -> renewals.keep(origin, next));
        Optional<Instant> end = granted.lifetime().map(lifetime -> clock.instant().plus(lifetime));
        settings.update(now ->
            now.withConnections(all ->
                all.withAccount(
                    origin, all.account(origin).map(account -> account.until(end)).orElse(null))));
      }
      case DeviceGrant.Expired expired -> renewals.forget(origin);
      case DeviceGrant other ->
          LOG.warn("SIGN-06 the token of {} was not renewed: {}", origin, other);
    }
  }

  @Override
  public synchronized Kept save(Origin origin, Secret secret) {
    renewedAfterRefusal.remove(origin);
    return secrets.save(origin, secret);
  }

  @Override
  public void forget(Origin origin) {
    secrets.forget(origin);
  }

  @Override
  public Optional<Kept> where(Origin origin) {
    return secrets.where(origin);
  }

  @Override
  public Kept kept() {
    return secrets.kept();
  }
}
