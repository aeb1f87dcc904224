package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.RandomJson;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.JsonNodeFactory;

class DraftFilesTest {
  private static final String PERSON_FILE =
      """
      {
          "id": "Person",
          "label": "Person",
          "parents": ["Agent"],
          "x-note": 1.50
      }
      """;

  private static final Ontology BASE =
      Snapshots.ofFiles(
          Map.of(
              "categories/Agent.json",
              """
              {
                  "id": "Agent",
                  "label": "Agent"
              }
              """,
              "categories/Person.json",
              PERSON_FILE));

  private static final EntityKey PERSON = key("category:Person");
  private static final EntityKey AGENT = key("category:Agent");
  private static final EntityKey ROBOT = key("category:Robot");

  @Test
  void changesOnlyTheLinesThatAreMeant() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    overlay = set(overlay, "description", "Someone");
    overlay = set(overlay, "label", "Human");
    String expected =
        PERSON_FILE
            .replace("\"label\": \"Person\"", "\"label\": \"Human\"")
            .replace("    \"parents\"", "    \"description\": \"Someone\",\n    \"parents\"");
    assertThat(DraftFiles.of(overlay))
        .containsExactly(new FileChange(PERSON, "categories/Person.json", PERSON_FILE, expected));
    assertThat(textOf(overlay, PERSON)).contains(expected);
  }

  @Test
  void aNewFileFollowsItsNeighbours() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    EntityDocument robot = document(ROBOT, "{'id':'Robot','label':'Robot'}");
    overlay = overlay.with(ROBOT, overlay.changeTo(ROBOT, robot));
    String expected =
        """
        {
            "id": "Robot",
            "label": "Robot"
        }
        """;
    assertThat(DraftFiles.of(overlay))
        .containsExactly(new FileChange(ROBOT, "categories/Robot.json", null, expected));
    EntityKey first = key("property:First");
    overlay = overlay.with(first, overlay.changeTo(first, document(first, "{}")));
    assertThat(DraftFiles.of(overlay))
        .extracting(FileChange::path)
        .containsExactly("categories/Robot.json", "properties/First.json");
  }

  @Test
  void deletedFilesHaveNoText() {
    DraftOverlay overlay = DraftOverlay.of(BASE, List.of());
    overlay = overlay.with(PERSON, overlay.changeTo(PERSON, null));
    assertThat(DraftFiles.of(overlay))
        .containsExactly(new FileChange(PERSON, "categories/Person.json", PERSON_FILE, null));
    assertThat(textOf(overlay, PERSON)).isEmpty();
    assertThat(textOf(overlay, AGENT)).isPresent();
    assertThat(textOf(overlay, ROBOT)).isEmpty();
  }

  /** Whatever was edited in whatever order: the text depends on base and document alone. */
  @Test
  void theTextHoldsTheDocumentAndNotTheWayThere() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      RandomJson json = new RandomJson(random);
      Ontology base = Snapshots.ofFiles(OntologyGenerator.files(seed, 30));
      List<EntityKey> keys = new ArrayList<>();
      Arrays.stream(EntityType.values())
          .flatMap(type -> base.entities(type).stream())
          .map(EntitySummary::key)
          .forEach(keys::add);
      DraftOverlay overlay = DraftOverlay.of(base, List.of());
      for (int i = 0; i < 10; i++) {
        EntityKey key = keys.get(random.nextInt(keys.size()));
        EntityDocument next = EntityDocument.of(json.changed(overlay.document(key).json()));
        overlay = overlay.with(key, overlay.changeTo(key, next));
      }
      DraftOverlay reopened = DraftOverlay.of(base, overlay.changes());
      for (FileChange file : DraftFiles.of(overlay)) {
        assertThat(JsonCodec.parse(String.valueOf(file.after())))
            .as("seed %d %s", seed, file.path())
            .isEqualTo(overlay.document(file.key()));
        assertThat(textOf(reopened, file.key()))
            .as("seed %d %s", seed, file.path())
            .isEqualTo(Optional.ofNullable(file.after()));
      }
    }
  }

  /** The text of an entity's only file as it will be committed. */
  private static Optional<String> textOf(DraftOverlay overlay, EntityKey key) {
    return DraftFiles.ofEntity(overlay, key).stream()
        .findFirst()
        .flatMap(file -> Optional.ofNullable(file.after()));
  }

  private static DraftOverlay set(DraftOverlay overlay, String field, String value) {
    EntityDocument document =
        overlay
            .document(PERSON)
            .with(EntityType.CATEGORY, field, JsonNodeFactory.instance.stringNode(value));
    return overlay.with(PERSON, overlay.changeTo(PERSON, document));
  }
}
