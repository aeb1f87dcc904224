package org.ontodraft.model.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the way an evaluation took through a schema (JSON Schema 2020-12, core, section 12.3.1).
 */
final class EvaluationPath {
  private EvaluationPath() {}

  /**
   * A choice between alternatives that an error came up in.
   *
   * @param path the way to the choice, its keyword included
   * @param location the tokens of the place in the document it was made for
   * @param alternative which one the error is in
   */
  record Choice(List<String> path, List<String> location, int alternative) {}

  static List<String> tokens(NodePath path) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      tokens.add(path.getName(i));
    }
    return tokens;
  }

  /** The first choice on the way to an error that begins at or behind this step. */
  static Optional<Choice> choice(Error error, int from) {
    List<String> way = tokens(error.getEvaluationPath());
    List<String> location = tokens(error.getInstanceLocation());
    int into = 0;
    for (int step = 0; step < way.size(); ) {
      String keyword = way.get(step);
      boolean isChoice = keyword.equals("anyOf") || keyword.equals("oneOf");
      if (isChoice && step >= from && step + 1 < way.size()) {
        return Optional.of(
            new Choice(
                List.copyOf(way.subList(0, step + 1)),
                List.copyOf(location.subList(0, Math.min(into, location.size()))),
                Integer.parseInt(way.get(step + 1))));
      }
      into += goesInto(keyword) ? 1 : 0;
      step += isNamed(keyword, way, step) ? 2 : 1;
    }
    return Optional.empty();
  }

  /** Whether what a keyword holds is applied to a child of the place it stands for. */
  private static boolean goesInto(String keyword) {
    return switch (keyword) {
      case "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "additionalItems",
          "unevaluatedItems",
          "contains" ->
          true;
      default -> false;
    };
  }

  /** Whether a name or number follows the keyword on the way. */
  private static boolean isNamed(String keyword, List<String> way, int step) {
    return switch (keyword) {
      case "properties",
          "patternProperties",
          "prefixItems",
          "dependentSchemas",
          "allOf",
          "anyOf",
          "oneOf" ->
          true;
      case "items" ->
          step + 1 < way.size() && way.get(step + 1).chars().allMatch(Character::isDigit);
      default -> false;
    };
  }
}
