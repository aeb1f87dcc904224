package org.ontodraft.app.forge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;

/** What a forge says to a sign-in through the browser. */
public sealed interface DeviceGrant {
  /**
   * The person agreed.
   *
   * @param renewal gives the next token when this one has ended; empty where there is none
   * @param lifetime how long the token lives from now on; empty where the forge does not say
   * @param scopes what the token may do, as far as the forge tells
   */
  record Granted(
      Secret token, Optional<Secret> renewal, Optional<Duration> lifetime, List<String> scopes)
      implements DeviceGrant {
    public Granted {
      scopes = List.copyOf(scopes);
    }
  }

  /** The person has not answered yet. */
  record Pending() implements DeviceGrant {}

  /**
   * The person has not answered yet, and the forge is asked too often.
   *
   * @param interval what to wait from now on; empty where the forge does not say
   */
  record SlowDown(Optional<Duration> interval) implements DeviceGrant {}

  /** The person said no. */
  record Denied() implements DeviceGrant {}

  /** The code, or the token that was to be renewed, is too old. */
  record Expired() implements DeviceGrant {}

  /**
   * The forge knows no such client, or does not let it sign people in so.
   *
   * @param detail what the forge says
   */
  record ClientRefused(String detail) implements DeviceGrant {}

  /** There was no usable answer. */
  record Failed(ForgeFailure failure) implements DeviceGrant {}
}
