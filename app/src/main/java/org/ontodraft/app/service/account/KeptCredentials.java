package org.ontodraft.app.service.account;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.workspace.CredentialsSource;

/** Who a person is at a remote, by the token or the helper of its server. Blocking. Thread-safe. */
public final class KeptCredentials implements CredentialsSource {
  private final SecretStore secrets;
  private final GitPasswords passwords;
  private final Supplier<ForgeDirectory> directory;

  /** Over the tokens, and what Git keeps where there is none. */
  public KeptCredentials(
      SecretStore secrets, GitPasswords passwords, Supplier<ForgeDirectory> directory) {
    this.secrets = secrets;
    this.passwords = passwords;
    this.directory = directory;
  }

  @Override
  public @Nullable Credentials find(Remote remote) {
    return remote.origin().flatMap(this::of).orElse(null);
  }

  private Optional<Credentials> of(Origin server) {
    return passwords.allowed(server) && secrets.where(server).map(Kept::isOfGit).orElse(true)
        ? Optional.of(passwords.credentials(server))
        : secrets
            .find(server)
            .map(token ->
                Credentials.token(
                    server, user(server), token, refused -> secrets.instead(server, refused)));
  }

  /** GitLab wants this name beside a token of a sign-in through the browser. */
  private String user(Origin server) {
    return directory.get().api(server).filter(api -> api.kind() == ForgeKind.GITLAB).isPresent()
        ? "oauth2"
        : "x-access-token";
  }
}
