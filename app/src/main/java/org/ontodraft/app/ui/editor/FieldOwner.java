package org.ontodraft.app.ui.editor;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What fields are part of: an entity of the draft, or one that is about to be created. FX thread.
 */
interface FieldOwner {
  /** Keeps the value of a field; null takes it out of the document. */
  void keep(String field, @Nullable JsonNode value, Reply reply);

  /** Gives a field back the value of the base. */
  void revert(String field, Reply reply);

  /** What the field asks of the rest of the program. */
  EntityLookups lookups();
}
