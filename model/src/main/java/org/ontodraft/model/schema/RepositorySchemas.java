package org.ontodraft.model.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.JsonNode;

/**
 * The {@code _schema.json} files of a repository (JSON Schema 2020-12, or the dialect of
 * json-schema .org a file names), or a built-in schema that checks shape and types only where a
 * folder has none. No schema is fetched from anywhere: a file may refer to the other files of the
 * repository and to the standard's own schemas. Patterns run in linear time, and each check has a
 * bound on its steps and depth. Immutable and thread-safe.
 *
 * <p>The rules of its findings are {@link #RULES}.
 */
public final class RepositorySchemas {
  /**
   * Every rule a finding of {@link #check} can have, with its arguments. {@code schema-required}
   * and {@code schema-additional-properties}: the member, which the pointer names too. {@code
   * schema-type}: expected, found. {@code schema-enum}: allowed values, found. {@code
   * schema-const}, {@code schema-pattern}, {@code schema-minimum} and its like: what the schema
   * says, found. {@code schema-min-length} and its like: bound, length found. {@code
   * schema-unique-items}: the first item that comes twice. {@code schema-contains}: what must be in
   * the list. {@code schema-any-of-required}: members of which one is needed. {@code
   * schema-any-of}: how many alternatives there are, none of which fits. {@code schema-one-of}:
   * none; more than one alternative fits. {@code schema-not-together}: members that exclude each
   * other. {@code schema-not}: what must not be. {@code schema-other}: keyword, what the schema
   * says, found. {@code schema-pattern-unchecked} (warning): a pattern that cannot be used, found.
   * {@code schema-unchecked} (warning): why the document could not be checked.
   */
  public static final List<String> RULES =
      List.of(
          "schema-required",
          "schema-additional-properties",
          "schema-type",
          "schema-enum",
          "schema-const",
          "schema-pattern",
          "schema-min-length",
          "schema-max-length",
          "schema-min-items",
          "schema-max-items",
          "schema-min-properties",
          "schema-max-properties",
          "schema-unique-items",
          "schema-minimum",
          "schema-maximum",
          "schema-exclusive-minimum",
          "schema-exclusive-maximum",
          "schema-multiple-of",
          "schema-contains",
          "schema-any-of-required",
          "schema-any-of",
          "schema-one-of",
          "schema-not-together",
          "schema-not",
          "schema-other",
          "schema-pattern-unchecked",
          "schema-unchecked");

  private static final String DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema";
  private static final String STANDARD = "json-schema.org/";

  /** Deeper schemas would take more stack to check than a thread is sure to have. */
  private static final int MAX_SCHEMA_DEPTH = 48;

  private static final int MAX_EVALUATION_DEPTH = 300;
  private static final long MAX_EVALUATION_STEPS = 2_000_000;

  private final Map<EntityType, Schema> schemas;
  private final LinearPatterns patterns;
  private final List<SourceProblem> problems;
  private final Map<EntityType, Set<String>> conditions;

  private RepositorySchemas(
      Map<EntityType, Schema> schemas,
      Map<EntityType, Set<String>> conditions,
      LinearPatterns patterns,
      List<SourceProblem> problems) {
    this.schemas = schemas;
    this.conditions = Map.copyOf(conditions);
    this.patterns = patterns;
    this.problems = List.copyOf(problems);
  }

  /**
   * Compiles the schemas; one that cannot be used becomes a problem, the built-in one serves. A
   * pattern that cannot be used is a problem as well, and the rest of its schema is used.
   */
  public static RepositorySchemas compile(Map<EntityType, SourceFile> files) {
    return new Compiler(files).compile();
  }

  /** The schemas that could not be used, wholly or in part. */
  public List<SourceProblem> problems() {
    return problems;
  }

  /**
   * The keywords by which the type's schema ties what one member may be to another, such as {@code
   * if} or {@code dependentSchemas}, sorted; none where it is only about which members are there. A
   * form of separate fields cannot show them.
   */
  public Set<String> conditions(EntityType type) {
    return conditions.getOrDefault(type, Set.of());
  }

  /** What the type's schema says against a document, by pointer. */
  public List<Finding> check(EntityKey key, EntityDocument document) {
    Schema schema = Objects.requireNonNull(schemas.get(key.type()));
    try {
      List<Error> errors = schema.validate(document.json());
      return SchemaFindings.of(key, errors, patterns.unsupported());
    } catch (ValidationLimitExceededException | SchemaException e) {
      return List.of(
          new Finding(
              Severity.WARNING, "schema-unchecked", key, "", List.of(reason(e.getMessage()))));
    }
  }

