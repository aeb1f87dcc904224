package org.ontodraft.model.ontology;

/**
 * A commit of the history, as people read it.
 *
 * @param author the name of who wrote it, empty where the commit names nobody
 */
public record Commit(OntologyVersion version, String author) {}
