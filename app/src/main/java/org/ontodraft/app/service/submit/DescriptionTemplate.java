package org.ontodraft.app.service.submit;

/**
 * What a description is made from: text with names in braces in the places of what is known of the
 * draft.
 *
 * @param path the file it was read from; empty for one that is no file of the repository
 */
public record DescriptionTemplate(String text, Origin origin, String path) {
  /** Where it comes from; the first that there is, is used. */
  public enum Origin {
    OWN,
    REPOSITORY,
    BUILT_IN
  }

  /** One sentence, or the draft's own description. */
  static final String SUMMARY = "{summary}";

  /** The changes by type, as a table and a list. */
  static final String CHANGES = "{changes}";

  /** What they mean as a semantic version, with the versions that say so. */
  static final String IMPACT = "{impact}";

  /** What validation found; nothing where it found nothing. */
  static final String FINDINGS = "{findings}";

  /** The one that is used where nobody has written another. */
  public static final DescriptionTemplate BUILT_IN =
      new DescriptionTemplate(
          """
          ## Summary

          {summary}

          ## Changes

          {changes}

          ## Impact

          {impact}

          {findings}
          """,
          Origin.BUILT_IN,
          "");

  /** Whether it says where the changes go. */
  boolean hasPlaces() {
    return text.contains(SUMMARY) || text.contains(CHANGES) || text.contains(IMPACT);
  }
}
