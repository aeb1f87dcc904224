package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.validation.Subject.Presence;
import tools.jackson.databind.JsonNode;

/**
 * {@code missing-reference}: a field names an entity that does not exist. One whose file is there
 * and cannot be read is only a warning, {@code unreadable-reference}. Arguments: the entity.
 */
public final class MissingReferenceRule implements EntityRule {
  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (EntityReference reference : subject.references()) {
      EntityKey target = reference.target();
      Presence presence = subject.presence().apply(target);
      if (presence != Presence.PRESENT) {
        boolean missing = presence == Presence.MISSING;
        findings.add(
            new Finding(
                missing ? Severity.ERROR : Severity.WARNING,
                missing ? "missing-reference" : "unreadable-reference",
                subject.key(),
                pointer(subject, reference),
                List.of(target.toString())));
      }
    }
    return findings;
  }

  private static String pointer(Subject subject, EntityReference reference) {
    JsonNode value = subject.document().json().at(reference.pointer());
    return value.isArray() ? reference.pointer() + "/" + reference.position() : reference.pointer();
  }
}
