package org.ontodraft.app.git;

import org.ontodraft.app.secret.Secret;

/**
 * A name and what proves it.
 *
 * @param secret a token or password
 */
public record Login(String user, Secret secret) {}
