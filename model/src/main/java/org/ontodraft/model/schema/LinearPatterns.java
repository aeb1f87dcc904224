package org.ontodraft.model.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ontodraft.model.pattern.LinearPattern;

/**
 * The patterns of schemas. What cannot be used is collected and matches nothing; whoever reads the
 * errors turns those into "could not be checked".
 */
final class LinearPatterns implements RegularExpressionFactory {
  private static final RegularExpression NOTHING = value -> false;

  private final Set<String> unsupported = ConcurrentHashMap.newKeySet();

  @Override
  public RegularExpression getRegularExpression(String regex) {
    LinearPattern pattern = LinearPattern.of(regex);
    if (pattern.isUsable()) {
      return pattern::isIn;
    }
    unsupported.add(regex);
    return NOTHING;
  }

  /** The patterns met so far that cannot be used. */
  Set<String> unsupported() {
    return unsupported;
  }
}
