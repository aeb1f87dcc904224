package org.ontodraft.app.forge;

import java.net.URI;
import java.time.Duration;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;

/**
 * A sign-in that waits for its person (RFC 8628).
 *
 * @param server where the person signs in
 * @param client who asks for the sign-in
 * @param device what this program shows when it asks whether the person has agreed
 * @param userCode what the person types
 * @param page where the person types it, at the same server
 * @param interval the shortest time between two questions
 * @param lifetime how long the code can be typed, from now on
 */
public record DeviceCode(
    ForgeKind kind,
    Origin server,
    String client,
    Secret device,
    String userCode,
    URI page,
    Duration interval,
    Duration lifetime) {}
