package org.ontodraft.app.service;

import java.net.URI;
import org.ontodraft.app.forge.ForgeFailure;
import org.ontodraft.app.forge.ForgeRepository;
import org.ontodraft.app.secret.Origin;

/** What a forge's failures are to a person. */
public final class ForgeRefusals {
  private ForgeRefusals() {}

  /** Whether a server did not take the token it was called with. */
  public static boolean isOfToken(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?>(Refusal refusal)
        && refusal.code().equals("FORGE-05");
  }

  /** The outcome of a call about a repository. */
  public static <T> Outcome<T> of(ForgeFailure failure, ForgeRepository repository) {
    return new Outcome.Refused<>(
        of(failure, repository.fullName(), repository.api(), repository.web()));
  }

  /**
   * The refusal of a call.
   *
   * @param name what the call was about
   */
  public static Refusal of(ForgeFailure failure, String name, URI api, Origin web) {
    return switch (failure) {
      case ForgeFailure.Unreachable unreachable ->
          switch (unreachable.reason()) {
            case TLS -> Refusal.of("NET-05", api, unreachable.detail());
            case PROXY -> Refusal.of("PROXY-02", api, unreachable.detail());
            case REDIRECTED -> Refusal.of("FORGE-16", api, unreachable.detail(), web);
            case UNKNOWN_HOST, REFUSED, TIMED_OUT, CUT_OFF ->
                Refusal.of("FORGE-04", api, unreachable.detail());
          };
      case ForgeFailure.Untrusted untrusted ->
          TlsRefusals.of(untrusted.reason(), api, untrusted.detail());
      case ForgeFailure.SignInRefused refused -> Refusal.of("FORGE-05", web);
      case ForgeFailure.SecondFactorWanted wanted -> Refusal.of("FORGE-17", web);
      case ForgeFailure.PermissionMissing missing ->
          Refusal.of("FORGE-06", name, missing.message(), missing.needed(), web);
      case ForgeFailure.SingleSignOnNeeded sso ->
          Refusal.of("FORGE-07", name, sso.page().map(Object::toString).orElse(""));
      case ForgeFailure.NotFound missing -> Refusal.of("FORGE-08", name, web);
      case ForgeFailure.RateLimited limited -> Refusal.of("FORGE-09", web, limited.until());
      case ForgeFailure.Rejected rejected ->
          Refusal.of("FORGE-10", name, String.join("; ", rejected.reasons()));
      case ForgeFailure.ServerFault fault -> Refusal.of("FORGE-11", web, fault.status());
      case ForgeFailure.UnexpectedAnswer answer ->
          Refusal.of("FORGE-12", api, answer.detail(), web);
    };
  }
}
