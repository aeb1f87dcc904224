package org.ontodraft.model.refactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.refactor.RefactoringOutcome.Previewed;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;

/** The tables of {@code docs/refactorings.md}. */
class RefactoringsDocTest {
  private static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());

  private static List<String> lines(String pattern) throws IOException {
    return Files.readAllLines(Path.of("../docs/refactorings.md")).stream()
        .filter(line -> line.matches(pattern))
        .toList();
  }

  @Test
  void everyRefactoringHasARow() throws IOException {
    assertThat(lines("\\| `[A-Z][a-z][A-Za-z]+` \\|.*").stream().map(l -> l.split("`")[1]))
        .containsExactlyElementsOf(
            Arrays.stream(Refactoring.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
  }

  @Test
  void everyReasonHasARow() throws IOException {
    assertThat(lines("\\| `[A-Z_]+` \\|.*").stream().map(l -> l.split("`")[1]))
        .containsExactlyElementsOf(Arrays.stream(Refusal.Reason.values()).map(Enum::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> rowsHold() throws IOException {
    return lines("\\| [A-Z][0-9]+ \\|.*").stream()
        .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
        .map(cell -> DynamicTest.dynamicTest(cell[0], () -> check(cell[1], cell[2], cell[3])));
  }

  private static void check(String words, String ontology, String result) {
    Ontology base = Snapshots.of(ontology.split("; "));
    DraftOverlay overlay = DraftOverlay.of(base, List.of());
    RefactoringOutcome outcome = refactoring(words.split(" ")).preview(overlay, SCHEMAS);
    assertThat(outcome).isInstanceOf(Previewed.class);
    RefactoringPreview preview = ((Previewed) outcome).preview();

    Map<EntityKey, String> expected = new TreeMap<>();
    for (String entity : result.split("; ")) {
      int space = entity.indexOf(' ');
      EntityKey key = key(entity.substring(0, space));
      String json = entity.substring(space + 1);
      expected.put(key, json.equals("-") ? "-" : Snapshots.document(key, json).toString());
    }
    Map<EntityKey, String> touched = new TreeMap<>();
    for (EntityEdit edit : preview.step().edits()) {
      EntityDocument after = edit.after();
      touched.put(edit.key(), after == null ? "-" : after.toString());
    }
    assertThat(touched).isEqualTo(expected);
  }

  static Refactoring refactoring(String... words) {
    List<EntityKey> keys = new ArrayList<>();
    Arrays.stream(words).skip(1).flatMap(w -> EntityKey.parse(w).stream()).forEach(keys::add);
    EntityKey first = keys.getFirst();
    return switch (words[0]) {
      case "rename" -> new Rename(first, words[2]);
      case "up" -> new MovePropertyUp(first, keys.get(1), keys.get(2));
      case "down" -> new MovePropertyDown(first, keys.get(1), keys.subList(2, keys.size()));
      case "split" ->
          new SplitEntity(
              first,
              words[2],
              "L",
              "D",
              keys.subList(1, keys.size()),
              words[3].equals("parent") ? SplitEntity.Place.PARENT : SplitEntity.Place.SIBLING);
      case "merge" ->
          new MergeEntities(
              first, keys.get(1), Set.copyOf(Arrays.asList(words).subList(3, words.length)));
      case "parent" ->
          new ChangeParent(
              first,
              EntityKey.parse(words[2]).orElse(null),
              EntityKey.parse(words[3]).orElse(null));
      case "move" -> new MoveBetweenModules(first, keys.get(1), keys.get(2));
      case "deprecate" -> new Deprecate(first, keys.size() > 1 ? keys.get(1) : null);
      case "delete" -> new DeleteWithDependents(first);
      default -> throw new IllegalArgumentException(words[0]);
    };
  }
}
