package org.ontodraft.app.service.store;

import java.nio.file.Path;

/**
 * A store's way from one version of its schema to another.
 *
 * @param backup the state before
 */
public record VersionChange(String before, String after, Path backup) {}
