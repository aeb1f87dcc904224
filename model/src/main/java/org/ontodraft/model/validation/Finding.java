package org.ontodraft.model.validation;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * What a rule says about an entity.
 *
 * @param rule the rule's name in kebab case; the message text is in the bundle under it
 * @param pointer the place in the document as a JSON Pointer, empty for the whole
 * @param arguments what the message is filled with, in order
 */
public record Finding(
    Severity severity, String rule, EntityKey key, String pointer, List<String> arguments) {
  public Finding {
    arguments = List.copyOf(arguments);
  }
}
