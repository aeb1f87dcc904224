package org.ontodraft.app.service.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ontodraft.app.forge.DeviceCode;
import org.ontodraft.app.forge.DeviceGrant;
import org.ontodraft.app.forge.DeviceGrants;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeDirectory.Api;
import org.ontodraft.app.forge.ForgeFailure;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.ForgeRefusals;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.task.Progress;

/**
 * Signs a person in with a code typed in the browser, as slowly as the forge wants to be asked. A
 * network that goes away meanwhile is waited for while the code lives. Blocking. Thread-safe.
 */
public final class BrowserSignIn {
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(2);
  private static final Duration SLOWER = Duration.ofSeconds(5);

  private final DeviceGrants grants;
  private final Supplier<ForgeDirectory> directory;
  private final SettingsService settings;
  private final Accounts accounts;
  private final InstantSource clock;
  private final BiConsumer<Duration, Progress> pause;

  /**
   * Sign-ins.
   *
   * @param pause waits so long, or until the task is cancelled
   */
  public BrowserSignIn(
      DeviceGrants grants,
      Supplier<ForgeDirectory> directory,
      SettingsService settings,
      Accounts accounts,
      InstantSource clock,
      BiConsumer<Duration, Progress> pause) {
    this.grants = grants;
    this.directory = directory;
    this.settings = settings;
    this.accounts = accounts;
    this.clock = clock;
    this.pause = pause;
  }

  /** Why a person cannot sign in so at a server. */
  public enum Hindrance {
    NONE,
    /** Nobody knows which forge it is. */
    UNKNOWN_FORGE,
    /** This kind of forge does not have it. */
    NOT_OFFERED,
    /** The settings name no client for the server. */
    NO_CLIENT
  }

  /** What is in the way at a server. */
  public Hindrance hindrance(Origin server) {
    Optional<Api> api = directory.get().api(server);
    if (api.isEmpty()) {
      return Hindrance.UNKNOWN_FORGE;
    }
    if (!DeviceGrants.offeredBy(api.get().kind())) {
      return Hindrance.NOT_OFFERED;
    }
    return client(server).isEmpty() ? Hindrance.NO_CLIENT : Hindrance.NONE;
  }

  private String client(Origin server) {
    return settings.settings().get().connections().client(server);
  }

  /** Asks the forge for a code. */
  public Outcome<DeviceCode> begin(Origin server) {
    if (hindrance(server) != Hindrance.NONE) {
      return Outcome.refused("SIGN-01", server);
    }
    return switch (grants.begin(
        directory.get().api(server).orElseThrow().kind(), server, client(server))) {
      case DeviceGrants.Begun.Asked asked -> Outcome.done(asked.code());
      case DeviceGrants.Begun.Refused refused ->
          new Outcome.Refused<>(refusal(server, refused.reason()));
    };
  }

  /**
   * Waits for the person, keeps the token and asks who it stands for.
   *
   * @param away told whether the forge can be reached at present
   * @throws java.util.concurrent.CancellationException when the task is cancelled
   */
  public Outcome<Account> await(DeviceCode code, Progress progress, Consumer<Boolean> away) {
    Instant end = clock.instant().plus(code.lifetime());
    Duration interval = code.interval();
    int failures = 0;
    while (true) {
      progress.checkCancelled();
      pause.accept(afterFailures(interval, failures), progress);
      progress.checkCancelled();
      if (!clock.instant().isBefore(end)) {
        return Outcome.refused("SIGN-03", code.server());
      }
      switch (grants.ask(code)) {
        case DeviceGrant.Granted granted -> {
          progress.checkCancelled();
          return accounts.keep(code.server(), granted);
        }
        case DeviceGrant.Pending pending -> failures = 0;
        case DeviceGrant.SlowDown slower -> {
          failures = 0;
          interval = longer(interval, slower.interval());
        }
        case DeviceGrant.Failed failed when passes(failed.failure()) -> failures++;
        case DeviceGrant refused -> {
          return new Outcome.Refused<>(refusal(code.server(), refused));
        }
      }
      away.accept(failures > 0);
    }
  }

  /** What a forge asks for, and never less than five seconds more (RFC 8628, 3.5). */
  private static Duration longer(Duration before, Optional<Duration> told) {
    Duration least = before.plus(SLOWER);
    return told.filter(wanted -> wanted.compareTo(least) > 0).orElse(least);
  }

  private static Duration afterFailures(Duration interval, int failures) {
    Duration wait = interval.multipliedBy(1L << Math.min(failures, 5));
    return failures > 0 && wait.compareTo(LONGEST_INTERVAL) > 0
        ? interval.compareTo(LONGEST_INTERVAL) > 0 ? interval : LONGEST_INTERVAL
        : wait;
  }

  /** Whether waiting may help. */
  private static boolean passes(ForgeFailure failure) {
    return switch (failure.nextStep()) {
      case TRY_AGAIN, WAIT -> true;
      default ->
          failure instanceof ForgeFailure.Unreachable unreachable
              && unreachable.reason() == ForgeFailure.Reason.UNKNOWN_HOST;
    };
  }

  private static Refusal refusal(Origin server, DeviceGrant reason) {
    return switch (reason) {
      case DeviceGrant.Denied denied -> Refusal.of("SIGN-02", server);
      case DeviceGrant.Expired expired -> Refusal.of("SIGN-03", server);
      case DeviceGrant.ClientRefused refused -> Refusal.of("SIGN-04", server, refused.detail());
      case DeviceGrant.Failed failed ->
          ForgeRefusals.of(failed.failure(), server.toString(), server.uri(), server);
      case DeviceGrant.Granted granted -> throw new IllegalArgumentException("granted");
      case DeviceGrant.Pending pending -> Refusal.of("SIGN-04", server, "authorization_pending");
      case DeviceGrant.SlowDown slower -> Refusal.of("SIGN-04", server, "slow_down");
    };
  }
}
