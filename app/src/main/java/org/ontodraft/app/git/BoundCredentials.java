package org.ontodraft.app.git;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;

/**
 * Hands credentials to the origin they belong to, and answers no question: not whether to trust a
 * certificate, not whether to trust a key.
 */
final class BoundCredentials extends CredentialsProvider {
  private final @Nullable Credentials credentials;
  private @Nullable Login login;
  private boolean asked;
  private boolean replaced;
  private boolean refused;
  private boolean sent;

  BoundCredentials(@Nullable Credentials credentials) {
    this.credentials = credentials;
  }

  /** Whether the server asked and was given them. */
  boolean sent() {
    return sent;
  }

  /**
   * Tells what became of them.
   *
   * @param answered whether the server did what was asked
   */
  void settle(boolean answered) {
    Login used = login;
    if (credentials == null || used == null || !sent) {
      return;
    }
    if (refused) {
      credentials.verdict().refused(used);
    } else if (answered) {
      credentials.verdict().accepted(used);
    }
    sent = false;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    Credentials mine = credentials;
    if (mine == null || refused || !supports(items) || !belongsTo(mine.origin(), uri)) {
      return false;
    }
    if (!asked) {
      asked = true;
      login = mine.login().get().orElse(null);
    }
    Login known = login;
    if (known == null) {
      return false;
    }
    for (CredentialItem item : items) {
      switch (item) {
        case CredentialItem.Username user -> user.setValue(known.user());
        case CredentialItem.Password password ->
            password.setValueNoCopy(known.secret().reveal().toCharArray());
        default -> throw new IllegalStateException(item.getClass().getName());
      }
    }
    sent = true;
    return true;
  }

  /**
   * JGit calls it when they were not accepted; they are not tried again, to lock nobody out, but
   * others are where there are any, once.
   */
  @Override
  public void reset(URIish uri) {
    Credentials mine = credentials;
    Login used = login;
    @Nullable Login other =
        mine == null || used == null || replaced ? null : mine.verdict().instead(used).orElse(null);
    replaced = true;
    refused = other == null;
    if (other != null) {
      login = other;
    }
  }

  private static boolean belongsTo(Origin origin, URIish uri) {
    String scheme = uri.getScheme();
    String host = uri.getHost();
    return ("https".equals(scheme) || "http".equals(scheme))
        && host != null
        && origin.equals(Origin.of(scheme, host, uri.getPort()));
  }
}
