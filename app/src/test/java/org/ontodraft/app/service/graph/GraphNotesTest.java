package org.ontodraft.app.service.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.graph.GraphQuestion;
import org.ontodraft.model.graph.Spot;

class GraphNotesTest {
  @TempDir Path folder;

  private static EntityKey key(String name) {
    return EntityKey.of(EntityType.CATEGORY, name);
  }

  private static GraphNotes.Kept kept(String name, double x) {
    return new GraphNotes.Kept(
        GraphQuestion.about(key(name)).withDepth(3).expanding(key("Other")),
        false,
        Map.of(key(name), new Spot(x, -1.5), key("Other"), new Spot(0, 7)));
  }

  @Test
  void theNewestAreKeptAndTheFileStaysSmall() {
    Path file = folder.resolve("graphs.json");
    GraphNotes notes = new GraphNotes(file);
    for (int i = 0; i < GraphNotes.MOST + 6; i++) {
      notes.keep(kept("C" + i, i));
    }
    notes.keep(kept("C6", 100));
    GraphNotes again = new GraphNotes(file);
    assertThat(again.of(key("C5"))).isEmpty();
    assertThat(again.of(key("C6"))).contains(kept("C6", 100));
    assertThat(again.of(key("C29"))).contains(kept("C29", 29));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "{",
        "[1, null, {}]",
        "[{\"focus\": \"category:A\", \"view\": \"NONE\"}]",
        "[{\"focus\": \"category:A\", \"view\": \"MODULE\", \"depth\": 99}]"
      })
  void whatCannotBeReadIsForgotten(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("graphs.json"), text);
    GraphNotes notes = new GraphNotes(file);
    assertThat(notes.of(key("A"))).isEmpty();
    notes.keep(kept("A", 1));
    assertThat(new GraphNotes(file).of(key("A"))).contains(kept("A", 1));
  }
}
