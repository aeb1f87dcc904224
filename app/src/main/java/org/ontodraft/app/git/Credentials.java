package org.ontodraft.app.git;

import java.util.Optional;
import java.util.function.Function;
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
  /** Who wants to know what became of a login. */
  public interface Verdict {
    /** The server took it. */
    void accepted(Login login);

    /** The server did not take it. */
    void refused(Login login);

    /**
     * Another login in place of one that the server did not take, tried once before the call counts
     * as refused; empty for none. Blocking.
     */
    default Optional<Login> instead(Login refused) {
      return Optional.empty();
    }
  }

  /** A forge token; most forges take any user name beside it. */
  public static Credentials token(Origin origin, Secret token) {
    return token(origin, "x-access-token", token);
  }

  /** A forge token beside the user name that the forge wants. */
  public static Credentials token(Origin origin, String user, Secret token) {
    return token(origin, user, token, refused -> Optional.empty());
  }

  /**
   * A forge token that may be another by the time the server refuses it.
   *
   * @param instead finds the other one. Blocking.
   */
  public static Credentials token(
      Origin origin, String user, Secret token, Function<Secret, Optional<Secret>> instead) {
    return new Credentials(
        origin,
        () -> Optional.of(new Login(user, token)),
        new Verdict() {
          @Override
          public void accepted(Login login) {}

          @Override
          public void refused(Login login) {}

          @Override
          public Optional<Login> instead(Login refused) {
            return instead.apply(refused.secret()).map(next -> new Login(user, next));
          }
        });
  }
}
