package org.ontodraft.model.rebase;

import java.util.List;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

/**
 * What a choice would bring, before it is taken.
 *
 * @param findings those of the merged whole that hang on this choice: not every choice that was
 *     looked at has them
 * @param impact what the place's new value would mean for those who use upstream's newest version
 */
public record ChoiceCost(Choice choice, List<Finding> findings, SemverLevel impact) {
  public ChoiceCost {
    findings = List.copyOf(findings);
  }

  /** The resources that would be in error, sorted. */
  public List<EntityKey> failingResources() {
    TreeSet<EntityKey> failing = new TreeSet<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR && finding.key().type() == EntityType.RESOURCE) {
        failing.add(finding.key());
      }
    }
    return List.copyOf(failing);
  }

  /** The findings that are not about resources in error. */
  public List<Finding> otherFindings() {
    return findings.stream()
        .filter(finding ->
            finding.severity() != Severity.ERROR || finding.key().type() != EntityType.RESOURCE)
        .toList();
  }
}
