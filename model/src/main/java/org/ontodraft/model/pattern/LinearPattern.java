package org.ontodraft.model.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression from a repository, which takes time linear in its input (RE2), so that it
 * cannot hang the program. One that RE2 cannot do, such as one with look-ahead, has a {@link
 * #problem} and must not be asked. Immutable; equal when the text is.
 */
public final class LinearPattern {
  /** RE2 writes a repetition out; nested ones would fill the memory before any bound of its own. */
  private static final long MAX_SIZE = 20_000;

  private final String regex;
  private final @Nullable Pattern pattern;
  private final String problem;

  private LinearPattern(String regex, @Nullable Pattern pattern, String problem) {
    this.regex = regex;
    this.pattern = pattern;
    this.problem = problem;
  }

  /** The pattern of this text, as ECMA-262 and RE2 write it. */
  public static LinearPattern of(String regex) {
    if (PatternSize.of(regex) > MAX_SIZE) {
      return new LinearPattern(regex, null, "too large when its repetitions are written out");
    }
    try {
      return new LinearPattern(regex, Pattern.compile(inRe2Syntax(regex)), "");
    } catch (PatternSyntaxException e) {
      String part = e.getPattern().equals(inRe2Syntax(regex)) ? "" : ": " + e.getPattern();
      return new LinearPattern(regex, null, e.getDescription() + part);
    }
  }

  /** ECMA-262 writes a code point with {@code \}{@code u} and four digits, RE2 in braces. */
  private static String inRe2Syntax(String regex) {
    return regex
        .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u\\{([0-9A-Fa-f]{1,6})}", "$1\\\\x{$2}")
        .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9A-Fa-f]{4})", "$1\\\\x{$2}");
  }

  /** The pattern as it is written. */
  public String regex() {
    return regex;
  }

  /** Whether it can be asked. */
  public boolean isUsable() {
    return pattern != null;
  }

  /** Why it cannot be asked, with the part that is to blame; empty when it can. */
  public String problem() {
    return problem;
  }

  /**
   * Whether it is found somewhere in a text.
   *
   * @throws IllegalStateException when it is not {@link #isUsable usable}
   */
  public boolean isIn(String text) {
    if (pattern == null) {
      throw new IllegalStateException("this pattern cannot be used");
    }
    return pattern.matcher(text).find();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LinearPattern that && regex.equals(that.regex);
  }

  @Override
  public int hashCode() {
    return regex.hashCode();
  }

  @Override
  public String toString() {
    return regex;
  }
}
