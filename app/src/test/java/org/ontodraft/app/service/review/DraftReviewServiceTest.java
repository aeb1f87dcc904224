package org.ontodraft.app.service.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

class DraftReviewServiceTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String PERSON = "{\n  \"id\": \"Person\",\n  \"label\": \"Person\"\n}\n";

  private final ReviewService service = new DraftReviewService();

  private static DraftOverlay changed(
      DraftOverlay overlay, EntityKey key, @Nullable EntityDocument mine) {
    return overlay.with(key, overlay.changeTo(key, mine));
  }

  private static EntityKey key(String text) {
    return EntityKey.parse(text).orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "R01 updated,   MODIFIED,  Human,   1, 1, 1, 2",
    "R02 created,   ADDED,     Robot,   2, 4, 0, 2",
    "R03 deleted,   DELETED,   Person,  2, 0, 4, 0",
    "R04 untouched, UNCHANGED, Person,  0, 0, 0, 2"
  })
  void oneEntity(
      String row,
      EntityStatus status,
      String label,
      int changedFields,
      int added,
      int removed,
      int membersInTheFile) {
    DraftOverlay overlay =
        DraftOverlay.of(Snapshots.ofFiles(Map.of("categories/Person.json", PERSON)), List.of());
    EntityKey person = key("category:Person");
    EntityKey key = status == EntityStatus.ADDED ? key("category:Robot") : person;
    overlay =
        switch (status) {
          case MODIFIED ->
              changed(
                  overlay,
                  key,
                  overlay.document(key).with(key.type(), "label", StringNode.valueOf(label)));
          case ADDED -> changed(overlay, key, created(key));
          case DELETED -> changed(overlay, key, null);
          default -> overlay;
        };

    EntityReview review = service.review(overlay, key);

    assertThat(review.status()).as(row).isEqualTo(status);
    assertThat(review.label()).isEqualTo(label);
    assertThat(review.path()).isEqualTo("categories/" + key.key() + ".json");
    assertThat(review.changedFields()).isEqualTo(changedFields);
    assertThat(review.addedLines()).isEqualTo(added);
    assertThat(review.removedLines()).isEqualTo(removed);
    assertThat(review.fileText().lines().filter(line -> line.contains(":")))
        .hasSize(membersInTheFile);
    assertThat(JsonPatch.parse(review.patchText()).isEmpty())
        .isEqualTo(status == EntityStatus.UNCHANGED);
  }

  private static EntityDocument created(EntityKey key) {
    return EntityDocument.of(NODES.objectNode().put("id", key.key()).put("label", key.key()));
  }

  @Test
  void theWholeDraftIsSortedByKey() {
    DraftOverlay overlay = DraftOverlay.of(Snapshots.of("category:A", "category:B"), List.of());
    overlay = changed(overlay, key("property:P"), created(key("property:P")));
    overlay = changed(overlay, key("category:B"), null);
    overlay = changed(overlay, key("category:A"), null);
    assertThat(service.review(overlay).stream().map(review -> review.key().toString()))
        .containsExactly("category:A", "category:B", "property:P");
  }

  /** Random edits of generated ontologies: what is shown is what git would count and commit. */
  @Test
  void countsAndFilesAreWhatGitSees(@TempDir Path folder) throws Exception {
    Path before = Files.createDirectories(folder.resolve("before"));
    Path after = Files.createDirectories(folder.resolve("after"));
    List<String> expected = new ArrayList<>();
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Ontology ontology = Snapshots.ofFiles(OntologyGenerator.files(seed, 60));
      DraftOverlay overlay = edited(DraftOverlay.of(ontology, List.of()), random);
      List<DraftFiles.FileChange> files = DraftFiles.of(overlay);
      for (EntityReview review : service.review(overlay)) {
        DraftFiles.FileChange file =
            files.stream().filter(f -> f.path().equals(review.path())).findFirst().orElseThrow();
        assertThat(review.fileText())
            .as("seed %s %s", seed, review.key())
            .isEqualTo(file.after() == null ? "" : file.after());
        String name = seed + "-" + review.path().replace('/', '-');
        write(before.resolve(name), file.before());
        write(after.resolve(name), file.after());
        expected.add(review.addedLines() + "\t" + review.removedLines() + "\t" + name);
      }
    }
    assertThat(expected).hasSizeGreaterThan(300);
    assertThat(numstat(folder)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static DraftOverlay edited(DraftOverlay overlay, Random random) {
    List<EntityKey> keys = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      overlay.entities(type).stream().map(EntitySummary::key).forEach(keys::add);
    }
    DraftOverlay result = overlay;
    for (int i = 0; i < 12; i++) {
      EntityKey key = keys.get(random.nextInt(keys.size()));
      EntityDocument mine = result.effectiveDocument(key);
      result =
          switch (random.nextInt(8)) {
            case 0 -> changed(result, key, null);
            case 1 -> {
              EntityKey fresh = EntityKey.of(key.type(), "New_" + i);
              yield changed(result, fresh, created(fresh));
            }
            default -> mine == null ? result : changed(result, key, edited(key, mine, random));
          };
    }
    return result;
  }

  private static EntityDocument edited(EntityKey key, EntityDocument mine, Random random) {
    List<String> names = List.copyOf(mine.json().propertyNames());
    String name = names.get(random.nextInt(names.size()));
    if (mine.get(name) instanceof ArrayNode list && !list.isEmpty()) {
      ArrayNode copy = list.deepCopy();
      copy.remove(random.nextInt(copy.size()));
      if (random.nextBoolean() && list.get(0).isString()) {
        copy.add("Item_" + random.nextInt(1000));
      }
      return mine.with(key.type(), name, copy);
    }
    if (name.equals("id") || random.nextInt(4) == 0) {
      return mine.with(
          key.type(), "description", StringNode.valueOf("Line\nof " + random.nextInt()));
    }
    return random.nextInt(5) == 0
        ? mine.with(key.type(), name, null)
        : mine.with(key.type(), name, StringNode.valueOf("Text " + random.nextInt()));
  }

  private static void write(Path file, @Nullable String text) throws Exception {
    if (text != null) {
      Files.writeString(file, text);
    }
  }

  /** Counts by file name, as the git program on this computer has them. */
  private static List<String> numstat(Path folder) throws Exception {
    Process git =
        new ProcessBuilder(
                "git", "diff", "--no-index", "--no-renames", "--numstat", "-z", "before", "after")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).isEqualTo(1);
    List<String> lines = new ArrayList<>();
    String[] parts = output.split("\0", -1);
    for (int i = 0; i + 2 < parts.length; i += 3) {
      String path = parts[i + 1].equals("/dev/null") ? parts[i + 2] : parts[i + 1];
      lines.add(parts[i] + path.replaceFirst("^(before|after)/", ""));
    }
    return lines;
  }

  @Test
  void rowsComeInTheOrderOfTheType() {
    DraftOverlay overlay =
        DraftOverlay.of(
            Snapshots.ofFiles(
                Map.of(
                    "categories/Person.json",
                    "{\"parents\": [], \"zz\": 1, \"label\": \"P\", \"id\": \"Person\"}")),
            List.of());
    assertThat(service.review(overlay, key("category:Person")).rows())
        .extracting(row -> row.field().name(), FieldChange::kind)
        .containsExactly(
            tuple("id", FieldChange.Kind.UNCHANGED),
            tuple("label", FieldChange.Kind.UNCHANGED),
            tuple("parents", FieldChange.Kind.UNCHANGED),
            tuple("zz", FieldChange.Kind.UNCHANGED));
  }
}
