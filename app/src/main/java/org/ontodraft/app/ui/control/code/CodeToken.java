package org.ontodraft.app.ui.control.code;

import java.util.Locale;

/** What a part of a text is, and so how it looks. */
public enum CodeToken {
  /** The name of a member, parameter or property. */
  NAME,
  /** A text in quotes, or one between markup that has a meaning of its own. */
  TEXT,
  /** A number, or one of the words JSON knows. */
  NUMBER,
  /** Brackets, bars and whatever else holds the rest together. */
  MARK,
  /** What leads to another page, template or tag. */
  LINK,
  /** What only people read. */
  COMMENT,
  /** A heading. */
  HEADING;

  /** The style class that gives it its colour. */
  String styleClass() {
    return "code-" + name().toLowerCase(Locale.ROOT);
  }
}
