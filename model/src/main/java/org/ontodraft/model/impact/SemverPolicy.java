package org.ontodraft.model.impact;

/**
 * What a repository decides for itself.
 *
 * @param templateText the level of a change to a template's wikitext, which no rule can judge
 */
public record SemverPolicy(SemverLevel templateText) {
  /** Minor, and somebody looks at it. */
  public static final SemverPolicy DEFAULT = new SemverPolicy(SemverLevel.MINOR);
}
