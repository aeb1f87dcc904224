package org.ontodraft.app.service.settings;

import java.util.Optional;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.SecretStore.Kept;

/**
 * A server as the settings show it.
 *
 * @param token where its token is; empty when none is kept
 * @param user who a person was there when it was asked last
 * @param api the API address of its forge; empty where none was named
 * @param removable whether it is in the list for no other reason than that it was named there
 */
public record Server(
    Origin origin, Optional<Kept> token, Optional<String> user, String api, boolean removable) {}
