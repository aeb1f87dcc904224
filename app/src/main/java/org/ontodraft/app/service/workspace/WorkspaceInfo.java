package org.ontodraft.app.service.workspace;

/**
 * Which workspace is open.
 *
 * @param id names its store and repository in the data directory
 * @param name what people call it: the repository's last path part
 * @param source the folder or address a person chose
 * @param remote the address canonical is fetched from and branches are pushed to
 * @param localOnlyCommits commits of the chosen folder that the remote lacks, which are not shown
 */
public record WorkspaceInfo(
    String id, String name, OpenRequest source, String remote, int localOnlyCommits) {}
