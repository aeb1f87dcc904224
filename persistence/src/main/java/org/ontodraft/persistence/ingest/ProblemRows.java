package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoredText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The rows of {@code source_problem}; what fills a message is kept as a JSON array of strings. */
final class ProblemRows {
  private static final List<Column> COLUMNS =
      List.of(
          Column.uuid("id"),
          Column.text("path"),
          Column.text("blob_id"),
          Column.text("code"),
          Column.integer("line"),
          Column.text("arguments"));

  private static final Map<String, Code> CODES =
      Arrays.stream(Code.values())
          .collect(Collectors.toUnmodifiableMap(Code::shortCode, code -> code));

  private ProblemRows() {}

  /**
   * The code that is written so.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Code code(String shortCode) {
    Code code = CODES.get(shortCode);
    if (code == null) {
      throw new IllegalArgumentException("an unknown problem code in the store: " + shortCode);
    }
    return code;
  }

  static List<SourceProblem> all(Connection connection) throws SQLException {
    JsonMapper mapper = new JsonMapper();
    List<SourceProblem> problems = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select path, blob_id, code, line, arguments from ontology.source_problem"
                    + " order by id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        List<String> arguments = new ArrayList<>();
        for (JsonNode argument : mapper.readTree(rows.getString(5))) {
          arguments.add(argument.stringValue());
        }
        problems.add(
            new SourceProblem(
                rows.getString(1),
                rows.getString(2),
                code(rows.getString(3)),
                rows.getInt(4),
                arguments));
      }
    } catch (IllegalArgumentException unknown) {
      throw new SQLException(unknown.getMessage(), unknown);
    }
    return problems;
  }

  static void insert(Connection connection, RowIds ids, List<SourceProblem> problems)
      throws SQLException {
    JsonMapper mapper = new JsonMapper();
    try (RowSink insert = new ArrayInsert(connection, "ontology.source_problem", COLUMNS)) {
      for (SourceProblem problem : problems) {
        ArrayNode arguments = mapper.createArrayNode();
        problem.arguments().forEach(arguments::add);
        insert.add(
            ids.next(),
            StoredText.readable(problem.path()),
            problem.blobId(),
            problem.code().shortCode(),
            problem.line(),
            StoredText.json(arguments.toString()));
      }
      insert.finish();
    }
  }
}
