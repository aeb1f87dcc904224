package org.ontodraft.app.ui.settings;

import org.ontodraft.app.service.settings.Server;

/**
 * A server in the list.
 *
 * @param name its address, without what is usual in it
 * @param token where its token is, in words
 */
record ServerRow(Server server, String name, String token) {}
