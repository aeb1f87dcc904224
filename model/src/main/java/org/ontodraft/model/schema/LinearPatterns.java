package org.ontodraft.model.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Regular expressions that take time linear in their input (RE2), so that a pattern in a repository
 * cannot hang the program. What RE2 lacks, such as look-ahead, is collected and matches nothing;
 * whoever reads the errors turns those into "could not be checked".
 */
final class LinearPatterns implements RegularExpressionFactory {
  /** RE2 writes a repetition out; nested ones would fill the memory before any bound of its own. */
  private static final long MAX_SIZE = 20_000;

  private static final RegularExpression NOTHING = value -> false;

  private final Set<String> unsupported = ConcurrentHashMap.newKeySet();

  @Override
  public RegularExpression getRegularExpression(String regex) {
    if (PatternSize.of(regex) > MAX_SIZE) {
      unsupported.add(regex);
      return NOTHING;
    }
    try {
      Pattern pattern = Pattern.compile(inRe2Syntax(regex));
      return value -> pattern.matcher(value).find();
    } catch (PatternSyntaxException e) {
      unsupported.add(regex);
      return NOTHING;
    }
  }

  /** The patterns met so far that cannot be used. */
  Set<String> unsupported() {
    return unsupported;
  }

  /** ECMA-262 writes a code point with {@code \}{@code u} and four digits, RE2 in braces. */
  private static String inRe2Syntax(String regex) {
    return regex
        .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u\\{([0-9A-Fa-f]{1,6})}", "$1\\\\x{$2}")
        .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9A-Fa-f]{4})", "$1\\\\x{$2}");
  }
}
