package org.ontodraft.app.git;

import java.util.Optional;
import java.util.function.Supplier;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;

/**
 * Who to be at a server that speaks HTTP. Sent to this origin only, and only when it asks.
 *
 * @param login found when the server asks, once; empty for nobody. Blocking.
 * @param verdict told what the server said to it
 */
public record Credentials(Origin origin, Supplier<Optional<Login>> login, Verdict verdict) {
  private static final Verdict NOBODY =
      new Verdict() {
        @Override
        public void accepted(Login login) {}

        @Override
        public void refused(Login login) {}
      };

  /** Who wants to know what became of a login. */
  public interface Verdict {
    /** The server took it. */
    void accepted(Login login);

    /** The server did not take it. */
    void refused(Login login);
  }

  /** A forge token; most forges take any user name beside it. */
  public static Credentials token(Origin origin, Secret token) {
    return token(origin, "x-access-token", token);
  }

  /** A forge token beside the user name that the forge wants. */
  public static Credentials token(Origin origin, String user, Secret token) {
    return new Credentials(origin, () -> Optional.of(new Login(user, token)), NOBODY);
  }
}
