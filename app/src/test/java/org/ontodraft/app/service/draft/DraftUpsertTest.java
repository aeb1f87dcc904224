package org.ontodraft.app.service.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import tools.jackson.databind.node.StringNode;

/** The rows of {@code docs/upsert-matrix.md}. */
class DraftUpsertTest {
  private static final Path TABLE = Path.of("../docs/upsert-matrix.md");
  private static final String IN_BASE = "{\"id\":\"A\",\"label\":\"Base\"}";
  private static final EntityKey KEY = EntityKey.of(EntityType.CATEGORY, "A");

  static Stream<Arguments> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| U"))
        .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
        .map(cells ->
            Arguments.of(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
  }

  @Test
  void noRowIsLost() throws IOException {
    assertThat(rows()).hasSize(20);
  }

  @ParameterizedTest(name = "{0} {1}: {2} + {3} = {4}")
  @MethodSource("rows")
  void holds(String row, String base, String has, String edit, String then) {
    MemoryWorkspace workspace = MemoryWorkspace.of(files(base)).withDraft();
    DraftSession session = workspace.draft().get().orElseThrow();
    if (!has.equals("-")) {
      assertThat(carryOut(session, has, "First")).isEqualTo("done");
    }
    assertThat(changeIn(session)).isEqualTo(has);
    Optional<EntityDocument> before = documentIn(session);
    boolean refused = then.startsWith("DRAFT-");

    String outcome = carryOut(session, edit, "Second");

    assertThat(outcome).isEqualTo(refused ? then : "done");
    assertThat(changeIn(session)).isEqualTo(refused ? has : then);
    Optional<EntityDocument> after = documentIn(session);
    assertThat(after.equals(before)).isEqualTo(refused || edit.equals("same"));
    if (!after.equals(before)) {
      session.undo();
      assertThat(documentIn(session)).as("undone").isEqualTo(before);
      assertThat(changeIn(session)).as("undone").isEqualTo(has);
      session.redo();
    }
    workspace.closeDraft();
    workspace.openDraft(session.id());
    DraftSession again = workspace.draft().get().orElseThrow();
    assertThat(documentIn(again)).as("opened again").isEqualTo(after);
    assertThat(changeIn(again)).as("opened again").isEqualTo(refused ? has : then);
  }

  private static Map<String, String> files(String base) {
    return Map.of(base.equals("present") ? "categories/A.json" : "categories/B.json", file(base));
  }

  private static String file(String base) {
    return base.equals("present") ? IN_BASE : "{\"id\":\"B\"}";
  }

  private static String carryOut(DraftSession session, String edit, String value) {
    Outcome<DraftOverlay> outcome =
        switch (edit) {
          case "create" ->
              session.create(
                  KEY, JsonCodec.parse("{\"id\":\"A\",\"description\":\"" + value + "\"}"));
          case "recreate" -> session.create(KEY, JsonCodec.parse(IN_BASE));
          case "update" ->
              session.setField(
                  KEY, value.equals("First") ? "label" : "description", StringNode.valueOf(value));
          case "same" -> session.setField(KEY, "label", StringNode.valueOf("Base"));
          case "restore" -> session.revert(KEY);
          default -> session.delete(KEY);
        };
    return switch (outcome) {
      case Outcome.Done<DraftOverlay> _ -> "done";
      case Outcome.Refused<DraftOverlay> refused -> refused.refusal().code();
    };
  }

  private static Optional<EntityDocument> documentIn(DraftSession session) {
    return Optional.ofNullable(session.effective().get().effectiveDocument(KEY));
  }

  private static String changeIn(DraftSession session) {
    List<DraftChange> changes = session.effective().get().changes();
    assertThat(changes).hasSizeLessThan(2);
    return changes.isEmpty()
        ? "-"
        : switch (changes.getFirst()) {
          case DraftChange.Create _ -> "create";
          case DraftChange.Update _ -> "update";
          case DraftChange.Delete _ -> "delete";
        };
  }
}
