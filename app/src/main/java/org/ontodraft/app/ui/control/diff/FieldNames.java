package org.ontodraft.app.ui.control.diff;

import org.ontodraft.app.ui.common.Texts;

/** What fields are called on screen. */
public final class FieldNames {
  private FieldNames() {}

  /** The bundle's name for a field, else its own with spaces and a capital letter. */
  public static String of(Texts texts, String field) {
    return texts.find("field." + field).orElseGet(() -> readable(field));
  }

  private static String readable(String field) {
    String spaced = field.replace('_', ' ').strip();
    return spaced.isEmpty()
        ? field
        : spaced.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + spaced.substring(1);
  }
}
