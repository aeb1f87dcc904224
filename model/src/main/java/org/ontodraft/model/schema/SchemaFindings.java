package org.ontodraft.model.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPointer;
import org.ontodraft.model.schema.EvaluationPath.Choice;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.JsonNode;

/** Turns a validator's errors into findings that a person can act on. */
final class SchemaFindings {
  private static final int MAX_FINDINGS = 500;
  private static final int MAX_ARGUMENT_LENGTH = 200;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::pointer)
          .thenComparing(Finding::rule)
          .thenComparing(finding -> String.join(" ", finding.arguments()));

  private final EntityKey key;
  private final Set<String> unsupportedPatterns;
  private final Set<Finding> findings = new HashSet<>();

  private SchemaFindings(EntityKey key, Set<String> unsupportedPatterns) {
    this.key = key;
    this.unsupportedPatterns = unsupportedPatterns;
  }

  static List<Finding> of(EntityKey key, List<Error> errors, Set<String> unsupportedPatterns) {
    SchemaFindings collector = new SchemaFindings(key, unsupportedPatterns);
    collector.add(errors, 0);
    return collector.findings.stream().sorted(ORDER).limit(MAX_FINDINGS).toList();
  }

  /** Adds errors, those of one choice together; choices before the given step are decided. */
  private void add(List<Error> errors, int from) {
    Map<List<List<String>>, List<Error>> choices = new LinkedHashMap<>();
    for (Error error : errors) {
      Optional<Choice> choice = EvaluationPath.choice(error, from);
      if (choice.isPresent()) {
        choices
            .computeIfAbsent(
                List.of(choice.get().path(), choice.get().location()), c -> new ArrayList<>())
            .add(error);
      }
    }
    for (Error error : errors) {
      boolean insideChoice = EvaluationPath.choice(error, from).isPresent();
      boolean explained =
          choices.containsKey(
              List.of(
                  EvaluationPath.tokens(error.getEvaluationPath()),
                  EvaluationPath.tokens(error.getInstanceLocation())));
      if (!insideChoice && !explained) {
        add(error);
      }
    }
    choices.forEach((choice, inside) -> addChoice(choice.getFirst(), choice.getLast(), inside));
  }

  /** No alternative fits: says what is wrong with the one that was meant, if that can be told. */
  private void addChoice(List<String> path, List<String> location, List<Error> errors) {
    TreeMap<Integer, List<Error>> alternatives = new TreeMap<>();
    for (Error error : errors) {
      int alternative =
          EvaluationPath.choice(error, path.size() - 1).map(Choice::alternative).orElse(0);
      alternatives.computeIfAbsent(alternative, a -> new ArrayList<>()).add(error);
    }
    List<List<Error>> ofThisType =
        alternatives.values().stream()
            .filter(inside -> inside.stream().noneMatch(error -> isTypeOf(error, location)))
            .toList();
    if (ofThisType.size() == 1) {
      add(ofThisType.getFirst(), path.size() + 1);
    } else if (ofThisType.isEmpty()) {
      addFinding(
          "schema-type",
          location,
          errors.stream()
              .filter(error -> isTypeOf(error, location))
              .map(error -> typesOf(error.getSchemaNode()))
              .distinct()
              .collect(Collectors.joining(" or ")),
          typeOf(errors.getFirst()));
    } else if (errors.stream().allMatch(e -> "required".equals(e.getKeyword()))) {
      String names =
          errors.stream()
              .map(error -> String.valueOf(error.getProperty()))
              .distinct()
              .collect(Collectors.joining(", "));
      addFinding("schema-any-of-required", location, names);
    } else {
      addFinding("schema-any-of", location, Integer.toString(alternatives.size()));
    }
  }

  private static boolean isTypeOf(Error error, List<String> location) {
    return "type".equals(error.getKeyword())
        && EvaluationPath.tokens(error.getInstanceLocation()).equals(location);
  }

  private void add(Error error) {
    List<String> at = EvaluationPath.tokens(error.getInstanceLocation());
    String keyword = Objects.requireNonNullElse(error.getKeyword(), "false");
    String bound = text(error.getSchemaNode());
    String found = text(error.getInstanceNode());
    switch (keyword) {
      case "required" -> addMember("schema-required", at, error.getProperty());
      // Its property is the member that is there; the one it calls for is the first argument.
      case "dependentRequired" ->
          addMember("schema-required", at, String.valueOf(error.getArguments()[0]));
      case "additionalProperties", "unevaluatedProperties" ->
          addMember("schema-additional-properties", at, error.getProperty());
      case "type" -> addFinding("schema-type", at, typesOf(error.getSchemaNode()), typeOf(error));
      case "enum" -> addFinding("schema-enum", at, list(error.getSchemaNode()), found);
      case "const" -> addFinding("schema-const", at, bound, found);
      case "pattern" -> addPattern(at, bound, found);
      case "minLength", "maxLength" ->
          addFinding(rule(keyword), at, bound, Integer.toString(length(error.getInstanceNode())));
      case "minItems", "maxItems", "minProperties", "maxProperties" ->
          addFinding(rule(keyword), at, bound, Integer.toString(size(error.getInstanceNode())));
      case "uniqueItems" ->
          addFinding("schema-unique-items", at, firstTwin(error.getInstanceNode()));
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          addFinding(rule(keyword), at, bound, found);
      case "contains", "minContains", "maxContains" -> addFinding("schema-contains", at, bound);
      case "oneOf" -> addFinding("schema-one-of", at);
      case "not" -> addNot(at, error.getSchemaNode());
      default -> addFinding("schema-other", at, keyword, bound, found);
    }
  }

  private void addMember(String rule, List<String> at, String name) {
    List<String> member = new ArrayList<>(at);
    member.add(name);
    addFinding(rule, member, name);
  }

  private void addPattern(List<String> at, String pattern, String found) {
    if (unsupportedPatterns.contains(pattern)) {
      addFinding(Severity.WARNING, "schema-pattern-unchecked", at, pattern, found);
    } else {
      addFinding("schema-pattern", at, pattern, found);
    }
  }

  private void addNot(List<String> at, @Nullable JsonNode schema) {
    JsonNode together = schema == null || schema.size() > 1 ? null : schema.get("required");
    if (together == null) {
      addFinding("schema-not", at, text(schema));
    } else {
      addFinding("schema-not-together", at, list(together));
    }
  }

  private void addFinding(String rule, List<String> at, String... arguments) {
    addFinding(Severity.ERROR, rule, at, arguments);
  }

  private void addFinding(Severity severity, String rule, List<String> at, String... arguments) {
    List<String> shortened = Stream.of(arguments).map(SchemaFindings::shortened).toList();
    findings.add(new Finding(severity, rule, key, new JsonPointer(at).toString(), shortened));
  }

  private static String rule(String keyword) {
    StringBuilder rule = new StringBuilder("schema-");
    for (char c : keyword.toCharArray()) {
      if (Character.isUpperCase(c)) {
        rule.append('-');
      }
      rule.append(Character.toLowerCase(c));
    }
    return rule.toString();
  }

  private static String typesOf(@Nullable JsonNode type) {
    return type != null && type.isArray() ? list(type).replace(", ", " or ") : text(type);
  }

  private static String typeOf(Error error) {
    JsonNode value = error.getInstanceNode();
    if (value == null) {
      return "null";
    }
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> "null";
    };
  }

  private static String list(@Nullable JsonNode values) {
    return values == null
        ? ""
        : StreamSupport.stream(values.spliterator(), false)
            .map(SchemaFindings::text)
            .collect(Collectors.joining(", "));
  }

  private static String text(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static int length(@Nullable JsonNode value) {
    String text = text(value);
    return text.codePointCount(0, text.length());
  }

  private static int size(@Nullable JsonNode value) {
    return value == null ? 0 : value.size();
  }

  private static String firstTwin(@Nullable JsonNode items) {
    Set<JsonNode> seen = new HashSet<>();
    return items == null
        ? ""
        : IntStream.range(0, items.size())
            .mapToObj(items::path)
            .filter(item -> !seen.add(item))
            .findFirst()
            .map(SchemaFindings::text)
            .orElse("");
  }

  private static String shortened(String argument) {
    if (argument.codePointCount(0, argument.length()) <= MAX_ARGUMENT_LENGTH) {
      return argument;
    }
    return argument.substring(0, argument.offsetByCodePoints(0, MAX_ARGUMENT_LENGTH)) + "…";
  }
}
