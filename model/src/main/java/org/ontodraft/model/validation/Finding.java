package org.ontodraft.model.validation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final Pattern INDEX = Pattern.compile("/[0-9]+(?=/|$)");

  public Finding {
    arguments = List.copyOf(arguments);
  }

  /** These findings without those that are, wherever in a list they stand, among the others. */
  public static List<Finding> without(List<Finding> findings, List<Finding> others) {
    if (findings.isEmpty() || others.isEmpty()) {
      return findings;
    }
    if (findings.equals(others)) {
      return List.of();
    }
    Set<EntityKey> keys = findings.stream().map(Finding::key).collect(Collectors.toSet());
    Set<Finding> known =
        others.stream()
            .filter(other -> keys.contains(other.key()))
            .map(Finding::anywhere)
            .collect(Collectors.toSet());
    return findings.stream().filter(finding -> !known.contains(finding.anywhere())).toList();
  }

  /** An item's place in a list changes when another goes; what is wrong with it does not. */
  private Finding anywhere() {
    return pointer.isEmpty()
        ? this
        : new Finding(severity, rule, key, INDEX.matcher(pointer).replaceAll("/*"), arguments);
  }
}
