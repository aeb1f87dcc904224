package org.ontodraft.app.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of a forge's REST API that are described, and what does not fit them. */
final class ForgeDescription {
  private final String root;
  private final JsonNode description;
  private final SchemaRegistry registry;
  private final JsonMapper json = new JsonMapper();

  /**
   * A description.
   *
   * @param name the folder of {@code third-party} that holds it
   */
  ForgeDescription(String name) {
    String place = "third-party/" + name + "/description.json";
    root = "https://description.invalid/" + name;
    try (InputStream in = ForgeDescription.class.getClassLoader().getResourceAsStream(place)) {
      String text =
          new String(Objects.requireNonNull(in, place).readAllBytes(), StandardCharsets.UTF_8);
      description = json.readTree(text);
      registry =
          SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(root, text)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is wrong with a request below the API's base; empty when it is as described. */
  List<String> problems(HttpExchange exchange, String path, String body) {
    JsonNode operation = operation(exchange.getRequestMethod(), path);
    if (operation.isMissingNode()) {
      return List.of("no such call: " + exchange.getRequestMethod() + " " + path);
    }
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : description.at("/components/headers").properties()) {
      String value = exchange.getRequestHeaders().getFirst(header.getKey());
      if (value == null) {
        problems.add("header " + header.getKey() + " is missing");
      } else {
        check("header " + header.getKey(), header.getValue(), value, problems);
      }
    }
    query(exchange, operation, problems);
    JsonNode bodySchema = operation.path("requestBody");
    if (bodySchema.isMissingNode() != body.isEmpty()) {
      problems.add("body: " + (body.isEmpty() ? "missing" : "not expected"));
    } else if (!body.isEmpty()) {
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type == null || !type.startsWith("application/json")) {
        problems.add("body is sent as " + type);
      }
      problems.addAll(problemsWithBody(bodySchema.asString(), body));
    }
    return problems;
  }

  /** What is wrong with an answer of ours. */
  List<String> problemsWithAnswer(String method, String path, int status, String body) {
    JsonNode schema = operation(method, path).path("responses").path(String.valueOf(status));
    if (schema.isMissingNode() && status == 404) {
      // Every path answers so where the repository is not there or not to be seen.
      return problemsWithBody(
          description.at("/components/schemas").has("basic-error") ? "basic-error" : "error", body);
    }
    return schema.isMissingNode()
        ? List.of("status " + status + " is not described")
        : problemsWithBody(schema.asString(), body);
  }

  private JsonNode operation(String method, String path) {
    for (Map.Entry<String, JsonNode> each : description.path("paths").properties()) {
      String template = each.getKey().replaceAll("\\{[a-z_]+}", "[^/]+");
      if (path.matches(template) && each.getValue().has(method.toLowerCase(Locale.ROOT))) {
        return each.getValue().path(method.toLowerCase(Locale.ROOT));
      }
    }
    return description.path("no such path");
  }

  private void query(HttpExchange exchange, JsonNode operation, List<String> problems) {
    Map<String, String> given = parameters(exchange.getRequestURI().getRawQuery());
    for (JsonNode parameter : operation.path("parameters")) {
      String value = given.remove(parameter.path("name").asString());
      if (value != null) {
        check(
            "parameter " + parameter.path("name").asString(),
            parameter.path("schema"),
            value,
            problems);
      }
    }
    given.keySet().forEach(name -> problems.add("parameter " + name + " is not described"));
  }

  static Map<String, String> parameters(@Nullable String rawQuery) {
    Map<String, String> parameters = new TreeMap<>();
    if (rawQuery != null) {
      for (String pair : rawQuery.split("&")) {
        int equals = pair.indexOf('=');
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private void check(String what, JsonNode schema, String value, List<String> problems) {
    registry
        .getSchema(schema)
        .validate(json.getNodeFactory().stringNode(value))
        .forEach(error -> problems.add(what + ": " + error.getMessage()));
  }

  private List<String> problemsWithBody(String name, String body) {
    Schema schema = registry.getSchema(SchemaLocation.of(root + "#/components/schemas/" + name));
    return schema.validate(json.readTree(body)).stream()
        .map(error -> "body " + error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
