package org.ontodraft.app.service.workspace;

import java.nio.file.Path;

/** What a person asks to open. */
public sealed interface OpenRequest {
  /** The ontology that comes with Ontodraft. */
  record Sample() implements OpenRequest {}

  /** A Git working copy or bare repository on this computer; it is only read. */
  record Folder(Path folder) implements OpenRequest {}

  /** The address of a repository to clone. */
  record Address(String url) implements OpenRequest {}
}
