package org.ontodraft.model.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.FieldKind;

/** Nothing that a merge may say is missing from docs/merge-rules.md. */
class MergeRulesDocTest {
  static Stream<Enum<?>> names() {
    return Stream.of(
            FieldKind.values(),
            FieldDecision.Reason.values(),
            EntityMerge.Kind.values(),
            Choice.Kind.values(),
            RefusedResolution.Reason.values(),
            Offer.Why.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @MethodSource("names")
  void isNamed(Enum<?> name) throws IOException {
    assertThat(Files.readString(Path.of("../docs/merge-rules.md")))
        .containsPattern("[`| ]" + name.name() + "[`| ]");
  }
}
