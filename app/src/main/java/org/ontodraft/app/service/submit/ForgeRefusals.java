package org.ontodraft.app.service.submit;

import org.ontodraft.app.forge.ForgeFailure;
import org.ontodraft.app.forge.ForgeRepository;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;

/** What a forge's failures are to a person. */
final class ForgeRefusals {
  private ForgeRefusals() {}

  static <T> Outcome<T> of(ForgeFailure failure, ForgeRepository repository) {
    Object name = repository.fullName();
    return new Outcome.Refused<>(
        switch (failure) {
          case ForgeFailure.Unreachable unreachable ->
              Refusal.of("FORGE-04", repository.api(), unreachable.detail());
          case ForgeFailure.SignInRefused refused -> Refusal.of("FORGE-05", repository.web());
          case ForgeFailure.PermissionMissing missing ->
              Refusal.of("FORGE-06", name, missing.message(), missing.needed(), repository.web());
          case ForgeFailure.SingleSignOnNeeded sso ->
              Refusal.of("FORGE-07", name, sso.page().map(Object::toString).orElse(""));
          case ForgeFailure.NotFound missing -> Refusal.of("FORGE-08", name, repository.web());
          case ForgeFailure.RateLimited limited ->
              Refusal.of("FORGE-09", repository.web(), limited.until());
          case ForgeFailure.Rejected rejected ->
              Refusal.of("FORGE-10", name, String.join("; ", rejected.reasons()));
          case ForgeFailure.ServerFault fault ->
              Refusal.of("FORGE-11", repository.web(), fault.status());
          case ForgeFailure.UnexpectedAnswer answer ->
              Refusal.of("FORGE-12", repository.api(), answer.detail(), repository.web());
        });
  }
}