  private static String reason(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static final class Compiler {
    private final Map<EntityType, SourceFile> files;
    private final Map<EntityType, JsonNode> documents = new EnumMap<>(EntityType.class);
    private final Map<String, String> texts = new HashMap<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final LinearPatterns patterns = new LinearPatterns();
    private final SchemaRegistry registry;

    Compiler(Map<EntityType, SourceFile> files) {
      this.files = files;
      files.forEach(this::parse);
      SchemaRegistryConfig config =
          SchemaRegistryConfig.builder()
              .pathType(PathType.JSON_POINTER)
              .locale(Locale.ROOT)
              .regularExpressionFactory(patterns)
              .executionContextCustomizer((execution, schema) ->
                  execution.executionConfig(limits ->
                      limits
                          .maxEvaluationDepth(MAX_EVALUATION_DEPTH)
                          .maxEvaluationSteps(MAX_EVALUATION_STEPS)))
              .build();
      this.registry =
          SchemaRegistry.withDefaultDialect(
              Dialects.getDraft202012(),
              builder ->
                  builder
                      .schemaRegistryConfig(config)
                      .schemas(texts)
                      .schemaLoader(loader ->
                          loader
                              .fetchRemoteResources(false)
                              .block(iri -> !isKnown(iri.toString()))));
    }

    private boolean isKnown(String iri) {
      return texts.containsKey(iri) || isStandard(iri);
    }

    private static boolean isStandard(String iri) {
      return iri.startsWith("https://" + STANDARD) || iri.startsWith("http://" + STANDARD);
    }

    private static String locationOf(EntityType type) {
      return "repository:/" + type.folder() + "/_schema.json";
    }

    private void parse(EntityType type, SourceFile file) {
      try {
        JsonNode document = JsonCodec.parse(file.text()).json();
        if (depthOf(document) > MAX_SCHEMA_DEPTH) {
          addProblem(file, "nested deeper than " + MAX_SCHEMA_DEPTH);
          return;
        }
        documents.put(type, document);
        texts.put(locationOf(type), document.toString());
        JsonNode id = document.get("$id");
        if (id != null && id.isString() && !isStandard(id.stringValue())) {
          texts.put(id.stringValue(), document.toString());
        }
      } catch (IllegalArgumentException e) {
        addProblem(file, reason(e.getMessage()));
      }
    }

    private static int depthOf(JsonNode node) {
      int deepest = 0;
      for (JsonNode child : node) {
        deepest = Math.max(deepest, depthOf(child));
      }
      return deepest + 1;
    }

    RepositorySchemas compile() {
      Map<EntityType, Schema> schemas = new EnumMap<>(EntityType.class);
      Map<EntityType, Set<String>> conditions = new EnumMap<>(EntityType.class);
      for (EntityType type : EntityType.values()) {
        SourceFile file = files.get(type);
        JsonNode document = documents.get(type);
        Optional<Schema> own =
            file == null || document == null ? Optional.empty() : compile(type, file, document);
        schemas.put(type, own.orElseGet(() -> builtIn(type)));
        if (own.isPresent() && document != null) {
          conditions.put(type, Collections.unmodifiableSet(MemberConditions.of(document)));
        }
      }
      return new RepositorySchemas(schemas, conditions, patterns, problems);
    }

    private Schema builtIn(EntityType type) {
      return registry.getSchema(
          SchemaLocation.of("builtin:/" + type.folder()), BuiltInSchema.of(type));
    }

    private Optional<Schema> compile(EntityType type, SourceFile file, JsonNode document) {
      try {
        JsonNode dialect = document.get("$schema");
        String standard =
            dialect != null && dialect.isString() ? dialect.stringValue() : DRAFT_2020_12;
        List<Error> errors = registry.getSchema(SchemaLocation.of(standard)).validate(document);
        if (!errors.isEmpty()) {
          Error first = errors.getFirst();
          addProblem(file, first.getInstanceLocation() + ": " + reason(first.getMessage()));
          return Optional.empty();
        }
        Schema schema = registry.getSchema(SchemaLocation.of(locationOf(type)), document);
        schema.initializeValidators();
        patternsOf(document)
            .filter(patterns.unsupported()::contains)
            .distinct()
            .forEach(pattern -> addProblem(file, "pattern " + pattern));
        return Optional.of(schema);
      } catch (RuntimeException e) {
        // The library answers a bad schema with exceptions of many kinds; none is our fault.
        addProblem(file, reason(e.getMessage()));
        return Optional.empty();
      }
    }

    private static Stream<String> patternsOf(JsonNode schema) {
      Stream<String> here =
          Stream.concat(
              Stream.of(schema.path("pattern")).filter(JsonNode::isString).map(JsonNode::asString),
              schema.path("patternProperties").propertyNames().stream());
      Stream<JsonNode> below = StreamSupport.stream(schema.spliterator(), false);
      return Stream.concat(here, below.flatMap(Compiler::patternsOf));
    }

    private void addProblem(SourceFile file, String reason) {
      problems.add(
          new SourceProblem(
              file.path(), file.blobId(), SourceProblem.Code.SCHEMA, 0, List.of(reason)));
    }
  }
}
