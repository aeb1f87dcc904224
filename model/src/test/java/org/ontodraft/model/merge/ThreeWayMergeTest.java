package org.ontodraft.model.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.CasesDocument;
import org.ontodraft.model.testing.Snapshots;

/** Every row of the first table of docs/rebase-cases.md. */
class ThreeWayMergeTest {
  static Stream<Arguments> rows() {
    return CasesDocument.rows(Path.of("../docs/rebase-cases.md"), "One entity").stream()
        .map(cells -> Arguments.of(cells.get(0) + " " + cells.get(1), cells.subList(2, 8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void decidesAsTheTableSays(String row, List<String> cells) {
    EntityKey key = Snapshots.key(cells.get(0));
    EntityDocument base = document(key, cells.get(1));
    EntityDocument draft = document(key, cells.get(2));
    EntityDocument canonical = document(key, cells.get(3));
    EntityMerge merge = ThreeWayMerge.merge(key, base, draft, canonical);
    assertThat(merge.result()).isEqualTo(document(key, cells.get(4)));
    assertThat(text(merge)).isEqualTo(cells.get(5));
    assertThat(merge.hasConflict())
        .isEqualTo(cells.get(5).matches(".*(CONFLICT|UPSTREAM|TWICE).*"));
  }

  private static String text(EntityMerge merge) {
    return Stream.concat(
            Stream.of(merge.kind().name()), merge.decisions().stream().map(ThreeWayMergeTest::text))
        .collect(Collectors.joining(" "));
  }

  private static String text(FieldDecision decision) {
    boolean types = decision.isConflict() && decision.changesType();
    return decision.field().name() + "=" + decision.reason() + (types ? "_OF_TYPES" : "");
  }

  private static @Nullable EntityDocument document(EntityKey key, String members) {
    return members.equals("-") ? null : Snapshots.document(key, "{" + members + "}");
  }
}
