package org.ontodraft.model.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

class OverlapTest {
  private static final EntityKey KEY = Snapshots.key("category:Agent");

  /** An entity that is made or removed meets whatever else is changed of it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          O1 the same field             | {'label':'A','description':'d'} | {'label':'B','description':'d'} | {'label':'C','description':'d'} | label
          O2 other fields               | {'label':'A','description':'d'} | {'label':'B','description':'d'} | {'label':'A','description':'e'} | nothing
          O3 one of two fields          | {'label':'A','description':'d'} | {'label':'B','description':'e'} | {'label':'A','description':'f'} | description
          O4 a field that one removes   | {'label':'A','description':'d'} | {'label':'A'}                   | {'label':'A','description':'f'} | description
          O5 one deletes, one edits     | {'label':'A','description':'d'} | none                            | {'label':'B','description':'d'} | label
          O6 both delete                | {'label':'A'}                   | none                            | none                            | whole
          O7 both create                | none                            | {'label':'A'}                   | {'label':'B'}                   | whole
          O8 one does nothing           | {'label':'A'}                   | {'label':'A'}                   | none                            | nothing
          O9 the same item of a list    | {'parents':['X']}               | {'parents':['X','Y']}           | {'parents':[]}                  | parents
          """)
  void whatTwoDraftsMeetIn(
      String id,
      @Nullable String base,
      @Nullable String mine,
      @Nullable String theirs,
      String expected) {
    Ontology ontology =
        base == null ? Snapshots.of("category:Other") : Snapshots.of("category:Agent " + base);
    Map<EntityKey, Touch> one = touches(ontology, mine);
    Map<EntityKey, Touch> other = touches(ontology, theirs);
    assertThat(told(Overlap.between(one, other))).isEqualTo(expected);
    assertThat(Overlap.between(other, one)).isEqualTo(Overlap.between(one, other));
  }

  /** What is compared as documents, as a pull request is, says what the changes of a draft say. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          changed | {'label':'A','description':'d'} | {'label':'B','description':'d'}
          added   | {'label':'A'}                   | {'label':'A','description':'d'}
          removed | {'label':'A','description':'d'} | {'label':'A'}
          created | none                            | {'label':'A'}
          deleted | {'label':'A'}                   | none
          """)
  void documentsSayWhatChangesSay(String id, @Nullable String before, @Nullable String after) {
    Ontology ontology =
        before == null ? Snapshots.of("category:Other") : Snapshots.of("category:Agent " + before);
    assertThat(Touch.between(KEY, document(before), document(after)))
        .isEqualTo(touches(ontology, after).get(KEY));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void meetingIsSymmetricAndWithinBoth(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<EntityKey, Touch> one = touches(random);
      Map<EntityKey, Touch> other = touches(random);
      List<Overlap> met = Overlap.between(one, other);
      assertThat(Overlap.between(other, one)).isEqualTo(met);
      Set<EntityKey> keys = met.stream().map(Overlap::key).collect(Collectors.toSet());
      for (EntityKey key : keys) {
        assertThat(one).containsKey(key);
        assertThat(other).containsKey(key);
      }
      assertThat(Overlap.between(one, one).stream().map(Overlap::key))
          .containsExactlyInAnyOrderElementsOf(
              one.keySet().stream()
                  .filter(
                      key -> !Optional.ofNullable(one.get(key)).map(Touch::isEmpty).orElse(true))
                  .toList());
    }
  }

  private static Map<EntityKey, Touch> touches(Random random) {
    Map<EntityKey, Touch> touches = new HashMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      Set<String> fields =
          Stream.of("label", "description", "parents")
              .filter(field -> random.nextBoolean())
              .collect(Collectors.toSet());
      boolean whole = random.nextInt(4) == 0;
      touches.put(
          Snapshots.key("category:C" + random.nextInt(10)),
          new Touch(whole, whole ? Set.of() : fields));
    }
    return touches;
  }

  private static Map<EntityKey, Touch> touches(Ontology base, @Nullable String json) {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    return Touch.of(draft.with(KEY, draft.changeTo(KEY, document(json))).changes());
  }

  private static @Nullable EntityDocument document(@Nullable String json) {
    return json == null ? null : Snapshots.document(KEY, json);
  }

  private static String told(List<Overlap> overlaps) {
    return overlaps.isEmpty()
        ? "nothing"
        : overlaps.stream()
            .map(Overlap::shared)
            .map(touch ->
                touch.whole()
                    ? "whole"
                    : touch.fields().stream().sorted().collect(Collectors.joining(" ")))
            .collect(Collectors.joining(";"));
  }
}
