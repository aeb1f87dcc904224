package org.ontodraft.app.service.account;

import java.net.URI;
import java.util.Optional;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.settings.Account;

/**
 * What is known of a person at a server, without asking it.
 *
 * @param token where the token is; empty where none is kept
 * @param account who the token stood for when the forge was asked last
 * @param kind the kind of forge, as far as it is known
 * @param client the client id for signing in through the browser; empty for none
 * @param hindrance what is in the way of that
 * @param asksGit whether Git may be asked for the server's password
 * @param revocation where tokens are made and revoked
 */
public record AccountStanding(
    Origin server,
    Optional<Kept> token,
    Optional<Account> account,
    Optional<ForgeKind> kind,
    String client,
    BrowserSignIn.Hindrance hindrance,
    boolean asksGit,
    Optional<URI> revocation) {}
