package org.ontodraft.app.forge;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.network.Distrust;

/** What may go wrong with any call to a forge. None of them holds the token. */
public sealed interface ForgeFailure extends AccessOutcome, FindOutcome, OpenOutcome {
  /** What a person can do about it. */
  NextStep nextStep();

  /**
   * There was no complete answer; whether the call had an effect is not known.
   *
   * @param detail what the network said, for the small print
   */
  record Unreachable(Reason reason, String detail) implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return switch (reason) {
        case UNKNOWN_HOST, REDIRECTED, TLS, PROXY -> NextStep.CHECK_ADDRESS;
        case REFUSED, TIMED_OUT, CUT_OFF -> NextStep.TRY_AGAIN;
      };
    }
  }

  /** The server's certificate is not trusted, for this reason. */
  record Untrusted(Distrust reason, String detail) implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.CHECK_ADDRESS;
    }
  }

  /** The token is not valid: mistyped, expired or revoked (401). */
  record SignInRefused() implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.SIGN_IN;
    }
  }

  /** A password is kept where the forge wants a token, because of a second factor (401). */
  record SecondFactorWanted() implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.SIGN_IN;
    }
  }

  /**
   * The token is valid and may not do this (403).
   *
   * @param needed the permission or scope the forge names; may be empty
   * @param message what the forge says
   */
  record PermissionMissing(String needed, String message) implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.GRANT_PERMISSION;
    }
  }

  /**
   * The organisation wants the token authorised for its single sign-on (403).
   *
   * @param page where to do so
   */
  record SingleSignOnNeeded(Optional<URI> page) implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.GRANT_PERMISSION;
    }
  }

  /** There is no such repository, or the token may not see it (404). */
  record NotFound() implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.CHECK_ADDRESS;
    }
  }

  /**
   * Too many requests (403, 429).
   *
   * @param until when the forge will answer again
   */
  record RateLimited(Instant until) implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.WAIT;
    }
  }

  /**
   * The forge understood and refuses (4xx).
   *
   * @param reasons what the forge says, at least one
   */
  record Rejected(List<String> reasons) implements ForgeFailure {
    public Rejected {
      reasons = List.copyOf(reasons);
    }

    @Override
    public NextStep nextStep() {
      return NextStep.CORRECT;
    }
  }

  /** The forge has a fault of its own (5xx); whether the call had an effect is not known. */
  record ServerFault(int status) implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.TRY_AGAIN;
    }
  }

  /** The answer is not one of this API: a sign-in page, too large, of another shape. */
  record UnexpectedAnswer(String detail) implements ForgeFailure {
    @Override
    public NextStep nextStep() {
      return NextStep.CHECK_ADDRESS;
    }
  }

  /** Why there was no complete answer. */
  enum Reason {
    UNKNOWN_HOST,
    REFUSED,
    TIMED_OUT,
    CUT_OFF,
    /** There is no common way to speak in secret. */
    TLS,
    /** The proxy wants to know who asks. */
    PROXY,
    /** It sent the request on to another server, which is never followed with a token. */
    REDIRECTED
  }

  /** What a person can do. */
  enum NextStep {
    /** Enter a new token. */
    SIGN_IN,
    /** Give the token the permission that is named, or have it authorised. */
    GRANT_PERMISSION,
    /** Look at the remote's and the API's address in the settings. */
    CHECK_ADDRESS,
    /** Wait until the time given, then submit again. */
    WAIT,
    /** Submit again; nothing is done twice. */
    TRY_AGAIN,
    /** Change what the forge objects to. */
    CORRECT
  }
}
